"""A Canvas that imports the package asks the book's questions and gives its marks, or the loss is told."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from seminar.cli import main
from seminar.exercises.assignments import Assignment
from seminar.exercises.model import TYPES, Exercise
from seminar.surfaces.markup import markup, rendered
from seminar.surfaces.release import qti
from tests.surfaces.canvas_reader import Given, Item, NotCanvas, Package, Q, read, text_of
from tests.surfaces.fixture_platforms import (
    HOSTILE,
    Asked,
    answers,
    differing,
    hostile,
    kept_or_told,
    options_of,
    policies,
    shown,
    versions,
)
from tests.surfaces.fixture_release import NAME, VARIED, Bank, data
from tests.surfaces.leaks import secrets, sentences_of

SEED = "a-secret-of-this-class"
DTD = Path(__file__).with_name("qti_core.dtd")
OTHERWISE = (
    "points only for a wholly right answer",
    "points for neighbours in the right order",
    "a wrong option costs",
    "a number that earns part of the points",
    "all points for choosing none",
)
"""How the losses begin that let a mark be another than the book's."""


class Made:
    """A released assignment: its package as read, and its losses by exercise."""

    def __init__(self, assignment: Assignment, page: str, folder: Path, seed: str = "") -> None:
        self.assignment, self.page, self.folder, self.seed = assignment, page, folder, seed
        self.files, self.losses = qti.qti(page, folder, assignment, seed, False)
        self.content = self.files[f"{assignment.name}-qti.zip"]
        self.package: Package = read(self.content)

    @classmethod
    def of(cls, bank: Bank) -> Made:
        """Release a small book's."""
        return cls(bank.assignment(), bank.page(), bank.root)

    def item(self, exercise: Exercise, number: int = 0) -> Item:
        """Return an exercise's question, found by its title, the version's number and what it asks."""
        prompt = shown(rendered(exercise)["prompt"])
        found = [
            each
            for each in self.package.items
            if each.title.split(" (version")[0] == held(exercise.title)
            and each.title.endswith(f" (version {number})" if number else "")
            and held(prompt) in shown(each.text)
        ]
        (one,) = found
        return one

    def lost(self, id: str) -> list[str]:
        """Return what was lost of an exercise."""
        return [loss.what for loss in self.losses if loss.exercise == id]


def held(text: str) -> str:
    """Return a text as XML can hold it."""
    return text.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Every type, released."""
    return Made.of(Bank(tmp_path_factory.mktemp("bank"), data(), other=False))


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Every policy, released."""
    return Made.of(Bank(tmp_path_factory.mktemp("bank"), policies(), other=False))


def given(exercise: Exercise, item: Item, answer: dict[str, Any]) -> Given:
    """Return an answer as it is given in Canvas, found there by what a student reads."""
    if item.kind == "numerical_question":
        return {
            "response1": answer["number"] if "number" in answer else next(iter(answer["values"].values()))
        }
    if item.kind in ("multiple_choice_question", "multiple_answers_question"):
        by_text = {text_of(text): ident for ident, text in item.lines[0].labels.items()}
        texts = options_of(exercise, "options/*/text")
        chosen = [answer["choice"]] if "choice" in answer else answer["choices"]
        return {"response1": {by_text[texts[place]] for place in chosen}}
    wanted = wanted_in(exercise, answer)
    found = {}
    for line in item.lines:
        text = read_beside(item, line.ident, line.text)
        (choice,) = [choice for known, choice in wanted.items() if text.split(" (Read: ")[0] == known]
        idents = [ident for ident, label in line.labels.items() if label == choice]
        assert len(idents) == (choice is not None)
        found[line.ident] = set(idents)
    return found


def read_beside(item: Item, ident: str, name: str) -> str:
    """Return the text to which a list to choose from belongs."""
    if item.kind == "matching_question":
        return text_of(name)
    (line,) = [
        each for each in BeautifulSoup(item.text, "html.parser").select("li") if f"[{name}]" in each.text
    ]
    return shown(str(line)).removesuffix(f"[{name}]").strip()


