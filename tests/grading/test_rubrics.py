"""Written answers are marked without names, in a file that a spreadsheet may maul, and nothing is lost."""

from __future__ import annotations

import csv
import io
import json
import pickle
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from seminar.exercises.assignments import assignment
from seminar.exercises.submission import Marked, key
from seminar.grading import filling, rubrics
from seminar.grading.feedback import Feedback
from seminar.grading.gradebook import BOM
from seminar.grading.records import Row
from seminar.grading.report import report
from seminar.grading.rubrics import COLUMNS, Judge, Scheme, Script, judging, read, scheme, script_code
from seminar.grading.statistics import ClassStatistics
from seminar.grading.texts import questions
from seminar.grading.written import write
from tests.grading import classes, marked
from tests.grading.conftest import Class

RUBRIC = [
    {
        "name": "=Evidence",
        "asks": "Could it be looked up?",
        "levels": [
            {"points": 1, "text": "It could."},
            {"points": 0.5, "text": "In part."},
            {"points": 0, "text": "Not at all."},
        ],
    },
    {
        "name": "Limits",
        "asks": "Does it say what it cannot know?",
        "levels": [{"points": 1, "text": "It does."}, {"points": 0, "text": "It does not."}],
    },
]
FIRST, SECOND = "short-text-1", "short-text-2"


def two_essays(root: Path, **own: Any) -> Class:
    """Make a class with two essays: one with a checklist, one with a rubric that the assignment scales."""
    classes.project(root, essays=2)
    file = root / "exercises" / "class.yml"
    made = json.loads(file.read_text(encoding="utf-8"))
    next(each for each in made if each["id"] == SECOND).update(rubric=RUBRIC, **own)
    file.write_text(json.dumps(made), encoding="utf-8")
    listed = root / "exercises" / "assignments" / f"{classes.NAME}.yml"
    asked = json.loads(listed.read_text(encoding="utf-8"))
    asked["exercises"] = [{"id": FIRST}, {"id": SECOND, "points": 5}]
    listed.write_text(json.dumps(asked), encoding="utf-8")
    found = assignment(classes.NAME, root)
    return Class(root, found, key(found))


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """Two essays."""
    return two_essays(tmp_path_factory.mktemp("lesson") / "project")


def row(lesson: Class, id: str, text: str = "Because.", **more: Any) -> Row:
    return marked.answered(lesson.key, id, {FIRST: {"text": text}, SECOND: {"text": text}}, **more)


def sheet(lesson: Class, *rows: Row) -> list[dict[str, str]]:
    """Return the rows to fill, by their headings."""
    known = scheme(lesson.assignment)
    found = [script for each in rows for script in rubrics.scripts(each, known.exercises)]
    text = filling.heading() + "".join(filling.to_fill(found, known))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def filled(rows: list[dict[str, str]], **levels: str) -> list[dict[str, str]]:
    """Return rows with the levels for the criteria of these names."""
    names = {"first": "1", "evidence": "'=Evidence", "limits": "Limits"}
    given = {names[name]: level for name, level in levels.items()}
    return [{**row, "level": given.get(row["criterion"], ""), "comment": ""} for row in rows]


