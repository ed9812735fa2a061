"""A Moodle that imports the file asks the book's questions and gives the book's marks, or tells the loss."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from seminar.cli import main
from seminar.exercises.assignments import Assignment
from seminar.exercises.model import TYPES, Exercise
from seminar.exercises.variants import variants
from seminar.surfaces.markup import markup, rendered
from seminar.surfaces.release import moodle
from seminar.surfaces.release.losses import Loss, report
from tests.surfaces.fixture_platforms import (
    HOSTILE,
    Asked,
    differing,
    hostile,
    kept_or_told,
    moments_of,
    options_of,
    policies,
    shown,
    versions,
)
from tests.surfaces.fixture_release import NAME, VARIED, Bank, data
from tests.surfaces.leaks import secrets
from tests.surfaces.moodle_reader import LEGAL, NotMoodle, Question, read, text_of

SEED = "a-secret-of-this-class"
OTHERWISE = (
    "points only for a wholly right answer",
    "a wrong option costs",
    "a number that earns",
    "equal shares of more than ten right options",
    "all points for choosing none",
)
"""How the losses begin that let a mark be another than the book's."""


class Made:
    """A released assignment: its file as read, and its losses by exercise."""

    def __init__(self, assignment: Assignment, page: str, folder: Path, seed: str = "") -> None:
        self.assignment, self.page, self.folder, self.seed = assignment, page, folder, seed
        self.files, self.losses = moodle.moodle(page, folder, assignment, seed, False)
        self.content = self.files[f"{assignment.name}-moodle.xml"]
        self.questions = {each.idnumber: each for each in read(self.content) if each.idnumber}

    @classmethod
    def of(cls, bank: Bank) -> Made:
        """Release a small book's."""
        return cls(bank.assignment(), bank.page(), bank.root)

    def lost(self, id: str) -> list[str]:
        """Return what was lost of an exercise."""
        return [loss.what for loss in self.losses if loss.exercise == id]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Every type, released."""
    return Made.of(Bank(tmp_path_factory.mktemp("bank"), data(), other=False))


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Every policy, released."""
    return Made.of(Bank(tmp_path_factory.mktemp("bank"), policies(), other=False))


def given(exercise: Exercise, question: Question, answer: dict[str, Any]) -> object:
    """Return an answer as it is given in Moodle, found there by what a student reads."""
    if "number" in answer:
        return answer["number"]
    if question.kind == "shortanswer":
        return answer["because"]
    if question.kind == "numerical":
        return next(iter(answer["values"].values()))
    if question.kind in ("multichoice", "ordering"):
        there = [text_of(each.text) for each in question.answers]
        pattern = "items/*/text" if question.kind == "ordering" else "options/*/text"
        places = [there.index(text) for text in options_of(exercise, pattern)]
        if "choice" in answer:
            return places[answer["choice"]]
        if "order" in answer:
            return [places[i] for i in answer["order"]]
        return {places[i] for i in answer["choices"]}
    if question.kind == "matching":
        field, pattern, targets = (
            ("pairs", "pairs/*/left", "rights/*")
            if exercise.type == "matching"
            else ("boxes", "items/*/text", "boxes/*")
        )
        names = options_of(exercise, targets)
        chosen = dict(zip(options_of(exercise, pattern), answer[field], strict=True))
        stems = [text_of(stem) for stem in question.stems if stem]
        assert sorted(stems) == sorted(chosen)
        return [None if chosen[stem] is None else names[chosen[stem]] for stem in stems]
    return filled(exercise, question, answer)


def filled(exercise: Exercise, question: Question, answer: dict[str, Any]) -> list[str | None]:
    """Return what is put into each field of a cloze question, each found by the line in which it stands."""
    lines = [
        shown(str(line))
        for line in BeautifulSoup(question.text, "html.parser").select("li")
        if "[…]" in line.text
    ]
    wanted: dict[str, str | None] = {}
    if "values" in answer:
        wanted = dict(zip(moments_of(exercise), answer["values"], strict=True))
    elif "choices" in answer:
        texts = options_of(exercise, "options/*/text")
        wanted = {
            text: "applies" if place in answer["choices"] else "does not apply"
            for place, text in enumerate(texts)
        }
    else:
        names = options_of(exercise, "places/*/label" if exercise.type == "spectrum" else "boxes/*")
        for text, box in zip(options_of(exercise, "items/*/text"), answer["boxes"], strict=True):
            wanted[text] = None if box is None else names[box]
    found = []
    for line in lines:
        (text,) = [text for text in wanted if line.removesuffix("[…]").strip().split(" (Read: ")[0] == text]
        found.append(wanted[text])
    return found