def wanted_in(exercise: Exercise, answer: dict[str, Any]) -> dict[str, str | None]:
    """Return what is chosen from the list behind each text."""
    if "choices" in answer:
        texts = options_of(exercise, "options/*/text")
        return {
            text: "applies" if place in answer["choices"] else "does not apply"
            for place, text in enumerate(texts)
        }
    if "order" in answer:
        texts = options_of(exercise, "items/*/text")
        return {texts[i]: str(place) for place, i in enumerate(answer["order"], start=1)}
    field, pattern, targets = {
        "matching": ("pairs", "pairs/*/left", "rights/*"),
        "classification": ("boxes", "items/*/text", "boxes/*"),
        "spectrum": ("boxes", "items/*/text", "places/*/label"),
    }[exercise.type]
    names = options_of(exercise, targets)
    texts = options_of(exercise, pattern)
    return {text: None if box is None else names[box] for text, box in zip(texts, answer[field], strict=True)}


def marked(released: Made) -> list[tuple[Exercise, dict[str, Any], Item]]:
    """Return each question that is marked at once, with its exercise and the book's rule."""
    found = [
        (exercise, rule, released.item(exercise, number))
        for exercise, rule, number in versions(released.assignment, released.seed)
    ]
    return [each for each in found if each[2].kind != "essay_question"]


def asked(exercise: Exercise, rule: dict[str, Any], item: Item) -> Asked:
    """Return a question with what its mark there is."""
    return exercise, rule, lambda answer: item.mark(given(exercise, item, answer))


# -- the same marks


def types_held(released: Made) -> set[str]:
    """Assert that marks are the book's, unless a loss is told that lets them differ; return the types."""
    questions = (asked(*each) for each in marked(released))
    return kept_or_told(questions, released.lost, OTHERWISE)


def test_marks_are_the_book_s_but_where_a_loss_is_told(made: Made, hard: Made) -> None:
    assert types_held(made) == set(TYPES) - {"short-text", "prediction", "reveal", "draw"}
    assert len(types_held(hard)) > 5


def test_full_marks_can_be_had_where_none_is_right(hard: Made) -> None:
    (item,) = [each for each in hard.package.items if each.title == "several-false2-0-3"]
    by_text = {text_of(text): ident for ident, text in item.lines[0].labels.items()}
    none = by_text.pop("None of these")
    assert item.mark({"response1": {none}}) == 1
    assert all(item.mark({"response1": {other, none}}) == 0 for other in by_text.values())


def test_a_planted_wrong_key_gives_other_marks(hard: Made) -> None:
    for id in ("match-extra", "order-whole", "several-false-2-3", "number-exact"):
        (planted,) = [each for each in marked(hard) if each[0].id == id]
        exercise, rule, item = planted
        right, *_ = answers(exercise, rule)
        assert item.mark(given(exercise, item, right)) == 1
        scored = [each for each in item._conditions() if each.find(f"{Q}setvar") is not None]
        key = next(scored[0].iter(f"{Q}varequal"))
        before, others = key.text, [*item.lines[0].labels]
        key.text = next((each for each in others if each != before), "7") if len(others) > 1 else "7"
        assert item.mark(given(exercise, item, right)) < 1
        key.text = before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<setvar action="Set" varname="SCORE">100<', b'<setvar action="Set" varname="SCORE">50<'),
        (b'linkrefid="general_fb"', b'linkrefid="general"'),
        (b"[line1]", b"[line9]"),
        (b"%24IMS-CC-FILEBASE%24/figure-read.png", b"%24IMS-CC-FILEBASE%24/figure.png"),
        (b'<setvar action="Add" varname="SCORE">33.33<', b'<setvar action="Add" varname="SCORE">25.00<'),
    ],
)
def test_what_canvas_would_refuse_is_found(old: bytes, new: bytes, made: Made) -> None:
    with ZipFile(BytesIO(made.content)) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    (name,) = [name for name, content in files.items() if old in content]
    files[name] = files[name].replace(old, new, 1)
    packed = BytesIO()
    with ZipFile(packed, "w") as zipped:
        for each, content in files.items():
            zipped.writestr(each, content)
    with pytest.raises(NotCanvas):
        read(packed.getvalue())


# -- the same questions


