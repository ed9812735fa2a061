"""A class's files become rows, marks with their reasons, and a list of what could not be marked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from seminar.exercises import submission
from seminar.exercises.marking import mark
from seminar.grading.grade import grade as grade_class
from seminar.grading.grade import processes
from seminar.grading.incoming import Found, incoming
from seminar.grading.marks import marker
from seminar.grading.records import Rejected, Row
from seminar.surfaces.words import CATALOGUE
from tests.grading import classes

LATER = {"handed_in": "2026-03-04T10:00:00.000Z"}


@pytest.fixture(scope="module")
def handed(lesson, tmp_path_factory) -> Path:
    """The files of forty students, half of them from a release."""
    folder = tmp_path_factory.mktemp("handed")
    for k, student in enumerate(classes.students(40)):
        made_with = "release" if k % 2 else "page"
        made = classes.handed_in(lesson.key, student, made_with=made_with)
        (folder / f"{student.id}.json").write_bytes(made)
    return folder


# -- marks


def test_every_student_has_a_row_with_the_points_that_marking_gives(lesson, handed, grade):
    done = grade(lesson, handed)
    assert (done.code, done.table("rejected.csv")) == (0, [])
    assert done.err == "40 students marked\n"
    assert [row["student"] for row in done.gradebook] == [s.id for s in classes.students(40)]
    for row, student in zip(done.gradebook, classes.students(40), strict=True):
        made = submission.read((handed / f"{student.id}.json").read_bytes(), classes.BOOK)
        lines = submission.mark_submission(lesson.assignment, made)
        assert {line.exercise: row[line.exercise] for line in lines} == {
            line.exercise: f"{line.mark.points / 100:g}" for line in lines
        }
        assert row["name"] == student.name
        assert row["total"] == f"{sum(line.mark.points for line in lines) / 100:g}"
        assert (row["of"], row["to_mark"], row["receipt"]) == ("29", "0", made["receipt"])
    assert len({row["total"] for row in done.gradebook}) > 10


def test_every_mark_can_be_worked_out_again_from_its_line_alone(lesson, handed, grade):
    done = grade(lesson, handed)
    assert len(done.marks) == 40 * 20
    totals: dict[str, float] = {}
    for line in done.marks:
        made = mark(line["rule"], line["response"])
        assert (made.points / 100, made.of / 100) == (line["points"], line["of"])
        assert (made.reason, dict(made.detail)) == (line["reason"], line["detail"])
        totals[line["student"]] = totals.get(line["student"], 0) + line["points"]
    assert totals == {row["student"]: float(row["total"]) for row in done.gradebook}
    assert {line["variant"] is None for line in done.marks if line["exercise"].startswith("varied")} == {
        False
    }


def test_a_seed_of_another_class_marks_no_variant_and_leaves_it_to_a_person(lesson, handed, grade):
    done = grade(lesson, handed, "--seed", "another")
    assert done.code == 1
    assert {row["varied-1"] for row in done.gradebook} == {""}
    assert {row["to_mark"] for row in done.gradebook} == {"2"}
    *told, summary = done.err.splitlines()
    assert summary == "40 students marked, 40 of them with answers for a person to mark"
    assert [line.partition(" are to other versions")[0] for line in told] == [
        f"seminar: 40 answers to varied-{k}" for k in (1, 2)
    ]
    assert all("released with another --seed than this one" in line for line in told)
    own = classes.file(submission.key(lesson.assignment, "another"), "s1", {"varied-1": {"number": "1"}})
    row = marker(lesson.assignment, "another").mark(own)
    assert {line.exercise: line.reason for line in row.marks}["varied-1"] == "wrong"


def test_a_secret_that_was_forgotten_is_asked_for(lesson, tmp_path, grade):
    released = submission.key(lesson.assignment, "a-class-secret")
    (tmp_path / "a.json").write_bytes(classes.file(released, "s1", {"varied-1": {"number": "1"}}))
    done = grade(lesson, tmp_path / "a.json")
    assert done.code == 1
    assert "1 answer to varied-1 is to other versions than these" in done.err
    assert "released with a --seed, and none is given here" in done.err
    assert "versions" not in grade(lesson, tmp_path / "a.json", "--seed", "a-class-secret").err


def test_written_answers_wait_and_totals_are_those_so_far(essays, tmp_path, grade):
    whole = essays.file("ab1", name="Li Ming")
    kept = classes.file(essays.key, "ab2", {}, withheld=["short-text-1"])
    for k, made in enumerate((whole, kept)):
        (tmp_path / f"{k}.json").write_bytes(made)
    done = grade(essays, tmp_path / "0.json", tmp_path / "1.json")
    one, other = done.gradebook
    assert (one["short-text-1"], one["total"], one["of"], one["to_mark"]) == ("", "29", "32", "2")
    # What was not answered, or kept back, is nothing to be read.
    assert (other["short-text-1"], other["short-text-2"], other["total"], other["to_mark"]) == (
        "0",
        "0",
        "0",
        "0",
    )
    assert done.code == 1
    assert done.err == "2 students marked, 1 of them with answers for a person to mark\n"
    assert f"open {done.folder / 'marking.html'} in a browser" in done.out
    waiting = [line for line in done.marks if line["points"] is None]
    assert [line["reason"] for line in waiting] == ["by-hand", "by-hand"]
    assert waiting[0]["response"]["text"] == "Because trade is not trust."
    assert "--rubrics" not in grade(essays, tmp_path / "1.json").out


def test_nothing_that_a_file_says_of_marks_is_there_to_be_believed(lesson, tmp_path, grade):
    made = json.loads(lesson.file("ab1", right=False))
    for claim in ({"points": 29}, {"marks": []}):
        forged = {**made, **claim}
        forged["receipt"] = submission.receipt(forged)
        (tmp_path / f"{next(iter(claim))}.json").write_text(json.dumps(forged))
    done = grade(lesson, tmp_path / "points.json", tmp_path / "marks.json")
    assert done.rejected == {"points.json": "damaged", "marks.json": "damaged"}
    assert (done.code, done.gradebook) == (1, [])


# -- one student, two files


def names_of(done) -> tuple[str, dict[str, str]]:
    [row] = done.gradebook
    return Path(row["file"]).name, done.rejected


@pytest.mark.parametrize(
    ("keep", "counts"), [("latest", "c.json"), ("first", "a.json"), ("best", "b.json"), (None, "c.json")]
)
def test_of_two_files_of_a_student_the_rule_keeps_one_and_the_others_are_listed(
    lesson, tmp_path, grade, keep, counts
):
    files = {
        "a.json": lesson.file("Ab1 ", right=False),
        "b.json": lesson.file("ab1"),
        "c.json": lesson.file(" AB1", right=False, **LATER),
    }
    for folder in (tmp_path / "in", tmp_path / "turned"):
        folder.mkdir()
        for name, made in files.items():
            # The names of the folders change no rule, nor does the order in which files come.
            (folder / name).write_bytes(made)
    for given in ([tmp_path / "in"], [tmp_path / "in" / name for name in reversed(files)]):
        done = grade(lesson, *given, *(["--keep", keep] if keep else []))
        name, rejected = names_of(done)
        assert name == counts
        assert rejected == dict.fromkeys(files.keys() - {counts}, "superseded")
        assert done.code == 0
        assert done.err == "1 student marked, 2 files superseded (see rejected.csv)\n"
        assert all(counts in row["explanation"] for row in done.table("rejected.csv"))


def test_another_name_under_the_same_id_is_told(lesson, tmp_path, grade):
    (tmp_path / "a.json").write_bytes(lesson.file("ab1", name="Li Ming"))
    (tmp_path / "b.json").write_bytes(lesson.file("ab1", name="Zoë", **LATER))
    [row] = grade(lesson, tmp_path / "a.json", tmp_path / "b.json").table("rejected.csv")
    assert (Path(row["file"]).name, row["reason"]) == ("a.json", "superseded")
    assert "Zoë, and not Li Ming" in row["explanation"]


def test_a_file_that_came_through_another_account_does_not_quietly_take_a_student_s_place(
    lesson, tmp_path, grade
):
    mine, other = "Li Ming_7_assignsubmission_file_", "Zoë_8_assignsubmission_file_"
    for folder, more in ((mine, {}), (other, LATER)):
        (tmp_path / "in" / folder).mkdir(parents=True)
        (tmp_path / "in" / folder / "a.json").write_bytes(lesson.file("ab1", name="Li Ming", **more))
    (tmp_path / "in" / mine / "b.json").write_bytes(lesson.file("ab1", name="Li Ming"))
    done = grade(lesson, tmp_path / "in", "--keep", "first")
    told = {row["file"].rpartition("in/")[2]: row["explanation"] for row in done.table("rejected.csv")}
    assert told.keys() == {f"{mine}/b.json", f"{other}/a.json"}
    assert "account" not in told[f"{mine}/b.json"]
    assert "through another account, Li Ming 7, and not Zoë 8" in told[f"{other}/a.json"]


def test_ids_count_alike_however_they_are_typed_and_no_two_students_become_one(lesson, tmp_path, grade):
    ids = ["ИВАНОВ", "Иванов ", "ab 1", "ab1", "ab-1", "É1", "E\u0301 1"]
    for k, id in enumerate(ids):
        (tmp_path / f"{k}.json").write_bytes(lesson.file(id, **({} if k else LATER)))
    done = grade(lesson, *(tmp_path / f"{k}.json" for k in range(len(ids))))
    assert sorted(row["student"] for row in done.gradebook) == sorted(
        ["ИВАНОВ", "ab 1", "ab1", "ab-1", "É1", "E\u0301 1"]
    )


def test_who_answered_all_alike_is_noted(lesson):
    found = [
        Found(f"{id}.json", lesson.file(id, name=id, handed_in=f"2026-03-0{k + 1}T10:00:00.000Z"), None)
        for k, id in enumerate(("ab1", "cd2"))
    ]
    made = [marker(lesson.assignment).mark(each.data) for each in found]
    # Their variants differ, so that these are not the same answers.
    assert {row.marks[12].variant for row in made} != {made[0].marks[12].variant}
    assert made[0].answered != made[1].answered
    plain = [one.exercise for one in lesson.key.markings if not one.varied]
    rights = {one: classes.right_answer(classes.asked_of(lesson.key, one, "")) for one in plain}
    files = {id: classes.file(lesson.key, id, rights, handed_in="2026-03-03T10:00:00.000Z") for id in "abc"}
    files["d"] = classes.file(lesson.key, "d", {**rights, "numeric-1": {"number": "40.0"}})
    files["e"] = files["f"] = ""
    files = {id: made or classes.file(lesson.key, id, {}) for id, made in files.items()}
    rows = {id: marker(lesson.assignment).mark(made).answered for id, made in files.items()}
    assert rows["a"] == rows["b"] == rows["c"] != rows["d"]
    assert rows["e"] == rows["f"] == ""


def test_files_with_the_same_answers_are_noted_in_the_report(lesson, tmp_path, grade):
    wrong = {f"numeric-{k}": {"number": "1"} for k in (1, 2, 3)}
    for id in ("b", "A ", "c"):
        (tmp_path / f"{id}.json").write_bytes(classes.file(lesson.key, id, wrong))
    (tmp_path / "d.json").write_bytes(lesson.file("d"))
    report = grade(lesson, *tmp_path.glob("*.json")).folder / "report.html"
    assert "Identical answers: <bdi>A </bdi>, <bdi>b</bdi>, <bdi>c</bdi></li>" in report.read_text("utf-8")


def test_rubbish_in_a_folder_is_no_file_that_gave_no_mark(lesson, tmp_path, grade):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.json").write_bytes(b"{")
    (tmp_path / "in" / ".DS_Store").write_bytes(b"")
    done = grade(lesson, tmp_path / "in")
    assert set(done.rejected.values()) == {"junk", "unreadable"}
    assert "1 file gave nobody a mark (unreadable 1)" in (done.folder / "report.html").read_text("utf-8")


# -- files that are not marked


def test_files_that_give_no_mark_are_listed_with_why_and_what_to_do(lesson, tmp_path, grade):
    good = lesson.file("ab1")
    text = good.decode()
    altered = text.replace('"id":"ab1"', '"id":"cd2"')
    assert altered != text
    files = {
        "empty.json": b" \n",
        "utf16.json": text.encode("utf-16"),
        "latin.json": lesson.file("é").decode().encode("latin-1"),
        "half.json": good[: len(good) // 2],
        "essay.docx": b"\xd0\xcf\x11\xe0",
        "picture.png": b"\x89PNG\r\n",
        "work.json": b'{"format": "seminar-work", "version": 1}',
        "lesson.ipynb": b'{"cells": [], "nbformat": 4}',
        "twenty-answers.json": b'{\n "student": {},\n "handing": {},\n "records": {}\n}',
        "page.html": b"<!doctype html><p>Hello",
        "other-book.json": text.replace(classes.BOOK, "another-book").encode(),
        "newer.json": text.replace('"version": 1', '"version": 2').encode(),
        "damaged.json": text.replace('"receipt"', '"recipe"').encode(),
        "altered.json": altered.encode(),
        "elsewhere.json": lesson.file("zz9", assignment="another"),
        ".DS_Store": b"\x00\x00\x00\x01Bud1",
        "Thumbs.db": b"\xd0\xcf\x11\xe0",
        "good.json": good,
    }
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    done = grade(lesson, folder)
    assert done.rejected == {
        "empty.json": "empty",
        "utf16.json": "encoding",
        "latin.json": "encoding",
        "half.json": "cut",
        "essay.docx": "unreadable",
        "picture.png": "unreadable",
        "work.json": "work",
        "lesson.ipynb": "notebook",
        "twenty-answers.json": "answers",
        "page.html": "page",
        "other-book.json": "foreign",
        "newer.json": "newer",
        "damaged.json": "damaged",
        "altered.json": "altered",
        "elsewhere.json": "elsewhere",
        ".DS_Store": "junk",
        "Thumbs.db": "junk",
    }
    assert [row["student"] for row in done.gradebook] == ["ab1"]
    assert done.code == 1
    assert (
        done.err == "1 student marked, 15 files rejected, 2 files that nobody handed in (see rejected.csv)\n"
    )
    for row in done.table("rejected.csv"):
        assert row["explanation"]
        assert row["remedy"]
        assert "{" not in row["explanation"] + row["remedy"]


def test_what_nobody_handed_in_does_not_change_the_exit_code(lesson, tmp_path, grade):
    folder = tmp_path / "in"
    (folder / "__MACOSX").mkdir(parents=True)
    (folder / "__MACOSX" / "._ab1.json").write_bytes(b"\x00\x05\x16\x07")
    (folder / "ab1.json").write_bytes(lesson.file("ab1"))
    # Whoever calls a file of answers so has handed it in all the same.
    (folder / "._cd2.json").write_bytes(lesson.file("cd2"))
    done = grade(lesson, folder)
    assert (done.code, done.rejected) == (0, {"._ab1.json": "junk"})
    assert [row["student"] for row in done.gradebook] == ["ab1", "cd2"]


def test_where_nothing_was_handed_in_the_exit_code_says_so(lesson, tmp_path, grade):
    (tmp_path / "in").mkdir()
    done = grade(lesson, tmp_path / "in")
    assert (done.code, done.gradebook, done.err) == (1, [], "0 students marked\n")


HOSTILE = {
    "nan": ('"version":1', '"version":NaN', "unreadable"),
    "infinity": ('"choice":0', '"choice":1e999', "damaged"),
    "minus-infinity": ('"choice":0', '"choice":-Infinity', "unreadable"),
    "twice": ('"version":1', '"version":1,"version":1', "damaged"),
    "deep": ('"variant":null', '"variant":' + "[" * 5000 + "]" * 5000, "unreadable"),
    "deeper": ('"variant":null', '"variant":' + "[" * 500_000, "unreadable"),
    "long-number": ('"choice":0', '"choice":' + "1" * 5000, "unreadable"),
    "half": ('"name":""', '"name":"\\ud800"', "damaged"),
    "long-name": ('"name":""', f'"name":"{"x" * 201}"', "damaged"),
    "more": ('"version":1', '"version":1,"__proto__":{"points":9}', "damaged"),
    "other-type": ('"answers":[', '"answers":{},"was":[', "damaged"),
}


def test_what_is_made_to_do_harm_is_listed_and_takes_nothing_else_with_it(lesson, tmp_path, grade):
    text = json.dumps(json.loads(lesson.file("ab1")), separators=(",", ":"))
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (once, then, _) in HOSTILE.items():
        assert once in text
        (folder / f"{name}.json").write_text(text.replace(once, then, 1))
    (folder / "zz.json").write_bytes(lesson.file("cd2", name="<script>alert(1)</script>"))
    done = grade(lesson, folder)
    assert done.rejected == {f"{name}.json": reason for name, (_, _, reason) in HOSTILE.items()}
    assert [row["student"] for row in done.gradebook] == ["cd2"]
    for path in done.folder.rglob("*.html"):
        assert "<script>alert" not in path.read_text("utf-8")


def test_every_reason_that_has_words_can_happen():
    sources = "".join(
        path.read_text("utf-8") for path in (Path(classes.__file__).parents[2] / "seminar").rglob("*.py")
    )
    words = json.loads(CATALOGUE.read_text("utf-8"))
    rejected = {key.removeprefix("grade.rejected.") for key in words if key.startswith("grade.rejected.")}
    assert rejected == {key.removeprefix("grade.remedy.") for key in words if key.startswith("grade.remedy.")}
    assert {reason for reason in rejected if f'"{reason.partition("-")[0]}"' not in sources} == set()


# -- what is written


def contents(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {name: b"" if path.is_dir() else path.read_bytes() for name, path in found.items()}


def test_an_earlier_run_is_replaced_whole_and_nothing_is_left_lying(lesson, handed, tmp_path, grade):
    first = grade(lesson, handed)
    before = contents(first.folder)
    files = {"gradebook.csv", "marks.jsonl", "rejected.csv", "report.html", "feedback", "feedback.csv"}
    pages = {f"feedback/{student.id}.html" for student in classes.students(40)}
    assert before.keys() == files | pages
    assert {str(first.folder / name) for name in files} == set(first.out.splitlines())
    (first.folder / "notes.txt").write_text("mine")
    again = grade(lesson, handed)
    assert contents(again.folder) == {**before, "notes.txt": b"mine"}
    assert "earlier run" not in again.err
    one = sorted(handed.iterdir())[0]
    fewer = grade(lesson, one)
    assert len(fewer.gradebook) == 1
    # Somebody may have written into the pages of the others, so they stay; and that is told.
    assert "39 pages of an earlier run" in fewer.err
    assert "40 pages of an earlier run" in grade(lesson, one, "--no-feedback").err
    assert contents(fewer.folder).keys() == before.keys() | {"notes.txt"}


def test_report_and_pages_are_those_of_the_students_that_count(lesson, tmp_path, grade):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.json").write_bytes(lesson.file("ab1", right=False, name="<b>Zoë</b>"))
    (tmp_path / "in" / "b.json").write_bytes(lesson.file("ab1", name="<b>Zoë</b>", **LATER))
    (tmp_path / "in" / "c.json").write_bytes(lesson.file("../cd 2"))
    (tmp_path / "in" / "d.json").write_bytes(b"{")
    done = grade(lesson, tmp_path / "in")
    pages = {path.name: path.read_text("utf-8") for path in (done.folder / "feedback").iterdir()}
    assert len(pages) == 2
    assert "&lt;b&gt;Zoë" in pages["ab1.html"]
    assert "29 of 29 points" in pages["ab1.html"]
    without = grade(lesson, tmp_path / "in", "--no-feedback", to=tmp_path / "without")
    left, right = ({path.name for path in each.folder.iterdir()} for each in (done, without))
    assert left - right == {"feedback", "feedback.csv"}
    report = (done.folder / "report.html").read_text("utf-8")
    assert "2 students" in report
    assert "superseded 1, unreadable 1" in report


@pytest.mark.parametrize("layout", ["plain", "moodle", "canvas"])
def test_whose_page_is_which_is_listed_whatever_the_ids_are(lesson, tmp_path, grade, layout):
    names = {"李明": "李明", "Иванова": "=1+1", "ab1": "<b>Zoë</b>", "@x\u202egnp": "", "مريم": "-2,3\u2066"}
    (tmp_path / "in").mkdir()
    for number, (id, name) in enumerate(names.items()):
        (tmp_path / "in" / f"{number}.json").write_bytes(lesson.file(id, name=name))
    done = grade(lesson, tmp_path / "in", *([] if layout == "plain" else ["--for", layout]))
    found = done.table("feedback.csv")
    assert {(row["student"], row["name"]) for row in found} == {
        ("李明", "李明"),
        ("Иванова", "'=1+1"),
        ("ab1", "<b>Zoë</b>"),
        ("'@x\\u{202e}gnp", ""),
        ("مريم", "'-2,3\\u{2066}"),
    }
    assert {row["page"] for row in found} == {
        path.relative_to(done.folder).as_posix() for path in done.folder.glob("feedback/*")
    }
    for row in found:
        page = (done.folder / row["page"]).read_text("utf-8")
        assert f"<bdi>{row['student'].removeprefix(chr(39))}</bdi>" in page
    # What these systems import has columns of its own.
    assert all("page" not in row for row in done.gradebook)


def test_a_run_that_fails_leaves_the_earlier_one_as_it_was(lesson, tmp_path, grade, monkeypatch):
    (tmp_path / "a.json").write_bytes(lesson.file("ab1"))
    first = grade(lesson, tmp_path / "a.json")
    before = contents(first.folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.json").write_bytes(lesson.file("cd2"))
    monkeypatch.setattr("seminar.grading.grade._write", full)
    second = grade(lesson, tmp_path / "a.json")
    assert second.code == 2
    assert "No space left" in second.err
    assert contents(first.folder) == before


def test_processes_and_chunks_change_nothing(lesson, tmp_path):
    files = [classes.handed_in(lesson.key, one) for one in classes.students(450)]
    found = [Found(f"{k}.json", made, None) for k, made in enumerate(files)]
    found.insert(7, Found("broken.json", b"{", None))
    grade_class(lesson.assignment, found, tmp_path / "one")
    with processes(2) as mapper:
        heard: list[int] = []
        grade_class(lesson.assignment, reversed(found), tmp_path / "two", mapper=mapper, told=heard.append)
    assert sum(heard) == len(found)
    assert len(heard) > 2
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert (tmp_path / "one" / "gradebook.csv").read_text("utf-8").count("\n") == 451


def test_marking_a_file_is_pure_and_travels(lesson):
    import pickle

    known = pickle.loads(pickle.dumps(marker(lesson.assignment, "2026")))
    data = lesson.file("ab1", name="Li Ming")
    made = known.mark(data, "a.json")
    assert isinstance(made, Row)
    assert made == marker(lesson.assignment, "2026").mark(data, "a.json")
    assert pickle.loads(pickle.dumps(made)) == made
    assert isinstance(known.mark(b"", "a.json"), Rejected)


# -- commands that are misunderstood


def test_a_command_that_cannot_be_meant_ends_with_2(lesson, handed, tmp_path, grade):
    inside = grade(lesson, handed, to=handed / "marked")
    assert inside.code == 2
    assert "choose another" in inside.err
    assert not (handed / "marked").exists()
    nowhere = grade(lesson, tmp_path / "nowhere.zip")
    assert nowhere.code == 2
    assert "write where it lies, such as ~/Downloads/nowhere.zip" in nowhere.err
    over = tmp_path / "over"
    over.mkdir()
    shutil.copy(next(handed.iterdir()), over / "marks.jsonl")
    assert grade(lesson, over / "marks.jsonl", to=over).code == 2
    (tmp_path / "file").write_text("")
    assert grade(lesson, handed, to=tmp_path / "file").code == 2
    for more in (["--jobs", "0"], ["--jobs", "many"], ["--keep", "worst"], ["--for", "blackboard"]):
        with pytest.raises(SystemExit) as caught:
            grade(lesson, handed, *more)
        assert caught.value.code == 2


def test_an_assignment_that_is_not_there_is_told_with_near_names(
    lesson, handed, monkeypatch, capsys, tmp_path
):
    from seminar.cli import main

    monkeypatch.chdir(lesson.root)
    assert main(["grade", "twentyy", str(handed), "--to", str(tmp_path)]) == 2
    assert "'twenty'" in capsys.readouterr().err


def test_a_file_named_twice_is_read_once(lesson, handed, tmp_path):
    one = sorted(handed.iterdir())[0]
    assert len(list(incoming([handed, one, one]))) == 40