def marked(released: Made) -> list[tuple[Exercise, dict[str, Any], Question]]:
    """Return each question that is marked at once, with its exercise and the book's rule."""
    found = [
        (exercise, rule, released.questions[exercise.id + (f"/{number}" if number else "")])
        for exercise, rule, number in versions(released.assignment, released.seed)
    ]
    return [each for each in found if each[2].kind != "essay"]


def asked(exercise: Exercise, rule: dict[str, Any], question: Question) -> Asked:
    """Return a question with what its mark there is."""
    return exercise, rule, lambda answer: question.mark(given(exercise, question, answer))


# -- the same marks


def types_held(released: Made) -> set[str]:
    """Assert that marks are the book's, unless a loss is told that lets them differ; return the types."""
    questions = (asked(*each) for each in marked(released))
    return kept_or_told(questions, released.lost, OTHERWISE, 1e-4)


def test_marks_are_the_book_s_but_where_a_loss_is_told(made: Made, hard: Made) -> None:
    assert types_held(made) == set(TYPES) - {"short-text", "prediction", "reveal"}
    assert len(types_held(hard)) > 5


def test_full_marks_can_be_had_where_none_is_right(hard: Made) -> None:
    question = hard.questions["several-false2-0-3"]
    (none,) = [place for place, each in enumerate(question.answers) if text_of(each.text) == "None of these"]
    assert question.mark({none}) == 1
    assert question.mark({0}) == question.mark({none, 0}) == 0


def test_any_sentence_earns_the_points_where_only_a_sentence_is_asked(made: Made) -> None:
    question = made.questions["figure-explore-because"]
    assert question.kind == "shortanswer"
    assert question.mark("It fell (by a half).\nThen it rose.") == 1
    assert question.mark(" \n") == 0


@pytest.mark.parametrize("count", range(1, 21))
def test_shares_are_legal_and_add_up(count: int) -> None:
    shares = moodle.shares(count)
    assert len(shares) == count
    assert abs(sum(shares) - 100) < 0.001
    assert all(any(abs(float(share) - legal) < 0.001 for legal in LEGAL) for share in shares)


def test_the_legal_fractions_are_those_of_the_documentation() -> None:
    assert {round(float(each), 4) for each in moodle.FRACTIONS} == {round(each, 4) for each in LEGAL}


@pytest.mark.parametrize("wrong", ["12.34", "99", "33"])
def test_a_planted_wrong_fraction_is_found(wrong: str, made: Made) -> None:
    planted = made.content.replace(b'fraction="50"', f'fraction="{wrong}"'.encode(), 1)
    assert planted != made.content
    with pytest.raises(NotMoodle):
        read(planted)