def saved(rows: list[dict[str, str]], columns: tuple[str, ...] = COLUMNS, mark: str = ",") -> str:
    made = io.StringIO()
    writer = csv.DictWriter(made, columns, delimiter=mark, extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue()


def judged(lesson: Class, student: Row, *files: str) -> tuple[Row, list[str]]:
    """Return a student's row as these files mark it, and all that is told."""
    entries, problems = [], []
    for number, text in enumerate(files, start=1):
        found, wrong = read(text.encode(), f"{number}.csv")
        entries += found
        problems += wrong
    judge, wrong = judging(entries, scheme(lesson.assignment))
    result, odd = pickle.loads(pickle.dumps(judge)).judge(student)
    scripts = rubrics.scripts(student, judge.scheme.exercises)
    return result, [*problems, *wrong, *odd, *map(rubrics.unknown, rubrics.astray(judge, scripts))]


def levels(line: Marked) -> list[dict[str, str]]:
    """Return what a person gave an answer, criterion by criterion."""
    assert line.mark is not None
    found: list[dict[str, str]] = line.mark.detail["levels"]
    return found


# -- the file to fill


def test_each_criterion_has_a_row_with_its_levels_and_the_answer_beside_it(lesson: Class) -> None:
    rows = sheet(lesson, row(lesson, "li-ming"))
    assert [(each["exercise"], each["criterion"]) for each in rows] == [
        (FIRST, "1"), (SECOND, "'=Evidence"), (SECOND, "Limits")
    ]  # fmt: skip
    assert rows[0]["asks"] == "It gives a reason."
    assert rows[0]["levels"] == "yes (1 point)\npartly (0.5 points)\nno (0 points)"
    assert rows[1]["levels"] == "1 (2.5 points): It could.\n0.5 (1.25 points): In part.\n0: Not at all."
    assert {each["answer"] for each in rows} == {"Because."}
    assert {(each["level"], each["comment"]) for each in rows} == {("", "")}


def test_a_script_s_code_tells_nobody_who_wrote_it(lesson: Class) -> None:
    student = row(lesson, "li-ming", name="Li Ming")
    (code,) = {each["script"] for each in sheet(lesson, student)}
    assert re.fullmatch("S-[0-9A-Z]{4}-[0-9A-Z]{4}", code)
    assert code == script_code(student.receipt)
    assert student.receipt not in code
    assert script_code(row(lesson, "li-wei").receipt) != code


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "＝1", "\t=1", "\u202e=1", "a\r=1", "plain"])
def test_no_answer_is_a_formula_or_turns_the_page_round(text: str, lesson: Class) -> None:
    answer = sheet(lesson, row(lesson, "s1", text))[0]["answer"]
    assert not answer.startswith(("=", "+", "-", "@", "＝", "\t"))
    assert "\u202e" not in answer
    assert "\r" not in answer
    assert ("1" in answer or "sum" in answer) == (text != "plain")


def test_the_order_says_nothing_of_who_wrote_what(lesson: Class) -> None:
    known = scheme(lesson.assignment)
    found = [s for i in range(30) for s in rubrics.scripts(row(lesson, f"s{i:02}"), known.exercises)]
    mixed = rubrics.mixed(found, known)
    assert sorted(mixed) == sorted(found)
    assert [script.exercise for script in mixed] == [FIRST] * 30 + [SECOND] * 30
    assert mixed == rubrics.mixed(reversed(found), known)
    assert [s.code for s in mixed[:30]] != [s.code for s in found[::2]]
    assert [s.code for s in mixed[:30]] != [s.code for s in mixed[30:]]
    assert mixed != rubrics.mixed(found, known, "secret")


# -- what comes back


def test_levels_become_points_that_the_assignment_sets(lesson: Class) -> None:
    student = row(lesson, "s1")
    text = saved(filled(sheet(lesson, student), first="partly", evidence="0.5", limits="1"))
    result, problems = judged(lesson, student, text)
    assert problems == []
    assert [line.mark.points for line in result.marks if line.mark] == [50, 375]
    assert (result.points, result.to_mark) == (425, [])
    assert levels(result.marks[1]) == [
        {"criterion": "=Evidence", "level": "0.5", "points": "1.25", "comment": ""},
        {"criterion": "Limits", "level": "1", "points": "2.5", "comment": ""},
    ]


