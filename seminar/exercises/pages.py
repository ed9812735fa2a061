"""Whether the book's pages fit its exercises, assignments, labs and tables, seen from their files alone.

What depends on the finished pages, such as whether one shows each of its exercises, the build tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from seminar import tables
from seminar.contents import FILE, BadContents, Page, pages
from seminar.exercises.assignments import FOLDER as ASSIGNMENTS
from seminar.exercises.assignments import Assignment
from seminar.exercises.bank import Bank
from seminar.exercises.faults import Mistake
from seminar.exercises.labs import FOLDER as LABS
from seminar.exercises.references import lost
from seminar.front_matter import is_chapter, read_front_matter, unknown_names
from seminar.paths import named

_ENDINGS = (".md", ".ipynb", ".rst")
_SHOWS = re.compile(r"^`{3,}\{assignment\} +(?P<name>\S+)", re.MULTILINE)


def page_mistakes(
    root: Path, bank: Bank, given: Mapping[str, Assignment], broken: Collection[str]
) -> list[Mistake]:
    """Return what is wrong with pages and their table of contents.

    ``given`` are the sound assignments; of the chapters whose slugs are ``broken`` exercises are missing.
    """
    found: list[Mistake] = []
    try:
        listed = pages(root)
    except BadContents as error:
        listed = ()
        found.append(Mistake(FILE.as_posix(), error.line, error.problem))
    sources = {file.relative_to(root).with_suffix("").as_posix(): file for file in _sources(root)}
    chapters = {name: file for name, file in sources.items() if is_chapter(name)}
    if listed:
        found += _listed(root, listed, [*chapters, *_labs(root)])
        found += _assigned(listed, sources, given)
    for file in chapters.values():
        found += _chapter(root, file, bank, file.stem in broken)
    for name, file in sources.items():
        text = file.read_text(encoding="utf-8")
        found += [Mistake(f"{name}.md", line + 1, said) for line, said in lost(text, root, name)]
    return found


def text_mistakes(root: Path, bank: Bank, given: Mapping[str, Assignment]) -> Iterator[Mistake]:
    """Yield the references in texts of exercises and assignments that lead nowhere."""
    for one in [*bank, *given.values()]:
        file = named(one.file, root) if one.file else ""
        for part in one.parts():
            for line, said in lost(part.text, root):
                yield Mistake(file, part.line + line, said)


def _sources(root: Path) -> list[Path]:
    return sorted((root / "chapters").rglob("*.md"))


def _labs(root: Path) -> list[str]:
    return sorted(f"{LABS}/{file.stem}" for file in (root / LABS).glob("*.md"))


def _listed(root: Path, listed: tuple[Page, ...], wanted: list[str]) -> Iterator[Mistake]:
    """Yield the pages of the contents that are not there, and those that are in no part of it."""
    for page in listed:
        if not any((root / f"{page.name}{ending}").is_file() for ending in _ENDINGS):
            yield Mistake(
                FILE.as_posix(), page.line, f"there is no page {page.name}: write it, or take the line out"
            )
    names = {page.name for page in listed}
    for name in wanted:
        if name not in names:
            yield Mistake(f"{name}.md", 1, f"the page is in no part of {FILE}: add a line '- file: {name}'")


def _assigned(
    listed: tuple[Page, ...], sources: Mapping[str, Path], given: Mapping[str, Assignment]
) -> Iterator[Mistake]:
    """Yield the assignments without a page, or whose page is in no part of the contents."""
    names = {page.name for page in listed}
    shown = {
        found["name"]: page
        for page, file in sources.items()
        for found in _SHOWS.finditer(file.read_text(encoding="utf-8"))
    }
    for name in given:
        page = shown.get(name)
        if page is None:
            wanted = f"chapters/assignments/{name}.md"
            said = (
                f"no page shows it: write {wanted}, with nothing in it but ```{{assignment}} {name} and ```"
            )
            yield Mistake(f"{ASSIGNMENTS}/{name}.yml", 1, said)
        elif page not in names:
            yield Mistake(f"{page}.md", 1, f"the page is in no part of {FILE}: add a line '- file: {page}'")


def _chapter(root: Path, file: Path, bank: Bank, broken: bool) -> Iterator[Mistake]:
    """Yield what is wrong with a chapter's front matter, and between its objectives and its exercises."""
    name, matter = file.relative_to(root).as_posix(), read_front_matter(file)
    for line, said in [*matter.faults, *unknown_names(matter, root)]:
        yield Mistake(name, line, said)
    exercises = bank.chapter(file.stem)
    served = {exercise.objective for exercise in exercises}
    for objective in matter.objectives:
        if objective not in served and not broken:
            said = f"objective {objective} has no exercise in exercises/{file.stem}.yml: write one"
            yield Mistake(name, matter.lines["objectives"], said)
    for exercise in exercises:
        if matter.objectives and exercise.objective not in matter.objectives and exercise.file:
            near = tables.near(exercise.objective, list(matter.objectives))
            yield Mistake(
                named(exercise.file, root),
                exercise.line("objective"),
                f"the objective {exercise.objective} is none of {name}{near or ': name one of its own'}",
            )
