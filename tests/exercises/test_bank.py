"""The bank finds exercises by id and by chapter, and sees an edit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seminar.exercises import BankError, UnknownExercise, bank

SAMPLES = (Path(__file__).parent / "samples.yml").read_text(encoding="utf-8")


def test_an_exercise_is_found_by_its_id(project):
    exercise = bank(project(trade=SAMPLES)).exercise("sample-single")
    assert (exercise.id, exercise.chapter) == ("sample-single", "trade")


def test_an_unknown_id_gets_near_names(project):
    with pytest.raises(
        UnknownExercise, match=r"^no exercise 'sample-singel' in exercises/: did you mean 'sample-single'"
    ):
        bank(project(trade=SAMPLES)).exercise("sample-singel")


def test_the_bank_is_in_the_order_of_files_and_lines(project):
    first, *rest = SAMPLES.partition("- id: sample-multiple")
    found = bank(project(trade=first, five_documents="".join(rest)))
    ids = [exercise.id for exercise in found]
    assert (ids[0], ids[-1]) == ("sample-multiple", "sample-single")
    assert [exercise.id for exercise in found.chapter("trade")] == ["sample-single"]
    assert found.chapter("elsewhere") == []
    assert len(found) == 17
    assert "sample-single" in found
    assert [file.name for file in found.files] == ["five-documents.yml", "trade.yml"]


def test_an_edit_of_the_same_length_is_seen_at_once(project):
    root = project(trade=SAMPLES)
    assert bank(root).exercise("sample-single").title == "The target"
    project(trade=SAMPLES.replace("title: The target", "title: The budget"))
    assert bank(root).exercise("sample-single").title == "The budget"


def test_what_has_not_changed_is_not_read_again(project):
    root = project(trade=SAMPLES)
    before = bank(root).exercise("sample-single")
    project(other="- id: other\n")
    os.utime(root / "exercises" / "other.yml")
    (root / "exercises" / "other.yml").unlink()
    assert bank(root).exercise("sample-single") is before


def test_the_bank_of_the_project_around_is_the_default(project, monkeypatch):
    monkeypatch.chdir(project(trade=SAMPLES) / "data")
    assert "sample-single" in bank()


def test_a_project_without_exercises_has_an_empty_bank(project):
    assert len(bank(project())) == 0


def test_an_id_is_unique_across_files(project):
    root = project(a=SAMPLES, b=SAMPLES.partition("- id: sample-multiple")[0])
    with pytest.raises(BankError) as caught:
        bank(root)
    assert str(caught.value) == (
        "exercises/b.yml:2: id 'sample-single' is taken (exercises/a.yml:2): ids are unique in the book"
    )


def test_a_broken_bank_lists_its_mistakes_and_their_places(project):
    with pytest.raises(BankError) as caught:
        bank(project(a="- id: one\n", b="nothing"))
    assert [(mistake.file, mistake.line) for mistake in caught.value.mistakes] == [
        ("exercises/a.yml", 1), ("exercises/b.yml", 1)
    ]  # fmt: skip
