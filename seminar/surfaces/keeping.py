"""``work()``: a student's answers in a kernel, kept in the file in which they travel.

A kernel has no storage of its own. Once ``work()`` was called, every answer given in it is written to that
file, and exercises that are shown begin with what the file holds.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

import traitlets
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from seminar.exercises import work as files
from seminar.exercises.bank import Bank, bank, survey
from seminar.exercises.fingerprint import fingerprint
from seminar.exercises.model import Exercise
from seminar.exercises.work import Answer, Work, WorkError, canonical, is_opinion, newest_first, when
from seminar.figures.chart import BUILD
from seminar.paths import project_root
from seminar.surfaces.payload import BOOK
from seminar.surfaces.widget import ExerciseWidget
from seminar.surfaces.words import word

_HEADING = re.compile(r"^# +(.+?) *$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)

_shown: dict[tuple[str, str], ExerciseWidget] = {}
"""Of each exercise in each wording the widget that was shown first; all others follow it."""


class KeptWork:
    """What ``work()`` returns: shown as a cell's result, it lists every exercise with its state.

    ``path`` is the file. ``problem`` says in words why answers are not written to it, or is None.
    """

    def __init__(self, path: Path) -> None:
        """Make a place for answers; ``open`` begins to keep them."""
        self.path = path
        self.opinions: bool | frozenset[str] = False
        self.problem: str | None = None
        # What the widgets show, by exercise; and all other answers, which were in the file or in its place.
        self._now: dict[str, Answer] = {}
        self._others: dict[str, list[Answer]] = {}
        # What this kernel has written, and may replace as its answer goes on; by exercise, as texts.
        self._written: dict[str, set[str]] = {}
        self._cleared: dict[str, str] = {}

    def open(self, path: Path, opinions: bool | Iterable[str]) -> None:
        """Take in what the file at ``path`` holds, show it in the widgets, and keep their answers there."""
        if path != self.path:
            self.path, self._written = path, {}
        self.opinions = opinions if isinstance(opinions, bool) else frozenset(opinions)
        self.problem = None
        found = self._read()
        for entry in found["exercises"] if found else []:
            name, own = entry["id"], self._written.get(entry["id"], set())
            foreign = [answer for answer in entry["answers"] if canonical(answer) not in own]
            self._others[name] = newest_first([*self._others.get(name, []), *foreign])
        for widget in _shown.values():
            self.restore(widget)
        self.save()

    def restore(self, widget: ExerciseWidget) -> None:
        """Let ``widget`` show the newest answer to its wording: its own, or one that the file held."""
        name, own = widget.exercise.id, files.answer(widget.record)
        newest = self._newest(name, widget.payload["fingerprint"], [own] if own else [])
        if newest is None:
            return
        if own and own != newest:
            self._others.setdefault(name, []).append(own)
        self._now[name] = newest
        widget.record = {"version": 1, "id": name, **newest}

    def keep(self, widget: ExerciseWidget) -> None:
        """Write the answer that ``widget`` holds now, or that it was cleared."""
        name, answer = widget.exercise.id, files.answer(widget.record)
        before = self._now.get(name)
        if answer:
            self._now[name] = answer
        elif before and not widget.record:
            del self._now[name]
            self._cleared[name] = when(before)
        if self._now.get(name) != before:
            self.save()

    def save(self) -> None:
        """Write the file, with all that is in it by now; a file that holds everything is left alone."""
        self.problem = None
        self._save()
        for widget in _shown.values():
            widget.notice = "kernel" if self.problem else None

    def _save(self) -> None:
        found, kept = self._read(), self._rule()
        if self.problem is not None:
            return
        held: dict[str, list[Answer]] = (
            {entry["id"]: entry["answers"] for entry in found["exercises"]} if found else {}
        )
        chosen = {
            name: [answer for answer in self._known(name) if kept(name, answer)]
            for name in {*self._now, *self._others}
        }
        whole = {
            name: [a for a in answers if not self._replaced(name, a, kept)] for name, answers in held.items()
        }
        for name, answers in chosen.items():
            whole[name] = [*whole.get(name, []), *answers]
        made = files.gathered(BOOK, version("seminar"), whole)
        if made["exercises"] == (found["exercises"] if found else []):
            return
        try:
            _replace(self.path, files.write(made))
        except OSError as error:
            self.problem = word("kept.failed", file=self.path, why=error.strerror or error)
            return
        for name, answers in chosen.items():
            others = {canonical(answer) for answer in self._others.get(name, [])}
            self._written[name] = {canonical(answer) for answer in answers} - others

    def _replaced(self, name: str, answer: Answer, kept: Callable[[str, Answer], bool]) -> bool:
        """Return whether an answer in the file is one of this kernel's own that went on, or was cleared."""
        now = self._now.get(name)
        if canonical(answer) not in self._written.get(name, set()):
            return False
        return now is None or (kept(name, now) and now["fingerprint"] == answer["fingerprint"])

    def _read(self) -> Work | None:
        """Return what the file holds, None where there is none; notes the problem of one that is refused."""
        try:
            with self.path.open("rb") as file:
                return files.read(file.read(files.LARGEST + 1), BOOK)
        except FileNotFoundError:
            return None
        except WorkError as error:
            reason = error.reason
        except OSError:
            reason = "unreadable"
        left = word("kept.left", file=self.path)
        self.problem = f"{word(f'work.refuse.{reason}')} {left}"
        return None

    def _rule(self) -> Callable[[str, Answer], bool]:
        """Return what decides whether an answer to an exercise is written."""
        types, opinions = {exercise.id: exercise.type for exercise in survey()[0]}, self.opinions

        def kept(name: str, answer: Answer) -> bool:
            chosen = opinions if isinstance(opinions, bool) else name in opinions
            return chosen or not is_opinion(types.get(name), answer)

        return kept

    def _known(self, name: str) -> list[Answer]:
        return [*self._others.get(name, []), *([self._now[name]] if name in self._now else [])]

    def _newest(self, name: str, wording: str, own: Iterable[Answer] = ()) -> Answer | None:
        since = self._cleared.get(name, "")
        found = newest_first([*self._known(name), *own])
        return next((a for a in found if a["fingerprint"] == wording and when(a) > since), None)

    def states(self) -> dict[str, str]:
        """Return the state of every exercise by its id: none, in-progress, answered, checked, committed."""
        return {exercise.id: self._state(exercise) for exercise in bank()}

    def _state(self, exercise: Exercise) -> str:
        answer = self._newest(exercise.id, fingerprint(exercise))
        return answer["state"] if answer else "none"

    def _head(self) -> list[str]:
        kept = self._rule()
        left = sorted(name for name, answer in self._now.items() if not kept(name, answer))
        said = self.problem or word("kept.file" if self.path.exists() else "kept.none", file=self.path)
        return [said, *([word("kept.less", n=len(left), ids=", ".join(map(repr, left)))] if left else [])]

    def _progress(self, exercises: list[Exercise]) -> str:
        answers = [self._newest(exercise.id, fingerprint(exercise)) for exercise in exercises]
        done = sum(1 for a in answers if a and (a["attempts"] > 0 or a["state"] == "committed"))
        return word("progress.all" if done == len(answers) else "progress", done=done, n=len(answers))

    def __repr__(self) -> str:
        lines = self._head()
        for title, exercises in _chapters():
            lines += ["", f"{title}: {self._progress(exercises)}"]
            states = [word(f"work.state.{self._state(exercise)}") for exercise in exercises]
            width = max(map(len, states))
            lines += [
                f"  {state:<{width}}  {exercise.title}"
                for state, exercise in zip(states, exercises, strict=True)
            ]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        parts = [f"<p>{escape(text)}</p>" for text in self._head()]
        left = ' style="text-align: left"'
        for title, exercises in _chapters():
            rows = "".join(
                f'<tr><th scope="row"{left}>{escape(exercise.title)}</th>'
                f"<td{left}>{escape(word(f'work.state.{self._state(exercise)}'))}</td></tr>"
                for exercise in exercises
            )
            parts.append(
                f"<table><caption{left}><strong>{escape(title)}</strong> · "
                f"{escape(self._progress(exercises))}</caption>"
                f'<thead><tr><th scope="col"{left}>{escape(word("exercise"))}</th>'
                f'<th scope="col"{left}>{escape(word("kept.state"))}</th></tr></thead>'
                f"<tbody>{rows}</tbody></table>"
            )
        return "\n".join(parts)


