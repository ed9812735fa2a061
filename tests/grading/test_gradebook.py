"""The gradebook is read by spreadsheets and learning systems as it was meant, whatever was typed."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seminar.exercises.submission import Marked
from seminar.grading import gradebook
from seminar.grading.gradebook import cell, decimal, line
from seminar.grading.marks import marker
from seminar.grading.records import Hint, Row, neutral
from tests.grading import classes

TYPED = {
    "=HYPERLINK(\"http://x\")": "'=HYPERLINK(\"http://x\")",
    "+491701": "'+491701",
    "-1": "'-1",
    "@SUM(A1)": "'@SUM(A1)",
    "＝1+1": "'＝1+1",
    "\t=1": "\\u{9}=1",
    "\r=1": "\\u{d}=1",
    "a\nb": "a\\u{a}b",
    "a\u202eb": "a\\u{202e}b",
    "\ufeff=1": "\\u{feff}=1",
    "a;b": "a;b",
    'a,"b"': 'a,"b"',
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    "Li Míng 李明": "Li Míng 李明",
    "Иванова": "Иванова",
    "می\u200cخواهم": "می\u200cخواهم",
    "007": "007",
}  # fmt: skip


@pytest.fixture(scope="module")
def book(lesson, tmp_path_factory):
    """The gradebook of students with these names, in each of the shapes."""
    folder = tmp_path_factory.mktemp("in")
    for k, typed in enumerate(TYPED):
        # An id of one's own, so that no two become one student; the name comes as it was typed.
        (folder / f"{k}.json").write_bytes(lesson.file(f"{typed}{k}", name=typed))
    return folder


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_python_and_pandas_read_every_name_and_number(lesson, book, grade):
    done = grade(lesson, book)
    heads, *rows = cells(done.folder / "gradebook.csv")
    exercises = [marking.exercise for marking in lesson.key.markings]
    last = ["total", "of", "to_mark", "handed_in", "receipt", "file"]
    assert heads == ["student", "name", *exercises, *last]
    assert {len(row) for row in rows} == {len(heads)}
    assert sorted(row[1] for row in rows) == sorted(TYPED.values())
    frame = pd.read_csv(done.folder / "gradebook.csv", encoding="utf-8-sig", dtype={"name": str})
    assert sorted(frame["name"]) == sorted(TYPED.values())
    assert (frame[exercises].sum(axis=1) == frame["total"]).all()
    assert set(frame["total"]) == {29}
    assert (done.folder / "gradebook.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_reads_every_name_and_runs_no_formula(lesson, book, grade, tmp_path):
    done = grade(lesson, book)
    # As in the dialogue that LibreOffice opens: UTF-8, ids and names as text, so that 007 stays 007.
    command = [
        "soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        "--infilter=CSV:44,34,76,1,1/2/2/2", "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path / "read"),
        str(done.folder / "gradebook.csv"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    read = cells(tmp_path / "read" / "gradebook.csv")
    assert sorted(row[1] for row in read[1:]) == sorted(TYPED.values())
    total = read[0].index("total")
    assert {row[total] for row in read[1:]} == {"29"}


@pytest.mark.parametrize(("typed", "shown"), TYPED.items())
def test_a_cell_never_begins_as_a_formula_does_nor_turns_what_stands_around_it(typed, shown):
    assert cell(typed) == shown


@given(st.text(st.characters(), max_size=30))
@example("\ud800")
@example("=\u202e")
@example("\u00a0 =1+1")
def test_any_text_is_one_harmless_cell(typed):
    shown = cell(typed)
    [[read]] = csv.reader(io.StringIO(gradebook.lines([[shown]]), newline="")) if shown else [[""]]
    assert read == shown
    assert not shown.lstrip().startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert shown.encode().decode() == shown
    assert not {unicodedata.category(each) for each in shown} & {"Cc", "Zl", "Zp", "Cs"}
    assert {each for each in shown if unicodedata.category(each) == "Cf"} <= {"\u200c", "\u200d"}
    if typed.isascii() and typed.isprintable():
        assert neutral(typed) == typed


def test_points_are_exact_and_short():
    shown = {0: "0", 1: "0.01", 33: "0.33", 50: "0.5", 100: "1", 250: "2.5", 10000: "100", 1207: "12.07"}
    assert {number: decimal(number) for number in shown} == shown


# -- the shapes that systems import


def test_canvas_gets_its_columns_and_knows_students_by_its_own_id(lesson, tmp_path, grade):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "smithzo_LATE_4711_99_twenty-ab1.json").write_bytes(lesson.file("ab1", name="Zoë Smith"))
    (folder / "anon_Ab12x_98_twenty-cd2.json").write_bytes(lesson.file("cd2"))
    done = grade(lesson, folder, "--for", "canvas")
    assert cells(done.folder / "gradebook.csv") == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Twenty questions"],
        ["    Points Possible", "", "", "", "", "29"],
        ["Zoë Smith", "4711", "ab1", "ab1", "", "29"],
        ["", "", "cd2", "cd2", "", "29"],
    ]
    assert 'The column "Twenty questions" goes to the assignment of that name' in done.out


def test_a_gradebook_to_be_imported_says_when_its_totals_are_not_the_last(essays, lesson, tmp_path, grade):
    (tmp_path / "a.json").write_bytes(essays.file("ab1"))
    assert "Totals are those so far" in grade(essays, tmp_path / "a.json", "--for", "canvas").out
    (tmp_path / "b.json").write_bytes(lesson.file("ab1"))
    assert "so far" not in grade(lesson, tmp_path / "b.json", "--for", "canvas").out


def test_moodle_gets_a_column_to_know_students_by_and_is_told_what_to_map(lesson, book, grade):
    done = grade(lesson, book, "--for", "moodle")
    heads, *rows = cells(done.folder / "gradebook.csv")
    assert heads[:3] == ["ID number", "Full name", "Twenty questions"]
    assert heads[3:] == [marking.exercise for marking in lesson.key.markings]
    assert {row[2] for row in rows} == {"29"}
    assert 'Map from "ID number" to "ID number"' in done.out
    assert 'map "Twenty questions" to the grade' in done.out


def test_what_a_person_has_to_mark_is_blank_in_every_shape(essays, lesson):
    row = marker(essays.assignment).mark(essays.file("ab1"))
    assert isinstance(row, Row)
    assert (row.points, row.of, row.to_mark) == (2900, 3200, ["short-text-1", "short-text-2"])
    plain = line(row, essays.key)
    assert plain[2 + 20 : 2 + 22] == ["", ""]
    assert plain[2 + 22 : 2 + 25] == ["29", "32", "2"]
    assert line(row, essays.key, "moodle")[-2:] == ["", ""]
    assert line(row, essays.key, "canvas")[-1] == "29"


def test_an_answer_to_what_is_not_asked_is_no_column(lesson):
    made = marker(lesson.assignment).mark(lesson.file("ab1"))
    more = Row(**{**{name: getattr(made, name) for name in Row.__slots__}})
    extra = Row(
        **{
            **{name: getattr(more, name) for name in Row.__slots__},
            "marks": (*more.marks, Marked("another", None, "unknown", 0)),
            "hint": Hint("moodle", "Li", "12"),
        }
    )
    for layout in gradebook.LAYOUTS:
        assert line(extra, lesson.key, layout) == line(made, lesson.key, layout)
    assert extra.to_mark == []


def test_rows_are_made_of_what_was_typed_and_kept_so(lesson):
    typed = "\u202eab1\x07"
    made = marker(lesson.assignment).mark(classes.file(lesson.key, typed, {}, name=typed))
    assert (made.student, made.name) == (typed, typed)