def test_a_planted_legal_but_wrong_fraction_gives_other_marks(
    hard: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    (planted,) = [each for each in marked(hard) if each[0].id == "several-false-2-3"]
    exercise, rule, question = planted
    assert differing(asked(exercise, rule, question)) == []
    loser = next(each for each in question.answers if each.fraction < 0)
    monkeypatch.setattr(loser, "fraction", -0.25)
    assert differing(asked(exercise, rule, question))


# -- the same questions


def test_every_question_is_there_with_its_points_texts_and_feedback(made: Made) -> None:
    for item in made.assignment.items:
        for number, exercise in enumerate(item.exercises(""), start=1):
            question = made.questions[exercise.id + (f"/{number}" if item.variants else "")]
            texts = {path: shown(html) for path, html in rendered(exercise).items()}
            assert texts["prompt"] in shown(question.text)
            assert question.penalty == 0
            if question.kind != "cloze":
                assert question.points == item.points
            if "solution" in texts:
                assert texts["solution"] in shown(question.feedback)
            if "outcome" in texts:
                assert texts["outcome"] in shown(question.feedback)
            if question.kind != "essay":
                assert [shown(hint) for hint in question.hints] == [
                    text for path, text in texts.items() if path.startswith("hints/")
                ]
            for place, answer in enumerate(question.answers):
                if question.kind == "multichoice":
                    assert shown(answer.feedback) == texts.get(f"options/{place}/feedback", "")


def test_nothing_that_the_book_tells_after_answering_is_missing(made: Made, hard: Made) -> None:
    """Every sentence of feedback, hints and solutions is somewhere in the file."""
    for released in (made, hard):
        exercises = [one for item in released.assignment.items for one in item.exercises("")]
        # A field's texts are written by their characters' numbers.
        content = released.content.decode().partition("<quiz>")[2]
        whole = shown(shown(content.replace("<![CDATA[", "").replace("]]>", "")))
        missing = {each for each in secrets(exercises, []) if " ".join(each.split()) not in whole}
        assert missing == set()


def test_what_is_asked_holds_nothing_that_tells(made: Made) -> None:
    exercises = [one for item in made.assignment.items for one in item.exercises("")]
    public = [part.text for one in exercises for part in one.parts() if not part.sealed]
    told = secrets(exercises, public)
    assert len(told) > 80
    asked = " ".join(shown(each.text) + shown(each.template) for each in made.questions.values())
    assert {each for each in told if " ".join(each.split()) in asked} == set()


def test_graders_are_told_what_a_good_answer_does(made: Made) -> None:
    question = made.questions["fixture-text"]
    assert question.kind == "essay"
    assert "Importance depends on what could not be had elsewhere." in question.graders
    assert "Names something that value does not show." in question.graders
    assert "Largest by what?" in question.graders
    assert "About 60 words are enough." in question.text
    marking = [
        part
        for item in made.assignment.items
        for part in item.exercise.for_marking()
        if "samples" in part.path
    ]
    graders = shown(" ".join(each.graders for each in made.questions.values()))
    assert marking
    assert all(shown(markup(part.text)) in graders for part in marking)
    forecast = made.questions["fixture-forecast"]
    assert forecast.points == 1
    assert "A complete answer earns all points, whatever it says." in shown(forecast.graders)
    assert re.findall(r"<p>(.*?) ?</p>", forecast.template) == ["Your answer:", "Low end:", "High end:"]


def test_what_is_not_marked_is_asked_for_in_a_question_without_points(made: Made) -> None:
    for id in ("fixture-spectrum", "figure-explore-choice"):
        reason = made.questions[f"{id}-reason"]
        assert (reason.kind, reason.points) == ("essay", 0)
        assert "Because …" in reason.template
    assert "Your own placing of You" in made.questions["fixture-spectrum-reason"].template


def test_variants_have_a_category_of_their_own(made: Made) -> None:
    several = [each for id, each in made.questions.items() if id.startswith(f"{VARIED}/")]
    assert [each.idnumber for each in several] == [f"{VARIED}/{number}" for number in (1, 2, 3)]
    assert {each.category for each in several} == {"$course$/top/Every type & more/How far up?"}
    others = {each.category for id, each in made.questions.items() if not id.startswith(VARIED)}
    assert others == {"$course$/top/Every type & more"}
    assert "which version a student gets goes by the student's id" in made.lost(VARIED)


def test_a_seed_makes_variants_of_its_own_and_stands_nowhere(made: Made) -> None:
    seeded = Made(made.assignment, made.page, made.folder, SEED)
    assert SEED.encode() not in b"".join(seeded.files.values())
    item = next(item for item in made.assignment.items if item.variants)
    for number, exercise in enumerate(variants(item.exercise, SEED, 3), start=1):
        question = seeded.questions[f"{VARIED}/{number}"]
        assert shown(rendered(exercise)["prompt"]) in shown(question.text)
        assert question.mark(str(exercise.key())) == 1


def test_the_first_question_says_what_to_do(made: Made) -> None:
    first = read(made.content)[0]
    assert first.kind == "description"
    for text in ("Then answer.", "Friday", "Your own words.", "None of it.", "Your teacher alone"):
        assert text in shown(first.text)


# -- figures


def test_figures_travel_with_their_alt_text_caption_and_source(made: Made) -> None:
    for item in made.assignment.items:
        if not item.exercise.figure:
            continue
        question = made.questions[item.exercise.id]
        page = BeautifulSoup(question.text, "html.parser")
        pictures = page.select("img")
        assert pictures
        assert [each["src"] for each in pictures] == [f"@@PLUGINFILE@@/{name}" for name in question.files]
        for picture, content in zip(pictures, question.files.values(), strict=True):
            assert content.startswith(b"\x89PNG\r\n")
            assert len(str(picture["alt"])) > 20
        if item.exercise.figure == "explorable":
            assert 5 <= len(pictures) <= 12
        else:
            assert len(pictures) == 1
        assert "Source: " in page.text


def test_every_choice_of_a_figure_s_controls_has_its_picture(made: Made) -> None:
    said = [
        str(each["alt"])
        for each in BeautifulSoup(made.questions["figure-explore-choice"].text, "html.parser").select("img")
    ]
    for reporter in ("China", "Russia"):
        assert len([alt for alt in said if f"Reporter: {reporter};" in alt]) == 5
    assert len(set(said)) == 10
    (lost,) = [
        each for each in made.losses if each.exercise == "figure-explore-choice" and "sliders" in each.what
    ]
    assert lost.instead == "each of its 10 views stands there as a picture"


def test_a_hidden_mark_is_in_no_picture(made: Made, tmp_path: Path) -> None:
    """The picture is made of the released drawing, which does not have it."""
    few = [each for each in data() if each["id"] in ("figure-reveal", "figure-draw")]
    other = Made.of(Bank(tmp_path, few, other=True))
    for id in ("figure-reveal", "figure-draw"):
        assert other.questions[id].files == made.questions[id].files


# -- the file


def test_the_same_bytes_each_time(made: Made) -> None:
    assert Made(made.assignment, made.page, made.folder).files == made.files


def test_hostile_texts_arrive_as_they_are(tmp_path: Path) -> None:
    released = Made.of(Bank(tmp_path, hostile(), other=False))
    assert b"\x07" not in released.content
    assert "\ufffe".encode() not in released.content
    # What a reader of XML gets: the same, but for what XML cannot hold.
    expected = shown(markup(HOSTILE)).replace("\x07", "\ufffd").replace("\ufffe", "\ufffd")
    looked_for = 0
    for exercise, rule, question in marked_of(released):
        assert expected in shown(question.text), exercise.id
        assert "characters that XML forbids" in released.lost(exercise.id)
        looked_for += 1
        if question.kind == "cloze":
            parts = rule.get("key", rule.get("correct", ()))
            assert len(question.fields) == len([each for each in parts if each is not None])
    assert looked_for == len(hostile())


def marked_of(released: Made) -> list[tuple[Exercise, dict[str, Any], Question]]:
    """Return every question with its exercise and rule."""
    return [
        (item.exercise, item.rule(), released.questions[item.exercise.id])
        for item in released.assignment.items
    ]


def test_html_is_in_cdata_and_the_file_is_well_formed_without_help(made: Made) -> None:
    parser = etree.XMLParser(resolve_entities=False, strip_cdata=False, recover=False)
    root = etree.fromstring(made.content, parser)
    for text in root.iterfind(".//questiontext/text"):
        assert "<![CDATA[" in etree.tostring(text, encoding="unicode")


# -- losses


def test_losses_are_told_each_once_with_their_exercises() -> None:
    losses = [Loss("", "a", "b"), Loss("one", "c", "d"), Loss("two", "c", "d"), Loss("one", "c", "d")]
    assert (
        report(losses) == "What could not be carried:\n- a\n  instead: b\n- c\n  instead: d\n  in: one, two\n"
    )
    assert report([]) == "Nothing was lost.\n"


def test_the_command_tells_the_losses_and_warns_of_the_keys(
    book: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", NAME, "--to", "out", "--format", "moodle", "--with-key"]) == 0
    first, second, third, *told = capsys.readouterr().out.splitlines()
    assert first.endswith(f"{NAME}-moodle.xml (it holds the keys: never hand it out)")
    assert second.endswith(f"{NAME}-moodle-losses.txt")
    assert third.endswith(f"{NAME}-with-key.html (it holds the keys: never hand it out)")
    assert "\n".join(told) + "\n" == Path("out", f"{NAME}-moodle-losses.txt").read_text(encoding="utf-8")
    assert told[0] == "What could not be carried:"
    # Beside what students get, it is told to be removed.
    assert main(["release", NAME, "--to", "out"]) == 0
    left = capsys.readouterr().err.splitlines()
    assert [line.split()[1] for line in left] == [
        str(Path("out", f"{NAME}-{rest}")) for rest in ("moodle.xml", "with-key.html")
    ]


def test_every_type_has_its_question() -> None:
    assert set(moodle._KINDS) == set(TYPES)