_kept: KeptWork | None = None


def work(
    path: str | os.PathLike[str] = "my-work.json", *, opinions: bool | str | Iterable[str] = False
) -> KeptWork:
    """Keep the answers given in this kernel in a file, and show every exercise of the book with its state.

    The file is that of the page "My work". ``path`` counts from the book's own folder, so that the notebooks
    of all chapters find the same file. What the file holds already is opened and merged: the newer answer is
    shown, also in exercises that are shown later, and none is lost. From then on every change is written. A
    file that cannot be read is left as it is, and the result says so.

    Predictions and written answers are left out, as on the page; ``opinions`` names the exercises whose
    answers are written all the same, or is True for all. Raises UnknownExercise for an id that is none.
    """
    global _kept
    if os.environ.get(BUILD) == "1":
        raise RuntimeError("work() shows one person's answers: it belongs in a notebook, not in a chapter")
    named = [opinions] if isinstance(opinions, str) else opinions
    if not isinstance(named, bool):
        named = [bank().exercise(name).id for name in named]
    file = Path(os.path.realpath(project_root() / Path(path).expanduser()))
    _kept = _kept or KeptWork(file)
    _kept.open(file, named)
    return _kept


def follow(widget: ExerciseWidget) -> ExerciseWidget:
    """Let ``widget`` share its answer with the others of its exercise in this kernel, and with the file."""
    first = _shown.setdefault((widget.exercise.id, widget.payload["fingerprint"]), widget)
    if first is not widget:
        for name in ("record", "notice"):
            traitlets.link((first, name), (widget, name))
        return widget
    if _kept:
        _kept.restore(widget)
        widget.notice = "kernel" if _kept.problem else None
    widget.observe(_changed, "record")
    return widget


