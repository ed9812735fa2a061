"""Every exercise of the bank on the built site: by keyboard alone, wrongly, then rightly, then reloaded."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Locator, Page, expect

from seminar.exercises.bank import bank
from seminar.exercises.marking import mark

from .conftest import CHAPTERS, ROOT, Visitor, blocks

pytestmark = pytest.mark.browser

BANK = {exercise.id: exercise for exercise in bank(ROOT)}
PAGED = [id for id, one in BANK.items() if one.chapter in {Path(page).stem for page in CHAPTERS}]
"""Those of a page of their own; the others are answered where assignments set them."""
REASON = "Because two customs services count differently."
SAID = (r"Not yet\.|Partly right\.", r"Right\.")
SAID_OF_PLACINGS = (
    r"(?!(\d) of \1)\d of \d placings? (is|are) supported",
    r"(\d) of \1 placings? (is|are) supported",
)


class Keys:
    """Answers an exercise with the keyboard alone."""

    def __init__(self, page: Page, exercise: Locator) -> None:
        self.page = page
        self.exercise = exercise
        self.name = str(exercise.get_attribute("id"))

    def begin(self) -> None:
        """Put the focus before the exercise's first control, where a reader arrives from the text above."""
        self.exercise.evaluate("(e) => { e.tabIndex = -1; e.focus(); e.removeAttribute('tabindex'); }")

    def control(self, end: str) -> Locator:
        """Return the control whose id ends so."""
        return self.exercise.locator(f'[id$="-{end}"]')

    def tab_to(self, target: Locator, test: str = "(e) => e === document.activeElement") -> None:
        """Press Tab until the focus is there: onward from where it is, past the end from the beginning."""
        place = f"""(e) => {{
          const exercise = document.getElementById({self.name!r});
          const inside = exercise !== document.activeElement && exercise.contains(document.activeElement);
          return inside && ({test})(e) ? "there" : inside ? "inside" : "outside";
        }}"""
        found = target.evaluate(place)
        begun = False
        for _ in range(240):
            if found == "there":
                return
            if found == "outside" and begun:
                break
            if found == "outside":
                self.begin()
                begun = True
            self.page.keyboard.press("Tab")
            found = target.evaluate(place)
        raise AssertionError(f"Tab does not lead to {target}")

    def press(self, end: str) -> None:
        """Press a button; a disabled arrow counts as one that is not there."""
        self.tab_to(self.control(end))
        self.page.keyboard.press("Enter")

    def choose(self, end: str) -> None:
        """Choose a radio button by the arrows of its group."""
        target = self.control(end)
        self.tab_to(
            target, "(e) => document.activeElement.name === e.name && document.activeElement.type === 'radio'"
        )
        self.page.keyboard.press("Space")
        for _ in range(20):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"arrows do not lead to {target}")

    def tick(self, end: str, wanted: bool) -> None:
        target = self.control(end)
        if target.is_checked() != wanted:
            self.tab_to(target)
            self.page.keyboard.press("Space")

    def write(self, end: str, text: str) -> None:
        self.tab_to(self.control(end))
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(text)

    def select(self, end: str, value: str) -> None:
        target = self.control(end)
        self.tab_to(target)
        self.page.keyboard.press("Home")
        for _ in range(20):
            if target.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"arrows do not lead to {value} in {target}")

    def order(self, wanted: list[int]) -> None:
        """Bring the items into this order with their arrows."""
        for place, item in enumerate(wanted):
            for _ in range(len(wanted)):
                if self.shown()[place] == item:
                    break
                self.press(f"up-{item}")

    def shown(self) -> list[int]:
        ids = self.exercise.locator('[id*="-up-"]').evaluate_all("(found) => found.map((e) => e.id)")
        return [int(name.rpartition("-")[2]) for name in ids]


def answer(keys: Keys, rule: dict[str, Any], response: dict[str, Any]) -> None:
    """Give `response` to the exercise on the page."""
    if "choice" in response:
        keys.choose(f"option-{response['choice']}")
    elif "choices" in response:
        for number in range(len(rule["correct"])):
            keys.tick(f"option-{number}", number in response["choices"])
    elif "number" in response:
        keys.write("number", response["number"])
    elif "values" in response:
        for name, value in response["values"].items():
            keys.write(f"box-{name}", value)
    elif "order" in response:
        keys.order(response["order"])
    else:
        for number, target in enumerate(response.get("pairs", response.get("boxes"))):
            if target is None:
                continue
            if keys.control(f"item-{number}").count():
                keys.select(f"item-{number}", str(target))
            else:
                keys.choose(f"item-{number}-{target}")


