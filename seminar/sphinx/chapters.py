"""What a chapter says of itself in its front matter: checked, and shown in a box under its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from sphinx.util import logging

from seminar import corpus, tables
from seminar.sphinx.blocks import facts, paragraph
from seminar.sphinx.dates import readable_date
from seminar.sphinx.notebooks import notebook_address
from seminar.sphinx.outputs import shown_exercises
from seminar.sphinx.roles import book_root, note_table, reference_to
from seminar.surfaces.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

_CHAPTER = re.compile(r"^chapters/(?!reference/|assignments/|instructors/|labs/)[^/]+/[^/]+$")
_FENCED = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_KEBAB = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_MINUTES = {"reading": "reading", "exercises": "exercises", "code": "code"}


@dataclass
class FrontMatter:
    """A chapter's front matter, with the line on which each field stands.

    `faults` are pairs of line and message; what is faulty is left empty. `dates` are the fields that hold an
    unquoted date, with their lines.
    """

    question: str = ""
    objectives: dict[str, str] = field(default_factory=dict)
    prerequisites: str = ""
    minutes: dict[str, int] = field(default_factory=dict)
    facts_as_of: str = ""
    documents: list[str] = field(default_factory=list)
    datasets: list[str] = field(default_factory=list)
    runs: bool = False
    lines: dict[str, int] = field(default_factory=dict)
    dates: dict[str, int] = field(default_factory=dict)
    faults: list[tuple[int, str]] = field(default_factory=list)


def is_chapter(docname: str) -> bool:
    """Say whether `docname` is a chapter: a page of a part with chapters in it."""
    return _CHAPTER.match(docname) is not None and not docname.endswith("/index")


def read_front_matter(path: Path) -> FrontMatter:
    """Return the front matter of the chapter at `path`, checked for what its own words can tell."""
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> FrontMatter:
    matter = FrontMatter()
    fenced = _FENCED.match(path.read_text(encoding="utf-8"))
    if fenced is None:
        matter.faults.append((1, "a chapter begins with front matter (question, objectives, minutes, …)"))
        return matter
    try:
        raw = YAML(typ="rt", pure=True).load(fenced.group(1))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        matter.faults.append((line, f"front matter: {error.problem}"))
        return matter
    if not isinstance(raw, Mapping):
        matter.faults.append((1, "front matter should be a list of fields such as `question: …`"))
        return matter
    # The fence is line 1, and ruamel counts from 0.
    matter.lines = {str(key): raw.lc.key(key)[0] + 2 for key in raw}  # type: ignore[attr-defined]
    matter.dates = {name: line for name, line in matter.lines.items() if _holds_date(raw[name])}
    matter.runs = raw.get("file_format") == "mystnb"
    for name in ("question", "prerequisites"):
        setattr(matter, name, _sentence(raw, name, matter))
    matter.objectives = _objectives(raw, matter)
    matter.minutes = _minutes(raw, matter)
    matter.facts_as_of = _facts_as_of(raw, matter)
    for name in ("documents", "datasets"):
        setattr(matter, name, _names(raw, name, matter))
    return matter


def _holds_date(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(_holds_date(item) for item in value.values())
    return any(map(_holds_date, value)) if isinstance(value, list) else isinstance(value, date)


def _fault(matter: FrontMatter, name: str, message: str) -> None:
    matter.faults.append((matter.lines.get(name, 1), f"front matter, {name}: {message}"))


def _sentence(raw: Mapping[str, Any], name: str, matter: FrontMatter) -> str:
    given = raw.get(name)
    if isinstance(given, str) and given.strip():
        return given.strip()
    _fault(matter, name, "write one sentence, in quotation marks")
    return ""


def _objectives(raw: Mapping[str, Any], matter: FrontMatter) -> dict[str, str]:
    given = raw.get("objectives")
    found: dict[str, str] = {}
    if not isinstance(given, list):
        _fault(matter, "objectives", 'list three to five, each as `- short-id: "Date a claim …"`')
        return found
    for position, item in enumerate(given, start=1):
        pair = list(item.items()) if isinstance(item, Mapping) else []
        if len(pair) != 1 or not all(isinstance(part, str) and part.strip() for part in pair[0]):
            _fault(matter, "objectives", f'number {position} should read `- short-id: "Date a claim …"`')
            continue
        name, sentence = pair[0]
        if not _KEBAB.match(name):
            _fault(matter, "objectives", f"{name!r} should be in small letters with hyphens")
        elif name in found:
            _fault(matter, "objectives", f"{name!r} stands twice")
        found[name] = sentence.strip()
    if not 3 <= len(given) <= 5:
        _fault(matter, "objectives", f"a chapter has three to five, not {len(given)}")
    return found


def _minutes(raw: Mapping[str, Any], matter: FrontMatter) -> dict[str, int]:
    given = raw.get("minutes")
    if (
        isinstance(given, Mapping)
        and set(given) == set(_MINUTES)
        and all(isinstance(value, int) and value >= 0 for value in given.values())
    ):
        return {name: int(given[name]) for name in _MINUTES}
    _fault(matter, "minutes", "write {reading: 25, exercises: 35, code: 10}, in whole minutes")
    return {}


def _facts_as_of(raw: Mapping[str, Any], matter: FrontMatter) -> str:
    given = raw.get("facts_as_of")
    if isinstance(given, str):
        try:
            return date.fromisoformat(given).isoformat()
        except ValueError:
            pass
    _fault(matter, "facts_as_of", 'write the day in quotation marks: "2026-10-31"')
    return ""


def _names(raw: Mapping[str, Any], name: str, matter: FrontMatter) -> list[str]:
    given = raw.get(name)
    if isinstance(given, list) and all(isinstance(item, str) for item in given):
        return [str(item) for item in given]
    _fault(matter, name, "write a list of ids, [] if there are none")
    return []


def _head(app: Sphinx, doctree: nodes.document) -> None:
    docname = app.env.docname
    path = Path(app.env.doc2path(docname))
    if not is_chapter(docname) or path.suffix != ".md":
        return
    matter = read_front_matter(path)
    for line, message in [*matter.faults, *_unknown(matter, app.env)]:
        logger.warning("%s", message, location=f"{path}:{line}", type="seminar", subtype="chapter")
    for where, message in _unserved(matter, app.env, path):
        logger.warning("%s", message, location=where, type="seminar", subtype="chapter")
    section = next(iter(doctree.findall(nodes.section)), None)
    if section is None:
        return
    after_title = section.index(next(iter(section.findall(nodes.title)))) + 1
    box = nodes.container(classes=["seminar-head"])
    box.source, box.line = str(path), 1
    box += list(_box(matter, app.env, docname, str(path)))
    additions: list[nodes.Node] = [box]
    if shown_exercises(app.env).get(docname):
        additions.append(nodes.raw("", '<div class="seminar-progress" hidden></div>', format="html"))
    section[after_title:after_title] = additions


def _unknown(matter: FrontMatter, env: BuildEnvironment) -> Iterator[tuple[int, str]]:
    root = book_root(env)
    for name in matter.documents:
        try:
            tables.row(f"sources:{name}", root)
        except LookupError as error:
            yield matter.lines["documents"], f"front matter, documents: {error.args[0]}"
    for name in matter.datasets:
        try:
            tables.package(root).resource(name)
        except LookupError as error:
            yield matter.lines["datasets"], f"front matter, datasets: {error.args[0]}"


def _unserved(matter: FrontMatter, env: BuildEnvironment, path: Path) -> Iterator[tuple[str, str]]:
    shown = shown_exercises(env).get(env.docname, [])
    if any(not entry.objective for entry in shown):
        return  # An exercise could not be read: that is said already, and what it serves is not known.
    served = {entry.objective for entry in shown}
    for name in matter.objectives:
        if name not in served:
            yield f"{path}:{matter.lines['objectives']}", f"objective {name} has no exercise on this page"
    for entry in shown:
        if matter.objectives and entry.objective not in matter.objectives:
            near = tables.near(entry.objective, list(matter.objectives))
            yield (
                f"{entry.file}:{entry.line}",
                f"exercise {entry.id} serves the objective {entry.objective}, "
                f"which {path.name} does not have{near}",
            )


def _box(matter: FrontMatter, env: BuildEnvironment, docname: str, source: str) -> Iterator[nodes.Node]:
    if matter.question:
        yield paragraph(matter.question, classes=["seminar-question"])
    if matter.objectives:
        yield paragraph(word("book.head.objectives"), classes=["seminar-lead"])
        listed = (nodes.list_item("", paragraph(text)) for text in matter.objectives.values())
        yield nodes.bullet_list("", *listed)
    told = [(term, [paragraph(*content)]) for term, content in _facts(matter, env, source)]
    if told:
        yield facts(told)
    if matter.runs:
        link = nodes.reference(
            "",
            word("book.head.notebook"),
            refuri="../" * docname.count("/") + notebook_address(docname),
            internal=True,
        )
        yield paragraph(link, " " + word("book.head.run"), classes=["seminar-notebook"])


def _facts(matter: FrontMatter, env: BuildEnvironment, source: str) -> Iterator[tuple[str, list[nodes.Node]]]:
    root = book_root(env)
    if matter.minutes:
        spoken = [
            word(f"book.head.minutes.{name}", n=minutes)
            for name, minutes in matter.minutes.items()
            if minutes
        ]
        yield word("book.head.time"), [nodes.Text(", ".join(spoken))]
    if matter.prerequisites:
        yield word("book.head.before"), [nodes.Text(matter.prerequisites)]
    links: list[nodes.Node] = []
    for name in matter.documents:
        if tables.has_row(f"sources:{name}", root):
            note_table(env, "sources")
            words = corpus.source(name, root).short
            links.append(reference_to("document", name, words, location=(source, matter.lines["documents"])))
    if links:
        yield word("book.head.documents"), _separated(links)
    links = []
    for name in matter.datasets:
        if name in tables.package(root).resources:
            words = tables.package(root).resource(name).title
            links.append(reference_to("table", name, words, location=(source, matter.lines["datasets"])))
    if links:
        yield word("book.head.data"), _separated(links)
    if matter.facts_as_of:
        yield word("book.head.facts"), [nodes.Text(readable_date(matter.facts_as_of))]


def _separated(links: list[nodes.Node]) -> list[nodes.Node]:
    joined: list[nodes.Node] = []
    for link in links:
        joined += [nodes.Text("; "), link] if joined else [link]
    return joined


def _refuse_dates(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """End the build at an unquoted date: a notebook cannot hold one, and what runs it would only crash."""
    found = False
    for path in (Path(env.doc2path(docname)) for docname in docnames):
        if path.suffix != ".md":
            continue
        for name, line in read_front_matter(path).dates.items():
            message = f"front matter, {name}: write the date in quotation marks"
            logger.error("%s", message, location=f"{path}:{line}", type="seminar", subtype="chapter")
            found = True
    if found:
        raise SystemExit(1)


def setup_chapters(app: Sphinx) -> None:
    """Check each chapter's front matter as it is read, and put the box under its title."""
    app.connect("env-before-read-docs", _refuse_dates, priority=200)
    app.connect("doctree-read", _head)
