"""work() in a kernel: every exercise with its state, and one file that answers go to and come back from."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import seminar
from seminar.exercises import work as files
from seminar.exercises.bank import UnknownExercise
from seminar.exercises.fingerprint import fingerprint
from seminar.surfaces import display, keeping
from seminar.surfaces.payload import BOOK
from seminar.surfaces.widget import ExerciseWidget
from tests.browser.fixture_page import FIXTURES, exercises
from tests.exercises.test_work import HOSTILE

SINGLE, TEXT, VOTE = "fixture-single", "fixture-text", "fixture-vote"


def answer(name: str, day: int, response: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """An answer of a day in March."""
    return {
        "fingerprint": fingerprint(exercises()[name]),
        "response": response,
        "state": "checked",
        "attempts": 1,
        "hints": 0,
        "solution": False,
        "changed": f"2026-03-{day:02}T12:00:00.000Z",
        **fields,
    }


def file_of(**answers: list[dict[str, Any]]) -> bytes:
    made = {name.replace("_", "-"): found for name, found in answers.items()}
    return files.write(files.gathered(BOOK, "0.0.9", made))  # type: ignore[arg-type]


def show(name: str) -> ExerciseWidget:
    widget = display.exercise(name)
    assert isinstance(widget, ExerciseWidget)
    return widget


def say(widget: ExerciseWidget, day: int, response: dict[str, Any], **fields: Any) -> None:
    """Answer as the front end does."""
    name = widget.exercise.id
    widget.record = {"version": 1, "id": name, **answer(name, day, response, **fields)}


def held(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The responses in a file by exercise, the newest first."""
    found = files.read(path.read_bytes(), BOOK)
    return {
        entry["id"]: [dict(answer["response"]) for answer in entry["answers"]] for entry in found["exercises"]
    }


@pytest.fixture
def kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Begin a new kernel, in a chapter's folder of a small book."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    shutil.copy(FIXTURES, tmp_path / "exercises" / "fixture.yml")
    (tmp_path / "chapters").mkdir()
    monkeypatch.chdir(tmp_path / "chapters")
    monkeypatch.delenv(display.BUILD, raising=False)

    def begin() -> None:
        monkeypatch.setattr(keeping, "_shown", {})
        monkeypatch.setattr(keeping, "_kept", None)

    begin()
    return begin


@pytest.fixture
def path(kernel: Callable[[], None], tmp_path: Path) -> Path:
    """Where the file is unless another is named: beside the book, whichever chapter is open."""
    return tmp_path / "my-work.json"


def test_answers_are_kept_and_come_back_in_another_kernel(path: Path, kernel: Callable[[], None]) -> None:
    before, after = show(SINGLE), "fixture-multiple"
    seminar.work()
    assert not path.exists()
    say(before, 3, {"choice": 0})
    say(show(after), 4, {"choices": [1]})
    assert held(path) == {SINGLE: [{"choice": 0}], after: [{"choices": [1]}]}
    kernel()
    again = show(SINGLE)
    assert again.response == {}
    seminar.work()
    assert again.response == {"choice": 0}
    assert show(after).response == {"choices": [1]}
    assert show(after).record["id"] == after


def test_what_was_answered_before_is_kept_too(path: Path) -> None:
    say(show(SINGLE), 3, {"choice": 0})
    seminar.work()
    assert held(path) == {SINGLE: [{"choice": 0}]}


def test_the_newer_answer_is_shown_and_the_other_stays_in_the_file(path: Path) -> None:
    path.write_bytes(file_of(fixture_single=[answer(SINGLE, 5, {"choice": 1})]))
    older = show(SINGLE)
    say(older, 3, {"choice": 0})
    seminar.work()
    assert older.response == {"choice": 1}
    assert held(path) == {SINGLE: [{"choice": 1}, {"choice": 0}]}
    path.write_bytes(file_of(fixture_single=[answer(SINGLE, 4, {"choice": 2})]))
    seminar.work()
    assert older.response == {"choice": 1}
    assert held(path) == {SINGLE: [{"choice": 1}, {"choice": 2}, {"choice": 0}]}


def test_an_answer_that_goes_on_leaves_no_trail_but_what_was_there_stays(path: Path) -> None:
    path.write_bytes(file_of(fixture_single=[answer(SINGLE, 3, {"choice": 0})]))
    seminar.work()
    widget = show(SINGLE)
    for day, choice in enumerate((1, 2, 1, 2), start=4):
        say(widget, day, {"choice": choice})
    assert held(path) == {SINGLE: [{"choice": 2}, {"choice": 0}]}
    seminar.work()
    assert held(path) == {SINGLE: [{"choice": 2}, {"choice": 0}]}


def test_a_cleared_answer_does_not_come_back_by_itself(path: Path) -> None:
    path.write_bytes(file_of(fixture_single=[answer(SINGLE, 3, {"choice": 0})]))
    seminar.work()
    widget = show(SINGLE)
    say(widget, 4, {"choice": 1})
    widget.record = {}
    assert held(path) == {SINGLE: [{"choice": 0}]}
    kept = seminar.work()
    assert widget.response == {}
    assert kept.states()[SINGLE] == "none"