def responses(exercise: Any, positions: list[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a response that is not right, and one that is; a slider has the `positions`."""
    rule = exercise.rule()
    kind = rule["kind"]
    if "parameter" in rule:
        settings = [{"values": {rule["parameter"]: str(position)}} for position in positions]
        marks = [mark(rule, setting).points for setting in settings]
        return settings[marks.index(0)], settings[marks.index(exercise.hundredths)]
    if kind == "choices" and rule["policy"] == "one":
        return {"choice": rule["correct"].index(False)}, {"choice": rule["correct"].index(True)}
    if kind == "choices":
        right = [number for number, correct in enumerate(rule["correct"]) if correct]
        wrong = (
            right[1:]
            if len(right) > 1
            else [number for number in range(len(rule["correct"])) if number not in right]
        )
        return {"choices": wrong}, {"choices": right}
    if kind == "bands":
        wrong_number = next(
            str(number)
            for number in (1, 1000000, 77, 3, 0.5)
            if mark(rule, {"number": str(number)}).points == 0
        )
        return {"number": wrong_number}, {"number": f"{exercise.answer}".replace(".", ",")}
    if kind == "order":
        right = list(range(rule["length"]))
        return {"order": right[::-1]}, {"order": right}
    field = rule["field"]
    right = [targets[0] if targets else None for targets in rule["key"]]
    # Where there is no key, one's own answer is asked: any place, which the mark leaves out.
    wrong = [next(n for n in range(rule["targets"]) if n not in (targets or [])) for targets in rule["key"]]
    return {field: wrong}, {field: right}


@pytest.fixture(scope="session")
def shown(book: Path) -> dict[str, tuple[str, str]]:
    """Each exercise in the built book: its page, and its HTML."""
    return blocks(book)


def test_every_exercise_of_the_bank_is_in_the_book_and_no_other(shown: dict[str, tuple[str, str]]) -> None:
    assert set(shown) == set(BANK)


@pytest.fixture(scope="module")
def reading(browser: Browser, site: str) -> Iterator[Callable[[str], Visitor]]:
    """Open pages, each by one person who answers all of its exercises one after the other."""
    last: dict[str, Visitor] = {}

    def close() -> None:
        while last:
            last.popitem()[1].context.close()

    def read(name: str) -> Visitor:
        if name not in last:
            close()
            last[name] = Visitor(
                browser, site, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
            )
            last[name].open(name)
        return last[name]

    yield read
    close()


@pytest.mark.parametrize("name", PAGED)
def test_an_exercise_answers_by_keyboard_wrongly_rightly_and_after_a_reload(
    name: str, shown: dict[str, tuple[str, str]], reading: Callable[[str], Visitor]
) -> None:
    tab = reading(shown[name][0])
    answers(BANK[name], tab.page, shown[name][1])
    assert tab.foreign == []
    assert tab.complaints == []


def answers(exercise: Any, page: Page, html: str) -> None:
    """Do one exercise, whose HTML is given, on its open page."""
    name = exercise.id
    block = page.locator(f"#exercise-{name}")
    keys = Keys(page, block)
    if "committed" in exercise.rule().get("needs", []):
        commit(keys, exercise)
        page.reload()
        expect(block).to_contain_text("Committed on")
        said = "Your line" if exercise.type == "draw" else "You predicted"
        expect(block).to_contain_text(REASON if exercise.because else said)
        return
    if getattr(exercise, "because", False) or exercise.type == "spectrum":
        keys.write("because", REASON)
    if exercise.type == "spectrum" and exercise.defended is None:
        keys.select("item-defended", "0")
    if exercise.rule()["kind"] == "complete":
        keys.press("check")
        page.reload()
        expect(keys.control("because")).to_have_value(REASON)
        return
    if exercise.type == "short-text":
        keys.write("text", REASON)
        keys.press("check")
        model = block.get_by_text("A model answer")
        expect(model).to_be_visible()
        page.reload()
        expect(keys.control("text")).to_have_value(REASON)
        return
    result = block.locator(".seminar-result")
    of_wrong, of_right = SAID_OF_PLACINGS if exercise.type == "spectrum" else SAID
    wrong, right = responses(exercise, positions(html, exercise.rule().get("parameter")))
    answer(keys, exercise.rule(), wrong)
    keys.press("check")
    expect(result).to_contain_text(re.compile(of_wrong))
    expect(result).to_contain_text(points(mark(exercise.rule(), wrong).points, exercise))
    if exercise.rule()["kind"] in ("bands", "order"):
        assert len(result.inner_text()) > 50, "the result explains"
    else:
        expect(block.locator(".seminar-feedback").first).to_be_visible()
    expect(result).to_be_focused()
    page.keyboard.press("Tab")
    again = block.get_by_role("button", name="Try again")
    keys.tab_to(again)
    page.keyboard.press("Enter")
    answer(keys, exercise.rule(), right)
    keys.press("check")
    expect(result).to_contain_text(re.compile(of_right))
    expect(result).to_contain_text(points(round(exercise.points * 100), exercise))
    said = result.inner_text()
    page.reload()
    expect(result).to_have_text(said)


def positions(html: str, parameter: str | None) -> list[Any]:
    """Return the positions of a slider in an exercise's HTML; none for no slider."""
    script = BeautifulSoup(html, "html.parser").select_one("script.seminar-payload")
    assert script is not None
    grid = json.loads(str(script.string)).get("figure", {}).get("grid", {})
    found = [each["values"] for each in grid.get("parameters", []) if each["name"] == parameter]
    return list(*found)


def commit(keys: Keys, exercise: Any) -> None:
    """Make a prediction."""
    if exercise.type == "draw":
        for number in range(exercise.rule()["length"]):
            keys.write(f"value-{number}", str(exercise.to))
    elif exercise.ask == "choice":
        keys.choose("option-0")
    else:
        keys.write("number", "139")
    if exercise.range:
        keys.write("low", f"{exercise.from_:g}" if exercise.type == "draw" else "110")
        keys.write("high", f"{exercise.to:g}" if exercise.type == "draw" else "190,5")
    if exercise.because:
        keys.write("because", REASON)
    keys.press("commit")


def points(hundredths: int | None, exercise: Any) -> str:
    """Return the mark as the page words it."""
    assert hundredths is not None
    return f"{hundredths / 100:g} of {exercise.points:g} point"


@pytest.mark.parametrize("name", BANK)
def test_what_betrays_the_key_is_not_in_the_page_as_text(
    name: str, shown: dict[str, tuple[str, str]]
) -> None:
    sealed = [part.text for part in BANK[name].parts() if part.sealed]
    asked = " ".join(part.text for part in BANK[name].parts() if not part.sealed)
    assert sealed
    for text in sealed:
        # Long runs of plain words only: roles and emphasis change on the way to the page. What is asked may
        # return in a solution, as the items of an order do, and betrays nothing where it is asked.
        for run in re.findall(r"[A-Za-z ,]{30,}", text):
            assert run.strip() in asked or run.strip() not in shown[name][1]


SAFELY = "Reading this book safely"


def asking(soup: BeautifulSoup) -> dict[str, list[str]]:
    """Return the ids of a page's exercises that ask for an opinion, and of those that do not."""
    found: dict[str, list[str]] = {"opinion": [], "none": []}
    for block in soup.select(".seminar-exercise"):
        shown = json.loads(block.select_one(".seminar-payload").text)  # type: ignore[union-attr]
        asks = shown["type"] in ("prediction", "draw", "reveal", "short-text", "spectrum") or shown.get(
            "because"
        )
        found["opinion" if asks else "none"].append(str(block["data-exercise"]))
    return found


def test_who_is_asked_for_an_opinion_is_led_to_what_becomes_of_it(book: Path) -> None:
    asked = 0
    for name in CHAPTERS:
        soup = BeautifulSoup((book / name).read_text(encoding="utf-8"), "html.parser")
        found = asking(soup)
        for kind, names in found.items():
            for exercise in names:
                for block in soup.select(f'.seminar-exercise[data-exercise="{exercise}"]'):
                    links = block.select(".seminar-safely a[href$='reference/your-opinions.html']")
                    assert [link.text for link in links] == [SAFELY] * (kind == "opinion"), exercise
        asked += len(found["opinion"])
    assert asked > 30
    about = BeautifulSoup((book / "chapters/reference/your-opinions.html").read_text("utf-8"), "html.parser")
    assert about.h1 is not None
    assert about.h1.get_text().startswith(SAFELY)


@pytest.mark.parametrize("name", ["economics/trade", "assignments/trade-and-targets"])
def test_the_link_stays_when_scripts_run(name: str, book: Path, visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(f"chapters/{name}.html")
    soup = BeautifulSoup((book / f"chapters/{name}.html").read_text(encoding="utf-8"), "html.parser")
    for exercise in asking(soup)["opinion"]:
        block = page.locator(f'.seminar-exercise[data-exercise="{exercise}"]:visible')
        for one in block.all():
            expect(one.get_by_role("link", name=SAFELY)).to_be_visible()
    page.get_by_role("link", name=SAFELY).first.click()
    page.wait_for_url("**/reference/your-opinions.html")
    plain = visitor(java_script_enabled=False).open(f"chapters/{name}.html")
    expect(plain.get_by_role("link", name=SAFELY).first).to_be_visible()