def _changed(change: Any) -> None:
    if _kept:
        _kept.keep(change["owner"])


def _chapters() -> Iterator[tuple[str, list[Exercise]]]:
    """Yield the title and the exercises of each chapter, in the order of the book."""
    found, root = bank(), project_root()
    listed = list(_pages(root, found))
    for slug, title in listed or [(file.stem, file.stem) for file in found.files]:
        exercises = found.chapter(slug)
        if exercises:
            yield title, exercises


def _pages(root: Path, found: Bank) -> Iterator[tuple[str, str]]:
    """Yield slug and title of each chapter in the table of contents; none where there is no such table."""
    with suppress(OSError, YAMLError):
        contents = YAML(typ="safe").load(root / "_toc.yml")
        for page in _listed(contents):
            # Examples for authors, on instructors' pages, are no student's work.
            if "/instructors/" not in page and found.chapter(Path(page).name):
                yield Path(page).name, _title(root / f"{page}.md")


def _listed(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("file"), str):
            yield node["file"]
        for name in ("parts", "chapters", "sections"):
            yield from _listed(node.get(name))
    elif isinstance(node, list):
        for child in node:
            yield from _listed(child)


def _title(page: Path) -> str:
    with suppress(OSError):
        text = _FRONT_MATTER.sub("", page.read_text(encoding="utf-8"))
        heading = _HEADING.search(text)
        if heading:
            return heading[1]
    return page.stem


def _replace(path: Path, content: bytes) -> None:
    """Put ``content`` into the file at once: whoever reads it meets the whole of it, the old or the new."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(path, name)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
