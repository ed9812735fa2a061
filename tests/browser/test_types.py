"""Every type of exercise, in every state: by mouse, touch and keyboard, in both themes, wide and narrow."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import fixture_page
from tests.browser.conftest import Reader, faults

pytestmark = pytest.mark.browser


class Mouse:
    """Does what a person does, with the mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        target.click()

    def choose(self, target: Locator) -> None:
        self.press(target)

    def write(self, target: Locator, text: str) -> None:
        self.press(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def select(self, target: Locator, text: str) -> None:
        # The menu of a <select> is the system's own, beyond the page.
        target.select_option(label=text)


class Touch(Mouse):
    """The same with a finger."""

    def press(self, target: Locator) -> None:
        target.tap()


class Keyboard(Mouse):
    """The same with the keyboard alone: Tab until it is reached, then its key."""

    def reach(self, target: Locator) -> None:
        for _ in range(80):
            if target.evaluate("(e) => e === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {target}")

    def press(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("Space")

    def choose(self, target: Locator) -> None:
        same = "(e) => document.activeElement.name === e.name && document.activeElement.type === 'radio'"
        for _ in range(80):
            if target.evaluate(same):
                break
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Space")
        for _ in range(20):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"arrows do not lead to {target}")

    def write(self, target: Locator, text: str) -> None:
        self.reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def select(self, target: Locator, text: str) -> None:
        self.reach(target)
        for key in ("Home", *["ArrowDown"] * 12):
            self.page.keyboard.press(key)
            if target.evaluate("(e) => e.selectedOptions[0].text") == text:
                return
        raise AssertionError(f"arrows do not lead to {text}")


MODES: dict[str, tuple[type[Mouse], str, int]] = {
    "mouse-light-1280": (Mouse, "light", 1280),
    "touch-dark-360": (Touch, "dark", 360),
    "keyboard-dark-1280": (Keyboard, "dark", 1280),
    "keyboard-light-360": (Keyboard, "light", 360),
}

Steps = Callable[[Mouse, Locator], None]


def choose(*names: str) -> Steps:
    return lambda hand, ex: [hand.choose(ex.get_by_role("radio", name=name)) for name in names] and None


def tick(*names: str) -> Steps:
    """Leave exactly these boxes ticked."""

    def steps(hand: Mouse, ex: Locator) -> None:
        for box in ex.get_by_role("checkbox").all():
            wanted = any(name in (box.locator("xpath=..").inner_text()) for name in names)
            if box.is_checked() != wanted:
                hand.press(box)

    return steps


def write(text: str) -> Steps:
    return lambda hand, ex: hand.write(ex.get_by_role("textbox").first, text)


def move(*moves: tuple[str, str]) -> Steps:
    def steps(hand: Mouse, ex: Locator) -> None:
        for way, item in moves:
            hand.press(ex.get_by_role("button", name=f"Move {way}: {item}"))

    return steps


def select(*texts: str) -> Steps:
    def steps(hand: Mouse, ex: Locator) -> None:
        for box, text in zip(ex.get_by_role("combobox").all(), texts, strict=False):
            hand.select(box, text)

    return steps


def sort(*boxes: str) -> Steps:
    def steps(hand: Mouse, ex: Locator) -> None:
        groups = ex.locator("fieldset.seminar-sort").all()
        for group, box in zip(groups, boxes, strict=True):
            hand.choose(group.get_by_role("radio", name=box))

    return steps


ANNUAL = "B. The customs service's annual series, as it stands after all revisions"
MONTHLY = "A. The customs service's monthly series, first published on the seventh of the next month"

# Each type: not yet right, what it says then, and right.
ANSWERS: dict[str, tuple[Steps, str, str, Steps]] = {
    "fixture-single": (
        choose("After the summit"),
        "Not yet. 0 of 1 point.",
        "It did not take place in June.",
        choose("Before the summit"),
    ),
    "fixture-multiple": (
        tick("2016 to 2018", "in 2020"),
        "Not yet. 0 of 2 points.",
        "That was the target",
        tick("2016 to 2018", "100 billion"),
    ),
    "fixture-numeric": (
        write("21,4"),
        "Partly right. 1 of 2 points.",
        "You divided by the later year.",
        write(" +27.1 "),
    ),
    "fixture-ordering": (
        move(("down", "The spans"), ("up", "The spans"), ("down", "The spans")),
        "Not yet. 0 of 3 points.",
        "A finished structure carries no traffic yet.",
        move(("up", "The spans"), ("up", "The spans"), ("up", "The structure")),
    ),
    "fixture-matching": (
        select("a scholar", "a scholar"),
        "Partly right. 1 of 3 points. You left 1 open.",
        "Read the line under its title.",
        select("a columnist", "a scholar", "not known"),
    ),
    "fixture-matching-long": (
        select(ANNUAL, MONTHLY, MONTHLY),
        "Not yet. 0 of 2 points.",
        "Growth over a year needs years.",
        select(ANNUAL, MONTHLY, ANNUAL),
    ),
    "fixture-classification": (
        sort("a fact", "a fact", "a fact", "a forecast"),
        "Partly right. 2 of 4 points.",
        "Best by which measure?",
        sort("a fact", "a forecast", "an evaluation", "an evaluation"),
    ),
    "fixture-classification-many": (
        select("two", "two"),
        "Partly right. 1 of 2 points.",
        "The first is one.",
        select("one", "two"),
    ),
}


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> Any:
    return MODES[request.param]


@pytest.fixture
def visit(mode: Any, reader: Callable[..., Reader]) -> Callable[..., tuple[Page, Mouse, Locator]]:
    """Open a page with one exercise, in one mode."""

    def open_page(name: str, **options: Any) -> tuple[Page, Mouse, Locator]:
        hand, theme, width = mode
        person = reader(viewport={"width": width, "height": 800}, has_touch=hand is Touch)
        page = person.open([name], theme=theme, **options)
        return page, hand(page), page.locator(".seminar-exercise")

    return open_page


def sound(page: Page) -> None:
    """Nothing for axe to find, and nothing wider than the screen."""
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def focus_in(exercise: Locator) -> str:
    """Return the class of what has the focus; it must be within the exercise."""
    inside, name = exercise.evaluate(
        "(e) => [e.contains(document.activeElement), String(document.activeElement.className)]"
    )
    assert inside
    return str(name)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_exercise_answers_in_every_state(
    name: str, visit: Callable[..., tuple[Page, Mouse, Locator]]
) -> None:
    wrongly, verdict, explained, rightly = ANSWERS[name]
    page, hand, exercise = visit(name)
    button = lambda text: exercise.get_by_role("button", name=text, exact=True)  # noqa: E731
    live = exercise.get_by_role("status")
    hints = fixture_page.exercises()[name].hint_texts
    sound(page)

    expect(button("Show the solution")).to_have_count(0)
    hand.press(button("Check"))
    expect(exercise.locator(".seminar-lacking")).to_be_visible()
    expect(live).to_have_text(exercise.locator(".seminar-lacking").inner_text())
    expect(button("Show the solution")).to_have_count(0)
    sound(page)

    wrongly(hand, exercise)
    hand.press(button("Check"))
    result = exercise.locator(".seminar-result")
    expect(result).to_contain_text(verdict)
    expect(live).to_contain_text(verdict)
    expect(exercise).to_contain_text(explained)
    assert "seminar-result" in focus_in(exercise)
    sound(page)

    for number, _ in enumerate(hints, 1):
        label = "Hint" if len(hints) == 1 else f"Hint {number} of {len(hints)}"
        hand.press(button(label))
        expect(exercise.locator(".seminar-hint")).to_have_count(number)
        assert "seminar-hint" in focus_in(exercise)
    hand.press(button("Show the solution"))
    expect(exercise.locator(".seminar-solution")).to_be_visible()
    sound(page)
    hand.press(button("Hide the solution"))
    expect(exercise.locator(".seminar-solution")).to_have_count(0)

    hand.press(button("Try again"))
    expect(result).to_have_count(0)
    expect(exercise.locator(".seminar-feedback")).to_have_count(0)
    focus_in(exercise)
    rightly(hand, exercise)
    hand.press(button("Check"))
    expect(result).to_contain_text(re.compile(r"^\s*Right\. (\d) of \1 points?\."))
    expect(result).to_contain_text("2 tries")
    expect(button("Try again")).to_have_count(0)
    sound(page)

    said = result.inner_text()
    page.reload()
    expect(result).to_have_text(said)
    expect(exercise.locator(".seminar-hint")).to_have_count(len(hints))

    hand.press(button("Start over"))
    expect(button("Keep it")).to_be_focused()
    sound(page)
    page.keyboard.press("Escape")
    expect(button("Start over")).to_be_focused()
    hand.press(button("Start over"))
    hand.press(button("Clear my answer"))
    expect(result).to_have_count(0)
    focus_in(exercise)
    assert page.evaluate("Object.keys(localStorage)") == []
    page.reload()
    expect(button("Check")).to_be_visible()
    expect(button("Start over")).to_have_count(0)


def test_a_short_text_meets_its_model_answer(visit: Callable[..., tuple[Page, Mouse, Locator]]) -> None:
    page, hand, exercise = visit("fixture-text")
    button = lambda text: exercise.get_by_role("button", name=text, exact=True)  # noqa: E731
    hand.press(button("Compare with a model answer"))
    expect(exercise.locator(".seminar-lacking")).to_have_text("Write an answer first.")
    sound(page)

    hand.write(exercise.get_by_role("textbox"), "It is <b>not</b> everything.")
    expect(exercise).to_contain_text("4 words; about 60 are enough")
    expect(exercise).not_to_contain_text("Largest is a rank")
    hand.press(button("Compare with a model answer"))
    expect(exercise).to_contain_text("Largest is a rank by value of trade")
    expect(exercise.locator(".seminar-result")).to_contain_text("0 of 2 ticked. Only a reader can mark this.")
    sound(page)
    tick("Names something")(hand, exercise)
    expect(exercise.locator(".seminar-result")).to_contain_text("1 of 2 ticked.")
    hand.write(exercise.get_by_role("textbox"), "Better.")
    expect(exercise).to_contain_text("Largest is a rank by value of trade")
    sound(page)

    page.reload()
    expect(exercise.get_by_role("textbox")).to_have_value("Better.")
    expect(exercise.get_by_role("checkbox", name="Names something")).to_be_checked()
    hand.press(button("Start over"))
    hand.press(button("Clear my answer"))
    expect(exercise.get_by_role("textbox")).to_have_value("")


def test_a_vote_is_committed_and_met_again(visit: Callable[..., tuple[Page, Mouse, Locator]]) -> None:
    page, hand, exercise = visit("fixture-vote", recalls=["fixture-vote"])
    again = page.locator(".seminar-recall")
    expect(again).to_contain_text("You have not made this prediction. You can still make it")
    expect(page.locator("body")).not_to_contain_text("29 per cent")
    sound(page)

    commit = exercise.get_by_role("button", name="Commit my prediction")
    hand.press(commit)
    expect(exercise.locator(".seminar-lacking")).to_have_text("Choose an answer first.")
    choose("China with Germany")(hand, exercise)
    hand.press(commit)
    expect(exercise.locator(".seminar-lacking")).to_have_text("Write a sentence of reason first.")
    sound(page)
    write("<i>Machines</i>, and a longer habit.")(hand, exercise)
    hand.press(commit)
    for place in (exercise, again):
        expect(place).to_contain_text(re.compile(r"Committed on \d+ \w+ \d{4}\."))
        expect(place).to_contain_text("China with Germany")
        expect(place).to_contain_text("<i>Machines</i>, and a longer habit.")
        expect(place.get_by_role("radio")).to_have_count(0)
        expect(place.get_by_role("button")).to_have_count(0)
    expect(again).to_contain_text("fell by 29 per cent in 2015")
    expect(exercise).not_to_contain_text("29 per cent")
    focus_in(exercise)
    sound(page)

    page.reload()
    expect(again).to_contain_text("China with Germany")


def test_a_forecast_can_still_be_made_where_it_is_met(
    visit: Callable[..., tuple[Page, Mouse, Locator]],
) -> None:
    page, hand, exercise = visit("fixture-forecast", recalls=["fixture-forecast"])
    again = page.locator(".seminar-recall")
    commit = again.get_by_role("button", name="Commit my prediction")
    box = again.get_by_role("textbox")
    for number, text, lack in (
        (0, "150 billion", "Write a plain number"),
        (0, "150", "Write the low end"),
        (1, "180,5", "Write the high end"),
        (2, "120", "The low end of your range lies above the high end."),
        (2, "200", "Your number, 150, lies outside your own range, 180,5 to 200. Change one of them."),
    ):
        hand.write(box.nth(number), text)
        hand.press(commit)
        expect(again.locator(".seminar-lacking")).to_contain_text(lack)
    expect(exercise.get_by_role("textbox").first).to_have_value("150")
    sound(page)
    hand.write(box.nth(1), "150,0")
    hand.press(commit)
    expect(again).to_contain_text("150 billion US dollars")
    expect(again).to_contain_text("between 150,0 and 200")
    expect(again).to_contain_text("It was 107.8 billion dollars.")
    expect(exercise).to_contain_text("between 150,0 and 200")
    sound(page)


def test_a_first_try_says_how_many_were_missed_and_a_second_which(
    visit: Callable[..., tuple[Page, Mouse, Locator]],
) -> None:
    page, hand, exercise = visit("fixture-multiple")
    button = lambda text: exercise.get_by_role("button", name=text, exact=True)  # noqa: E731
    missed = exercise.get_by_text("Missed", exact=True)
    tick("2016 to 2018", "in 2020")(hand, exercise)
    hand.press(button("Check"))
    expect(exercise.locator(".seminar-mark")).to_have_text(["Right", "Wrongly chosen"])
    expect(exercise.locator(".seminar-result")).to_contain_text("You found 1 of the 2 that apply.")
    hand.press(button("Show the solution"))
    expect(missed).to_have_count(1)
    sound(page)
    hand.press(button("Start over"))
    hand.press(button("Clear my answer"))
    for tries in (1, 2):
        tick("2016 to 2018")(hand, exercise)
        hand.press(button("Check"))
        expect(missed).to_have_count(tries - 1)
        expect(exercise.locator(".seminar-result")).to_contain_text("You found 1 of the 2 that apply.")
        hand.press(button("Try again"))


def test_that_none_applies_is_an_answer(visit: Callable[..., tuple[Page, Mouse, Locator]]) -> None:
    page, hand, exercise = visit("fixture-none")
    button = lambda text: exercise.get_by_role("button", name=text, exact=True)  # noqa: E731
    hand.press(button("Check"))
    expect(exercise.locator(".seminar-lacking")).to_contain_text("press Check once more")
    hand.press(button("Check"))
    expect(exercise.locator(".seminar-result")).to_contain_text("Right. 1 of 1 point.")
    sound(page)


def test_texts_are_placed_on_a_scale_and_one_placing_is_defended(
    visit: Callable[..., tuple[Page, Mouse, Locator]],
) -> None:
    page, hand, exercise = visit("fixture-spectrum")
    button = lambda text: exercise.get_by_role("button", name=text, exact=True)  # noqa: E731
    lacking = exercise.locator(".seminar-lacking")
    which, because = exercise.get_by_role("combobox"), exercise.get_by_role("textbox")
    scale = exercise.get_by_role("list", name="From the loosest tie to the closest")
    places = scale.locator(":scope > li")
    expect(places).to_have_count(5)
    expect(which).to_have_accessible_name("Which placing do you defend?")
    expect(exercise.get_by_role("link", name="Reading this book safely")).to_have_attribute(
        "href", "opinions.html"
    )
    sound(page)

    def place(item: str, where: str) -> None:
        hand.choose(exercise.get_by_role("group", name=item).get_by_role("radio", name=where))

    def lacks(text: str) -> None:
        hand.press(button("Check"))
        expect(lacking).to_have_text(text)
        expect(exercise.get_by_role("status")).to_have_text(text)

    place("You", "alliance")
    lacks("Place at least one first.")
    place("The article in the journal", "no tie")
    lacks("Choose which placing you defend.")
    hand.select(which, "The remarks")
    lacks("Place “The remarks” first: that is the placing you defend.")
    place("The remarks", "alliance")
    lacks("Write a sentence of reason first.")
    hand.write(because, "<b>Paragraph</b> 1 says so.")
    expect(places.nth(0)).to_contain_text("The article in the journal")
    expect(places.nth(3).get_by_role("listitem")).to_have_text(["The remarks", "You"])
    sound(page)

    hand.press(button("Check"))
    result = exercise.locator(".seminar-result")
    expect(result).to_contain_text(
        "0 of 3 placings are supported by their texts. 0 of 3 points. You left 1 open."
    )
    expect(result).to_contain_text("Of your reason you ticked 0 of 2. Only a reader can mark it.")
    assert "seminar-result" in focus_in(exercise)
    expect(exercise.locator(".seminar-mark")).to_have_text(["Its text speaks against this"] * 2)
    expect(exercise).to_contain_text("That is more than nothing.")
    expect(exercise).to_contain_text("An alliance can be left.")
    # What would hand over the key stays away until it is asked for, or reached.
    expect(exercise).not_to_contain_text("two organs of one body")
    expect(exercise).not_to_contain_text("no treaty binds them")
    sound(page)
    tick("It names a paragraph.")(hand, exercise)
    expect(result).to_contain_text("you ticked 1 of 2")
    hand.press(button("Show the solution"))
    expect(exercise.locator(".seminar-solution")).to_contain_text("partnership to entente")
    expect(exercise.locator(".seminar-solution")).to_contain_text("two organs of one body")
    sound(page)
    hand.press(button("Hide the solution"))

    hand.press(button("Try again"))
    expect(exercise.get_by_role("checkbox")).to_have_count(0)
    place("The article in the journal", "entente")
    place("The remarks", "symbiosis")
    place("The essay", "no tie")
    hand.press(button("Check"))
    expect(result).to_contain_text("3 of 3 placings are supported by their texts. 3 of 3 points.")
    expect(exercise.locator(".seminar-mark")).to_have_text(["Its text supports this"] * 3)
    expect(exercise.get_by_role("group", name="You").locator(".seminar-feedback")).to_have_count(0)
    expect(exercise).to_contain_text("They call the two organs of one body.")
    sound(page)
    # A reason may be mended beside what was said of the placing.
    hand.write(because, "Paragraph 1 speaks of organs.")
    expect(result).to_contain_text("3 of 3 placings")

    page.reload()
    expect(result).to_contain_text("3 of 3 placings")
    expect(because).to_have_value("Paragraph 1 speaks of organs.")
    expect(which).to_have_value("1")
    expect(exercise.get_by_role("checkbox", name="It names a paragraph.")).to_be_checked()
    place("The remarks", "entente")
    expect(result).to_have_count(0)
    expect(places.nth(2).get_by_role("listitem")).to_have_text(["The article in the journal", "The remarks"])
    hand.press(button("Start over"))
    hand.press(button("Clear my answer"))
    expect(scale.get_by_role("listitem")).to_have_count(5)


def test_the_author_may_name_the_placing_to_defend(
    visit: Callable[..., tuple[Page, Mouse, Locator]],
) -> None:
    page, hand, exercise = visit("fixture-spectrum-one")
    expect(exercise.get_by_role("combobox")).to_have_count(0)
    expect(exercise).to_contain_text("Defend your placing of The letter")
    hand.choose(exercise.get_by_role("group", name="The letter").get_by_role("radio", name="far"))
    hand.write(exercise.get_by_role("textbox"), "One meeting.")
    hand.press(exercise.get_by_role("button", name="Check", exact=True))
    # One's own placing is asked for, and never demanded.
    expect(exercise.locator(".seminar-result")).to_contain_text(
        "1 of 1 placing is supported by its text. 1 of 1 point. Of your reason"
    )
    sound(page)