def spreadsheets() -> dict[str, Any]:
    """What programs and people do to the file, each with the rows as they were filled."""

    def shaped(**more: Any) -> Any:
        return lambda rows: saved(rows, **more).encode()

    return {
        "as written": shaped(),
        "with a mark": lambda rows: (BOM + saved(rows)).encode(),
        "semicolons": shaped(mark=";"),
        "Unicode text": lambda rows: saved(rows, mark="\t").encode("utf-16"),
        "line feeds": lambda rows: saved(rows).replace("\r\n", "\n").encode(),
        "all quoted": lambda rows: re.sub(
            r"(?m)^(S-[^,]*),", r'"\1",', saved(rows, mark=",")
        ).encode(),
        "other columns": shaped(columns=("note", "level", "criterion", "exercise", "comment", "script", "")),
        "headings": lambda rows: saved(rows).replace("script,exercise", "Script, EXERCISE ").encode(),
        "rows turned": lambda rows: saved(rows[::-1]).encode(),
        "blank rows": lambda rows: (
            "\r\n,,,\r\n" + saved(rows).replace("\r\nS-", "\r\n\r\n,,,,,,,,\r\nS-")
        ).encode(),
        "blank columns": shaped(columns=("", *COLUMNS, "  ")),
        "decimal commas": lambda rows: saved(
            [{**each, "level": each["level"].replace("0.5", "0,50")} for each in rows], mark=";"
        ).encode(),
        "capitals": lambda rows: saved(
            [{**each, "criterion": f" {each['criterion'].upper()} "} for each in rows]
        ).lower().encode(),
        "no guard": lambda rows: saved(
            [{**each, "criterion": each["criterion"].lstrip("'")} for each in rows]
        ).encode(),
        "a line for a program": lambda rows: ("sep=;\r\n" + saved(rows, mark=";")).encode(),
    }  # fmt: skip


@pytest.mark.parametrize("how", spreadsheets())
def test_a_spreadsheet_may_save_it_in_its_own_way(how: str, lesson: Class) -> None:
    student = row(lesson, "s1", 'He said "so",\nand; went\ton.')
    rows = filled(sheet(lesson, student), first="yes", evidence="0.5", limits="0")
    rows[1]["comment"] = 'see "this"; and that,\nand more'
    entries, problems = read(spreadsheets()[how](rows), "x.csv")
    assert problems == []
    judge, wrong = judging(entries, scheme(lesson.assignment))
    result, odd = judge.judge(student)
    assert (wrong, odd) == ([], [])
    assert [line.mark.points for line in result.marks if line.mark] == [100, 125]
    comment = 'see "this"; and that,\nand more'
    assert levels(result.marks[1])[0]["comment"] == comment


@given(st.text(), st.text())
def test_any_comment_and_answer_come_back(comment: str, text: str) -> None:
    known = Scheme({("essay", None): rubrics_of_one()})
    found = [Script("S-1111-1111", "essay", None, text)]
    written = BOM + filling.heading() + "".join(filling.to_fill(found, known))
    head, (line,) = (lambda rows: (rows[0], rows[1:]))(list(csv.reader(io.StringIO(written[1:], newline=""))))
    line[head.index("level")] = "yes"
    line[head.index("comment")] = filling.typed(comment)
    made = io.StringIO()
    csv.writer(made).writerows([head, line])
    (entry,), problems = read(made.getvalue().encode(), "x.csv")
    assert problems == []
    plain = filling.typed(comment)
    assert entry.comment == rubrics._unguarded(plain.strip())
    assert not rubrics.untouched(made.getvalue().encode())
    assert rubrics.untouched(written.encode())


def rubrics_of_one() -> tuple[rubrics.Criterion, ...]:
    level = rubrics.Level("yes", "", 100)
    return (rubrics.Criterion("1", "It does.", (level, rubrics.Level("no", "", 0))),)