def test_answers_of_other_kernels_exercises_and_wordings_stay(path: Path) -> None:
    seminar.work()
    widget = show(SINGLE)
    say(widget, 3, {"choice": 0})
    other = answer(SINGLE, 1, {"choice": 2}, fingerprint="0" * 16)
    path.write_bytes(
        files.write(
            files.merge(
                files.read(path.read_bytes(), BOOK),
                files.read(file_of(fixture_single=[other], gone=[other]), BOOK),
            )
        )
    )
    say(widget, 4, {"choice": 1})
    assert held(path) == {SINGLE: [{"choice": 1}, {"choice": 2}], "gone": [{"choice": 2}]}
    assert show(SINGLE).response == {"choice": 1}


def test_opinions_are_left_out_unless_they_are_named(path: Path) -> None:
    vote = {"choice": 1, "because": "habit", "committed": True}
    kept = seminar.work()
    say(show(VOTE), 3, vote, state="committed")
    say(show(TEXT), 3, {"text": "What I think"})
    assert not path.exists()
    assert f"opinions=['{TEXT}', '{VOTE}']" in repr(kept)
    seminar.work(opinions=[VOTE])
    assert held(path) == {VOTE: [vote]}
    # What was written by choice stays; what comes after is left out again.
    seminar.work()
    say(show(VOTE), 4, {"choice": 0})
    assert held(path) == {VOTE: [vote]}
    seminar.work(opinions=True)
    assert set(held(path)) == {VOTE, TEXT}
    with pytest.raises(UnknownExercise, match="fixture-vote"):
        seminar.work(opinions=["fixture-vot"])


@pytest.mark.parametrize("name", ["half a file", "another book", "a later version", "a million answers"])
def test_a_file_that_cannot_be_read_is_left_alone(name: str, path: Path) -> None:
    text = HOSTILE[name][0]
    path.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    before = path.read_bytes()
    kept = seminar.work()
    widget = show(SINGLE)
    say(widget, 3, {"choice": 0})
    assert path.read_bytes() == before
    assert kept.problem
    assert f"{path} stays as it is" in repr(kept)
    assert widget.notice == "kernel"
    path.rename(path.with_suffix(".old"))
    say(widget, 4, {"choice": 1})
    assert widget.notice is None
    assert held(path) == {SINGLE: [{"choice": 1}]}


def test_a_write_that_fails_is_said_and_spoils_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = seminar.work()
    first, second = show(SINGLE), show(SINGLE)
    say(first, 3, {"choice": 0})
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", fail)
        say(second, 4, {"choice": 1})
    assert path.read_bytes() == before
    assert list(path.parent.glob(".my-work*")) == []
    assert (first.notice, second.notice) == ("kernel", "kernel")
    assert "No space left on device" in repr(kept)
    say(second, 5, {"choice": 2})
    assert held(path) == {SINGLE: [{"choice": 2}]}
    assert kept.problem is None


def test_another_path_gets_everything(path: Path) -> None:
    path.write_bytes(file_of(fixture_multiple=[answer("fixture-multiple", 3, {"choices": [1]})]))
    seminar.work()
    say(show(SINGLE), 3, {"choice": 0})
    kept = seminar.work(path.parent / "elsewhere.json")
    assert kept.path == path.parent / "elsewhere.json"
    assert held(kept.path) == held(path) == {SINGLE: [{"choice": 0}], "fixture-multiple": [{"choices": [1]}]}
    assert "elsewhere.json cannot be written" not in repr(kept)
    assert "cannot be written" in repr(seminar.work(path.parent / "no-folder" / "work.json"))


def test_it_shows_every_exercise_by_chapter_with_its_state(path: Path) -> None:
    (path.parent / "_toc.yml").write_text(
        "root: chapters/index\nparts:\n  - chapters:\n      - file: chapters/part/fixture\n", encoding="utf-8"
    )
    (path.parent / "chapters" / "part").mkdir()
    (path.parent / "chapters" / "part" / "fixture.md").write_text(
        "---\nquestion: '# not this'\n---\n# Tariffs & <trade>\n", encoding="utf-8"
    )
    kept = seminar.work()
    say(show(SINGLE), 3, {"choice": 0})
    say(show(TEXT), 3, {"text": "x"}, state="in-progress", attempts=0)
    text, html = repr(kept), kept._repr_html_()
    assert f"Your answers are kept in {path}." in text
    n = len(exercises())
    assert f"Tariffs & <trade>: 1 of {n} exercises answered" in text
    assert f"checked      {exercises()[SINGLE].title}" in text
    assert "Tariffs &amp; &lt;trade&gt;" in html
    assert html.count("<td") == n
    assert set(kept.states().values()) == {"none", "checked", "in-progress"}


def test_what_half_a_character_is_does_not_keep_an_answer_from_the_file(path: Path) -> None:
    seminar.work(opinions=True)
    say(show(TEXT), 3, {"text": "\ud83d x \ud83d\ude00"})
    say(show(SINGLE), 3, {"choice": 0}, attempts="many")
    assert held(path) == {TEXT: [{"text": "\ufffd x \U0001f600"}]}


def test_it_is_no_part_of_a_chapter(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    path.write_bytes(file_of(fixture_single=[answer(SINGLE, 3, {"choice": 0})]))
    monkeypatch.setenv(display.BUILD, "1")
    with pytest.raises(RuntimeError, match="not in a chapter"):
        seminar.work()


def test_the_file_is_what_the_page_writes(path: Path) -> None:
    seminar.work()
    say(show(SINGLE), 3, {"choice": 0})
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["format"] == files.FORMAT
    assert found["book"] == BOOK
    assert path.read_bytes() == files.write(files.read(path.read_bytes(), BOOK))
