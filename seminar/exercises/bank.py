"""All exercises of the book, and of a private folder beside it where one is named.

A private folder holds exercise files, functions in its own ``keys.py`` and ``generators.py``, and
``assignments/``. It rests on the book's tables and may use the book's functions. Nothing that is built reads
one: it has to be named each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from seminar.exercises.faults import BankError, Mistake, near
from seminar.exercises.model import Exercise
from seminar.exercises.reader import Reading, read, repeated_ids
from seminar.exercises.variants import GENERATORS, VariantError, variants
from seminar.paths import named, project_root

FOLDER = "exercises"


class UnknownExercise(LookupError):  # noqa: N818 - it names what the reader did
    """No exercise of the bank bears this id."""


class Bank:
    """The exercises, file after file by name, and in each as they stand."""

    def __init__(self, exercises: Sequence[Exercise], files: Sequence[Path], ids: Iterable[str]) -> None:
        self._by_id = {exercise.id: exercise for exercise in exercises}
        self.ids = tuple(dict.fromkeys(ids))
        """Every id that the files give, those of broken exercises too."""
        self.files = tuple(files)
        """Every file that was read: what depends on the bank depends on these."""

    def exercise(self, id: str) -> Exercise:
        """Return the exercise called ``id``; raises UnknownExercise with near names."""
        try:
            return self._by_id[id]
        except KeyError:
            raise UnknownExercise(f"no exercise {id!r} in {FOLDER}/: {near(id, self._by_id)}") from None

    def chapter(self, slug: str) -> list[Exercise]:
        """Return the exercises of the chapter with this slug, none if it has none."""
        return [exercise for exercise in self if exercise.chapter == slug]

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, id: object) -> bool:
        return id in self._by_id


def bank(root: Path | None = None, private: Path | None = None) -> Bank:
    """Return the bank of the project at ``root`` (default: see ``project_root``).

    The exercises of a ``private`` folder come after the book's. A file that changed since the last call is
    read again, so an edit is seen in a running kernel. Raises BankError, which lists every mistake of every
    file.
    """
    found, mistakes = survey(root, private)
    if mistakes:
        raise BankError(mistakes)
    return found


def survey(root: Path | None = None, private: Path | None = None) -> tuple[Bank, list[Mistake]]:
    """Return the sound exercises of the project at ``root`` and the mistakes of all its exercise files.

    Those of a ``private`` folder come after the book's, and no id may be in both.
    """
    root = (root or project_root()).resolve()
    folders = [root / FOLDER, *([private.resolve()] if private else [])]
    files = tuple((file, *state(file)) for folder in folders for file in sorted(folder.glob("*.yml")))
    return _survey(root, files, _sources(root, folders))


@lru_cache(maxsize=8)
def _survey(
    root: Path, files: tuple[tuple[Path, int, int], ...], _made_from: tuple[tuple[Path, int, int], ...]
) -> tuple[Bank, list[Mistake]]:
    readings = [(named(file, root), _read(root, file, *state)) for file, *state in files]
    mistakes = [mistake for _, reading in readings for mistake in reading.mistakes]
    mistakes += repeated_ids(readings)
    exercises = []
    for name, reading in readings:
        for exercise in reading.exercises:
            try:
                exercises.append(exercise if exercise.generator is None else variants(exercise, "", 1)[0])
            except VariantError as error:
                mistakes += [Mistake(name, exercise.line(*loc), said) for loc, said in error.placed]
    ids = [id for _, reading in readings for id, _ in reading.ids]
    return Bank(exercises, [file for file, *_ in files], ids), mistakes


@lru_cache(maxsize=256)
def _read(root: Path, file: Path, _changed: int, _size: int) -> Reading:
    return read(file, named(file, root), root)


def _sources(root: Path, folders: Sequence[Path]) -> tuple[tuple[Path, int, int], ...]:
    """Return the states of what generators make exercises from, if there are any."""
    files = [folder / GENERATORS.name for folder in folders]
    generators = [file for file in files if file.is_file()]
    if not generators:
        return ()
    return tuple((file, *state(file)) for file in (*generators, *sorted((root / "data").glob("*.*"))))


def state(file: Path) -> tuple[int, int]:
    """Return what changes when a file does."""
    status = file.stat()
    return status.st_mtime_ns, status.st_size