# -- what is wrong is told, and what lacks waits


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"script": "S-0000-0000"}, "x, row 2: no script S-0000-0000 answers short-text-1 in this class"),
        ({"script": ""}, "x, row 2 does not say what it marks: fill in script, exercise and criterion"),
        (
            {"exercise": "short-text-9"},
            "has no written exercise short-text-9: write one of short-text-1, short",
        ),
        ({"criterion": "2"}, "x, row 2: short-text-1 has no criterion 2: write one of 1"),
        ({"level": "maybe"}, "x, row 2: 1 of short-text-1 has no level maybe: write one of yes, partly, no"),
        ({"level": "01.May"}, "has no level 01.May: write one of yes, partly, no"),
    ],
)
def test_a_row_that_fits_nothing_is_told_with_its_remedy(
    change: dict[str, str], told: str, lesson: Class
) -> None:
    student = row(lesson, "s1")
    rows = filled(sheet(lesson, student), first="yes", evidence="1", limits="1")
    rows[0] |= change
    result, problems = judged(lesson, student, saved(rows))
    assert len(problems) == 1
    assert told.replace("x, row", "1.csv, row") in problems[0]
    # The other answer has its points, this one waits.
    assert result.to_mark == [FIRST]
    assert result.points == 500


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "x.csv lacks these columns: script, exercise, criterion, level, comment."),
        (b"script,exercise,level\r\nS-1,a,yes\r\n", "x.csv lacks these columns: criterion, comment."),
        (saved([]).encode("utf-8") + b"S-1,\xe9,1,,,yes,,\r\n", "x.csv is not in UTF-8"),
        (
            (saved([]) + 'S-1,a,1,,,yes,"open\r\nS-2,a,1,,,yes,,\r\n').encode(),
            "x.csv, row 2: a quotation mark",
        ),
        ((saved([]) + 'S-1,a,1,,,yes,"two" words,\r\n').encode(), "x.csv, row 2: a quotation mark"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_marks_nothing(data: bytes, told: str) -> None:
    entries, problems = read(data, "x.csv")
    assert entries == []
    assert len(problems) == 1
    assert problems[0].startswith(told)
    assert not rubrics.untouched(data)


def test_half_filled_is_allowed_and_waits(lesson: Class) -> None:
    student = row(lesson, "s1")
    result, problems = judged(lesson, student, saved(filled(sheet(lesson, student), evidence="1")))
    assert problems == []
    assert (result.to_mark, result.points) == ([FIRST, SECOND], 0)


def test_two_markers_add_up_and_where_they_differ_it_is_told(lesson: Class) -> None:
    student = row(lesson, "s1")
    rows = sheet(lesson, student)
    one = filled(rows, first="yes", evidence="1")
    one[1]["comment"] = "clear"
    same = filled(rows, evidence="1", limits="0")
    same[1]["comment"] = "and dated"
    result, problems = judged(lesson, student, saved(one), saved(same))
    assert problems == []
    assert result.points == 100 + 250
    assert levels(result.marks[1])[0]["comment"] == "clear\nand dated"
    other = filled(rows, evidence="0", limits="0")
    result, problems = judged(lesson, student, saved(one), saved(other))
    code = script_code(student.receipt)
    assert problems == [
        f"2.csv, row 3 gives {code} the level 0 for =Evidence, and 1.csv, row 3 gives it 1: "
        "agree on one, and empty the other"
    ]
    assert result.to_mark == [SECOND]


def test_what_was_not_answered_takes_no_points(lesson: Class) -> None:
    student = marked.answered(lesson.key, "s1", {FIRST: {"text": "So."}})
    rows = filled(sheet(lesson, student), first="yes")
    rows.append({**rows[0], "exercise": SECOND, "criterion": "Limits", "level": "1"})
    result, problems = judged(lesson, student, saved(rows))
    assert result.points == 100
    assert len(problems) == 1
    assert "no script" in problems[0]


def test_a_judge_without_entries_changes_nothing(lesson: Class) -> None:
    student = row(lesson, "s1")
    assert Judge(scheme(lesson.assignment)).judge(student) == (student, [])


# -- what the report tells


def marked_class(lesson: Class) -> list[Row]:
    """Return six students with marks of a person, and one whose answers wait for them."""
    given = [("yes", "1", "1")] * 3 + [("partly", "0.5", "1")] * 2 + [("no", "0.5", "0")]
    rows = []
    for number, (first, evidence, limits) in enumerate(given):
        student = row(lesson, f"s{number}")
        sheet_ = filled(sheet(lesson, student), first=first, evidence=evidence, limits=limits)
        rows.append(judged(lesson, student, saved(sheet_))[0])
    return [*rows, row(lesson, "waiting")]


def counted(lesson: Class, rows: list[Row]) -> ClassStatistics:
    found = ClassStatistics(lesson.key)
    for each in rows:
        found.add(each)
    return found


def reported(lesson: Class, rows: list[Row]) -> list[Tag]:
    """Return the two exercises' sections of the report."""
    html = report(counted(lesson, rows), questions(lesson.assignment), {})
    return list(BeautifulSoup(html, "html.parser").select("section.exercise"))


def lines(section: Tag) -> list[list[str]]:
    """Return the cells of each criterion: what was looked for, the points reached, and each level."""
    return [
        [
            " ".join(each.get_text(" ").split())
            for each in (line.select_one("th"), line.select("td")[0].contents[-1], *line.select("li"))
            if each
        ]
        for line in section.select("tbody tr")
    ]


def test_the_report_tells_how_many_reached_each_level_of_a_criterion(lesson: Class) -> None:
    checklist, by_rubric = reported(lesson, marked_class(lesson))
    assert lines(checklist) == [
        [
            "1. It gives a reason.",
            "67 %",
            "1 point: Yes 50 % (3)",
            "0.5 points: Partly 33 % (2)",
            "0 points: No 17 % (1)",
        ]
    ]
    evidence, limits = lines(by_rubric)
    assert evidence == [
        "1. Could it be looked up?",
        "75 %",
        "2.5 points: It could. 50 % (3)",
        "1.25 points: In part. 50 % (3)",
        "0 points: Not at all. 0 % (0)",
    ]
    assert limits[1:] == ["83 %", "2.5 points: It does. 83 % (5)", "0 points: It does not. 17 % (1)"]
    assert "1 waits for a person’s mark" in by_rubric.get_text()
    heads = [
        [each.get_text() for each in one.select("thead th[scope=col]")] for one in (checklist, by_rubric)
    ]
    assert heads == [["What was looked for", "Points reached", "Found in how many answers"]] * 2


def test_students_read_which_level_a_sentence_of_the_checklist_got(lesson: Class) -> None:
    html = Feedback(questions(lesson.assignment)).page(marked_class(lesson)[3])
    cells = [each.contents[-1] for each in BeautifulSoup(html, "html.parser").select("tbody td")]
    assert [each.get_text() for each in cells] == [
        "0.5 of 1 point",
        "Partly",
        "1.25 of 2.5 points",
        "In part.",
        "2.5 of 2.5 points",
        "It does.",
    ]


def test_before_anybody_has_marked_there_is_no_table(lesson: Class) -> None:
    for section in reported(lesson, [row(lesson, "s1"), row(lesson, "s2")]):
        assert not section.select("table")
        assert "A person marks it." in section.get_text()


def test_levels_counted_in_parts_of_a_class_are_those_of_the_whole(lesson: Class) -> None:
    rows = marked_class(lesson)
    whole = counted(lesson, rows)
    merged = pickle.loads(pickle.dumps(counted(lesson, rows[4:])))
    merged.merge(counted(lesson, rows[:4]))
    for one, other in zip(whole.exercises, merged.exercises, strict=True):
        assert one.versions[None].outcomes == other.versions[None].outcomes
    evidence = [whole.exercises[1].versions[None].level(0, label) for label in ("1", "0.5", "0")]
    assert evidence == [3, 3, 0]


# -- the command


def hand_in(lesson: Class, folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for i in range(count):
        text = {"text": f"=cmd|{i} <img src=x onerror=alert(1)>"}
        made = classes.file(lesson.key, f"s{i}", {FIRST: text, SECOND: text}, f"Name Nr {i}")
        (folder / f"s{i}.json").write_bytes(made)
    return folder


def test_a_class_is_marked_by_filling_the_file(lesson: Class, tmp_path: Path, grade: Any) -> None:
    handed = hand_in(lesson, tmp_path / "in", 3)
    first = grade(lesson, handed)
    assert first.code == 1
    assert "marking.html" in first.out
    path = first.folder / "rubrics.csv"
    text = path.read_text(encoding="utf-8-sig")
    receipts = {row["receipt"] for row in first.gradebook}
    for content in (text, (first.folder / "marking.html").read_text(encoding="utf-8")):
        assert not [name for name in ("Name Nr", "s0.json", *receipts) if name in content]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = filled(list(csv.DictReader(file)), first="yes", evidence="0.5", limits="1")
    path.write_text(saved(rows), encoding="utf-8", newline="")
    kept = path.read_bytes()
    hand_in(lesson, handed, 4)
    second = grade(lesson, handed, "--rubrics", path)
    assert second.code == 1
    assert [row["total"] for row in second.gradebook] == ["4.75", "4.75", "4.75", "0"]
    assert path.read_bytes() == kept
    # The student who came later stands in a file of its own.
    more = second.table("rubrics-2.csv")
    assert {row["script"] for row in more} & {row["script"] for row in rows} == set()
    assert len(more) == 3
    other = second.folder / "rubrics-2.csv"
    other.write_text(saved(filled(more, first="no", evidence="0", limits="0")), encoding="utf-8", newline="")
    third = grade(lesson, handed, "--rubrics", path, other)
    assert (third.code, third.err) == (0, "4 students marked\n")
    assert not (third.folder / "rubrics-3.csv").exists()
    line = next(line for line in third.marks if line["exercise"] == SECOND)
    assert (line["points"], line["reason"], line["rule"]["kind"]) == (3.75, "by-hand", "by-hand")
    assert line["detail"]["levels"] == [
        {"criterion": "=Evidence", "level": "0.5", "points": "1.25", "comment": ""},
        {"criterion": "Limits", "level": "1", "points": "2.5", "comment": ""},
    ]


def test_problems_are_told_and_change_the_exit_code(lesson: Class, tmp_path: Path, grade: Any) -> None:
    handed = hand_in(lesson, tmp_path / "in", 1)
    rows = filled(grade(lesson, handed).table("rubrics.csv"), first="yes", evidence="1", limits="1")
    file = tmp_path / "mine.csv"
    file.write_text(saved([*rows, {**rows[0], "script": "S-0"}]), encoding="utf-8")
    done = grade(lesson, handed, "--rubrics", file)
    assert done.code == 1
    assert "mine.csv, row 5: no script S-0" in done.err
    assert done.gradebook[0]["total"] == "6"
    missing = grade(lesson, handed, "--rubrics", tmp_path / "none.csv")
    assert missing.code == 2
    assert "none.csv cannot be read" in missing.err


WHO = 'Ли\u202e "Мин", \x1b[31m'
"""The id of a student who hands in twice, and what a terminal is shown of it."""
SHOWN = r'Ли\u{202e} "Мин", \u{1b}[31m'


@pytest.mark.parametrize(
    ("at_hand", "told"),
    [
        # A platform's archive holds the new file alone: who it was, the earlier run tells.
        ({"new.json"}, "in a file that no longer counts, because another one does"),
        ({"old.json", "new.json"}, "in a file that no longer counts, because another one does"),
        (set(), "no file of this student is here now"),
    ],
)
@pytest.mark.parametrize("layout", ["plain", "moodle"])
def test_levels_of_a_file_that_counts_no_longer_are_told_with_whose_it_was(
    at_hand: set[str], told: str, layout: str, lesson: Class, tmp_path: Path, grade: Any
) -> None:
    shaped = [] if layout == "plain" else ["--for", layout]
    handed = hand_in(lesson, tmp_path / "in", 1)
    for name, text, day in (("old.json", "Once.", 1), ("new.json", "Twice.", 2)):
        answers = {FIRST: {"text": text}, SECOND: {"text": text}}
        moment = f"2026-03-0{day}T10:00:00.000Z"
        (tmp_path / name).write_bytes(classes.file(lesson.key, WHO, answers, "", handed_in=moment))
    shutil.copy(tmp_path / "old.json", handed)
    first = grade(lesson, handed, *shaped)
    path = first.folder / "rubrics.csv"
    rows = filled(first.table("rubrics.csv"), first="yes", evidence="1", limits="1")
    path.write_text(saved(rows), encoding="utf-8", newline="")
    old = script_code(json.loads((tmp_path / "old.json").read_bytes())["receipt"])
    new = script_code(json.loads((tmp_path / "new.json").read_bytes())["receipt"])
    assert {row["script"] for row in rows} > {old}
    (handed / "old.json").unlink()
    for name in at_hand:
        shutil.copy(tmp_path / name, handed)
    if "old.json" in at_hand:
        (first.folder / "marks.jsonl").unlink()
    done = grade(lesson, handed, "--rubrics", path, *shaped)
    assert done.code == 1
    lines = [line for line in done.err.splitlines() if old in line]
    assert len(lines) == 2
    for line, exercise in zip(sorted(lines), (FIRST, SECOND), strict=True):
        assert f"script {old} is what {SHOWN} answered to {exercise}" in line
        assert told in line
    # Whoever marks the new answer does not know whose it is.
    assert new not in done.err
    points = {line["student"]: line["points"] for line in done.marks if line["exercise"] == SECOND}
    assert points == {"s0": 5} | ({WHO: None} if at_hand else {})
    if at_hand:
        assert {row["script"] for row in done.table("rubrics-2.csv")} == {new}
        for name in ("rubrics-2.csv", "marking.html"):
            assert "Мин" not in (done.folder / name).read_text("utf-8")


def test_of_a_script_that_nobody_knows_no_student_is_named(lesson: Class, tmp_path: Path, grade: Any) -> None:
    handed = hand_in(lesson, tmp_path / "in", 1)
    first = grade(lesson, handed)
    rows = filled(first.table("rubrics.csv"), first="yes")
    file = tmp_path / "mine.csv"
    file.write_text(saved([{**rows[0], "script": "S-0000-0000"}]), encoding="utf-8")
    marks = first.folder / "marks.jsonl"
    for damage in ("", "\0\n{}\n[1]\n", marks.read_text("utf-8").replace('"receipt"', '"other"')):
        marks.write_text(damage, encoding="utf-8")
        assert "no script S-0000-0000 answers short-text-1" in grade(lesson, handed, "--rubrics", file).err
    marks.write_bytes(b'{"student": "\xff"\xfe')
    assert "no script S-0000-0000" in grade(lesson, handed, "--rubrics", file).err


@pytest.mark.parametrize("kept", ["a level", "a note of one's own", "an empty file", "another encoding"])
def test_what_a_person_touched_is_never_written_over(kept: str, lesson: Class, tmp_path: Path) -> None:
    known = scheme(lesson.assignment)
    found = rubrics.scripts(row(lesson, "s1"), known.exercises)
    write(tmp_path, lesson.assignment, known, found)
    path = tmp_path / "rubrics.csv"
    written = path.read_bytes()
    touched = {
        "a level": lambda: saved(filled(sheet(lesson, row(lesson, "s1")), first="yes")).encode(),
        "a note of one's own": lambda: written.replace(b"answer\r\n", b"answer,my note\r\n"),
        "an empty file": lambda: b"",
        "another encoding": lambda: written.decode("utf-8-sig").encode("utf-16"),
    }[kept]()
    path.write_bytes(touched)
    write(tmp_path, lesson.assignment, known, found)
    assert path.read_bytes() == touched
    assert (tmp_path / "rubrics-2.csv").exists() == (kept == "an empty file")
    path.write_bytes(written)
    shutil.copy(path, tmp_path / "copy.csv")
    write(tmp_path, lesson.assignment, known, found[:1])
    assert path.read_bytes() != written


def test_the_longest_answer_of_signs_that_steer_is_written_and_read(lesson: Class, tmp_path: Path) -> None:
    known = scheme(lesson.assignment)
    found = rubrics.scripts(row(lesson, "s1", "x" + "\u202e" * 19_999), known.exercises)
    for _ in range(2):
        write(tmp_path, lesson.assignment, known, found)
    assert not (tmp_path / "rubrics-2.csv").exists()
    assert read((tmp_path / "rubrics.csv").read_bytes(), "x") == ([], [])


def test_two_students_under_one_code_are_told(lesson: Class, tmp_path: Path) -> None:
    known = scheme(lesson.assignment)
    found = rubrics.scripts(row(lesson, "s1"), known.exercises)
    _, odd = write(tmp_path, lesson.assignment, known, [*found, *found])
    assert len(odd) == 1
    assert "share the script" in odd[0]


def test_an_assignment_without_essays_gets_no_such_file(tmp_path: Path) -> None:
    own = classes.project(tmp_path / "project")
    assert scheme(own).criteria == {}
    assert write(tmp_path, own, scheme(own), []) == ([], [])
    assert not list(tmp_path.glob("rubrics*"))