def test_every_question_is_there_with_its_points_texts_and_feedback(made: Made) -> None:
    for set_item in made.assignment.items:
        for exercise in set_item.exercises(""):
            item = made.item(exercise)
            texts = {path: shown(html) for path, html in rendered(exercise).items()}
            assert item.points == set_item.points
            told = shown(item.feedback["general_fb"])
            assert texts.get("solution", "") in told
            assert texts.get("outcome", "") in told


def test_an_answer_is_told_what_the_book_tells_of_it(made: Made) -> None:
    by_id = {each.id: (each, made.item(each)) for each, _, item in marked(made) if not item.group}
    exercise, item = by_id["fixture-single"]
    wrong = item.told(given(exercise, item, {"choice": 1}))
    assert "It did not take place in June." in item.feedback[next(each for each in wrong if each[0] == "1")]
    exercise, item = by_id["fixture-numeric"]
    assert item.told(given(exercise, item, {"number": "27.2"})) == ["general_fb"]
    assert item.told(given(exercise, item, {"number": "22.5"})) == ["general_fb", "general_incorrect_fb"]
    assert "21–21.8: You divided by the later year." in shown(item.feedback["general_incorrect_fb"])
    exercise, item = by_id["fixture-matching"]
    right, *_ = answers(exercise, exercise.rule())
    assert item.told(given(exercise, item, right)) == ["general_fb"]
    assert len(item.told(given(exercise, item, {"pairs": [1, 1, 1]}))) == 3


def test_nothing_that_the_book_tells_after_answering_is_missing(made: Made, hard: Made) -> None:
    """Every sentence of feedback and solutions is in the package, none that only those who mark may read."""
    for released in (made, hard):
        exercises = [one for item in released.assignment.items for one in item.exercises("")]
        hints = {each for one in exercises for hint in one.hint_texts for each in sentences_of(markup(hint))}
        parts = [part for one in exercises for part in one.for_marking()]
        markers = {each for part in parts for each in sentences_of(markup(part.text))}
        feedback = [text for item in released.package.items for text in item.feedback.values()]
        whole = " ".join(map(shown, feedback))
        told = secrets(exercises, [])
        there = {each for each in told if " ".join(each.split()) in whole}
        assert told - there <= hints | markers
        assert not markers & there
        assert not hints or "hints" in released.lost("")
    assert [part for item in made.assignment.items for part in item.exercise.for_marking()]


def test_what_is_asked_holds_nothing_that_tells(made: Made) -> None:
    exercises = [one for item in made.assignment.items for one in item.exercises("")]
    public = [part.text for one in exercises for part in one.parts() if not part.sealed]
    told = secrets(exercises, public)
    assert len(told) > 80
    asked = " ".join(
        shown(each.text) + " ".join(shown(text) for line in each.lines for text in line.labels.values())
        for each in made.package.items
    )
    assert {each for each in told if " ".join(each.split()) in asked} == set()


def test_no_order_tells_the_key(hard: Made, made: Made) -> None:
    """Items to put in order and partners stand as in any release: by their texts alone."""
    for released in (made, hard):
        for exercise, _, item in marked(released):
            if exercise.type == "ordering":
                texts = options_of(exercise, "items/*/text")
                there = [read_beside(item, line.ident, line.text) for line in item.lines]
                assert there == [texts[place] for place in exercise.released]
            if exercise.type == "matching":
                texts = options_of(exercise, "rights/*")
                for line in item.lines:
                    assert [*line.labels.values()] == [texts[place] for place in exercise.released]


def test_variants_are_a_group_of_which_one_is_drawn(made: Made) -> None:
    several = [each for each in made.package.items if each.group]
    assert [each.group for each in several] == ["How far up?"] * 3
    assert [each.title for each in several] == [f"How far up? (version {n})" for n in (1, 2, 3)]
    assert "which version a student gets goes by the student's id" in made.lost(VARIED)


def test_a_seed_makes_variants_of_its_own_and_stands_nowhere(made: Made) -> None:
    seeded = Made(made.assignment, made.page, made.folder, SEED)
    assert SEED.encode() not in b"".join(seeded.files.values())
    for exercise, rule, item in marked(seeded):
        if exercise.id == VARIED:
            assert differing(asked(exercise, rule, item)) == []
    assert [each.text for each in seeded.package.items] != [each.text for each in made.package.items]


def test_the_quiz_says_what_to_do_and_keeps_the_rule_on_feedback(made: Made, tmp_path: Path) -> None:
    package = made.package
    assert package.title == "Every type & more"
    for text in ("Then answer.", "Friday", "Your own words.", "None of it.", "Your teacher alone"):
        assert text in shown(package.description)
    points = sum(each.points for each in package.items if not each.group)
    points += next(each.points for each in package.items if each.group)
    assert float(package.settings["points_possible"]) == points
    assert package.settings["hide_results"] == ""
    bank = Bank(tmp_path, data()[:1], other=False)
    path = f"exercises/assignments/{NAME}.yml"
    text = (bank.root / path).read_text(encoding="utf-8")
    bank.write(path, text.replace("feedback: at-once", "feedback: never"))
    settings = Made.of(bank).package.settings
    assert (settings["hide_results"], settings["show_correct_answers"]) == ("always", "false")


# -- figures


def test_figures_travel_with_their_alt_text_caption_and_source(made: Made) -> None:
    seen = 0
    for set_item in made.assignment.items:
        if set_item.exercise.figure:
            page = BeautifulSoup(made.item(set_item.exercise).text, "html.parser")
            assert page.select("img")
            assert all(len(str(each["alt"])) > 20 for each in page.select("img"))
            assert "Source: " in page.text
            seen += len(page.select("img"))
    assert len(made.package.files) == seen
    assert all(content.startswith(b"\x89PNG\r\n") for content in made.package.files.values())


# -- the package


@pytest.mark.parametrize("which", ["made", "hard"])
def test_the_assessment_is_valid_by_the_core_of_the_standard(
    which: str, request: pytest.FixtureRequest
) -> None:
    released: Made = request.getfixturevalue(which)
    assert faults(released.package.assessment) == ""
    # It would say what is wrong.
    for old, new in (
        (b"<outcomes>", b"<outcome>"),
        (b' rcardinality="Single"', b' rcardinality="One"'),
        (b"<itemmetadata>", b"<itemmetadata/><itemmetadata>"),
    ):
        broken = released.package.assessment.replace(old, new)
        broken = broken.replace(b"</outcomes>", b"</outcome>") if old == b"<outcomes>" else broken
        assert faults(broken) != ""


def faults(assessment: bytes) -> str:
    """Return what is invalid; the standard's DTD knows neither namespaces nor Canvas's points of a group."""
    root = etree.fromstring(assessment)
    for each in list(root.iter(f"{Q}selection_extension")):
        each.getparent().remove(each)
    plain = re.sub(rb"<questestinterop[^>]*>", b"<questestinterop>", etree.tostring(root), count=1)
    with DTD.open(encoding="utf-8") as file:
        dtd = etree.DTD(file)
    dtd.validate(etree.fromstring(plain))
    return "\n".join(map(str, dtd.error_log.filter_from_errors()))


def test_the_same_bytes_each_time(made: Made) -> None:
    assert Made(made.assignment, made.page, made.folder).files == made.files


def test_hostile_texts_arrive_as_they_are(tmp_path: Path) -> None:
    released = Made.of(Bank(tmp_path, hostile(), other=False))
    assert faults(released.package.assessment) == ""
    expected = held(shown(markup(HOSTILE)))
    for set_item in released.assignment.items:
        item = released.item(set_item.exercise)
        assert expected in shown(item.text)
        assert "characters that XML forbids" in released.lost(set_item.exercise.id)
    assert len(released.package.items) >= len(hostile())


# -- the command


def test_the_command_writes_the_package_and_warns_of_the_keys(
    book: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", NAME, "--to", "out", "--format", "qti"]) == 0
    first, second, *told = capsys.readouterr().out.splitlines()
    assert first.endswith(f"{NAME}-qti.zip (it holds the keys: never hand it out)")
    assert second.endswith(f"{NAME}-qti-losses.txt")
    assert "\n".join(told) + "\n" == Path("out", f"{NAME}-qti-losses.txt").read_text(encoding="utf-8")
    assert len(read(Path("out", f"{NAME}-qti.zip").read_bytes()).items) == 4


def test_every_type_has_its_question() -> None:
    assert set(qti._KINDS) == set(TYPES)
