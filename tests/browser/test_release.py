"""The released file opens from a folder offline, answers to the keyboard, and is marked as the page is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from seminar.exercises import submission
from seminar.exercises.submission import mark_submission
from seminar.exercises.variants import pick
from seminar.surfaces.payload import BOOK
from seminar.surfaces.release import release
from tests.browser.conftest import ORIGIN, Reader, faults
from tests.surfaces.fixture_release import NAME, VARIED, Bank, data

pytestmark = pytest.mark.browser

STUDENT = "Żaneta 7"
OPINIONS = [
    *("fixture-text", "fixture-spectrum", "fixture-spectrum-one", "fixture-vote", "fixture-forecast"),
    *("figure-draw", "figure-reveal"),
]


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return Bank(tmp_path_factory.mktemp("bank"), data(), other=False)


@pytest.fixture(scope="module")
def files(bank: Bank, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the released files."""
    folder = tmp_path_factory.mktemp("released")
    for name, content in release(bank.page(), bank.root, bank.assignment()).items():
        (folder / name).write_bytes(content)
    return folder


def card(page: Page, name: str) -> Locator:
    return page.locator(f'[id="exercise-{name}"] .seminar-card')


def press(target: Locator, *keys: str) -> None:
    target.focus()
    for key in keys:
        target.page.keyboard.press(key)


def write(target: Locator, text: str) -> None:
    target.focus()
    target.page.keyboard.insert_text(text)


def choose(target: Locator, text: str) -> None:
    """Choose in a menu by its arrow keys, whatever letters stand before the texts."""
    target.focus()
    for _ in range(10):
        target.page.keyboard.press("ArrowDown")
        shown = target.evaluate("(el) => el.selectedOptions[0].textContent")
        if text in shown:
            return
    raise AssertionError(f"no {text!r} in the menu")


def arrange(place: Locator, texts: list[str]) -> None:
    """Bring rows into an order by their buttons."""
    for target, text in enumerate(texts):
        rows = place.locator(".seminar-row__text")
        at = next(i for i, row in enumerate(rows.all_inner_texts()) if text in row)
        button = place.get_by_role("button", name=re.compile(f"^Move up: .*{text}"))
        for _ in range(at - target):
            press(button, "Enter")


def answer(page: Page) -> None:
    """Answer every type by keyboard alone, some rightly, some wrongly, some in part."""
    press(card(page, "fixture-single").get_by_role("radio", name="Before"), " ")
    for name in ("Trade grew", "Trade reached"):
        press(card(page, "fixture-multiple").get_by_role("checkbox", name=name), " ")
    write(card(page, "fixture-numeric").get_by_role("textbox"), "21,5")
    arrange(
        card(page, "fixture-ordering"),
        ["The structure is complete", "The spans meet", "The first lorries", "The first train"],
    )
    pairs = card(page, "fixture-matching").get_by_role("combobox")
    choose(pairs.nth(0), "a columnist")
    choose(pairs.nth(1), "a minister")
    long = card(page, "fixture-matching-long").get_by_role("combobox")
    choose(long.nth(0), "annual series")
    choose(long.nth(2), "annual series")
    for i, box in enumerate(("a fact", "a forecast", "a fact")):
        group = card(page, "fixture-classification").get_by_role("group").nth(i)
        press(group.get_by_role("radio", name=box), " ")
    choose(card(page, "fixture-classification-many").get_by_role("combobox").first, "two")
    spectrum = card(page, "fixture-spectrum")
    for i, place in enumerate(("entente", "alliance", "no tie", "partnership")):
        press(spectrum.get_by_role("group").nth(i).get_by_role("radio", name=place), " ")
    choose(spectrum.get_by_role("combobox"), "The remarks")
    write(spectrum.get_by_role("textbox"), "They say that each would fail alone.")
    one = card(page, "fixture-spectrum-one")
    press(one.get_by_role("group").first.get_by_role("radio", name="far"), " ")
    write(one.get_by_role("textbox"), "One meeting in ten years.")
    write(card(page, "fixture-text").get_by_role("textbox"), "Words of “mine”, <b>not</b> yours.\nTwo lines.")
    press(card(page, "fixture-vote").get_by_role("radio").first, " ")
    write(card(page, "fixture-vote").get_by_role("textbox"), "Because.")
    for i, number in enumerate(("110", "100", "120")):
        write(card(page, "fixture-forecast").get_by_role("textbox").nth(i), number)
    drawn = card(page, "figure-draw")
    press(drawn.get_by_role("slider").first, "ArrowUp", "ArrowUp")
    boxes = drawn.get_by_role("textbox")
    for i in range(1, boxes.count()):
        write(boxes.nth(i), "200" if i < boxes.count() - 1 else "It rises.")
    press(card(page, "figure-explore").get_by_role("slider"), "Home", *["ArrowRight"] * 22)
    press(card(page, "figure-explore-choice").locator(".seminar-answer").get_by_role("radio").first, " ")
    write(card(page, "figure-explore-choice").get_by_role("textbox").last, "I looked.")
    for i, text in enumerate(("245", "200", "260", "A trend.")):
        write(card(page, "figure-reveal").get_by_role("textbox").nth(i), text)
    press(card(page, "figure-read").get_by_role("radio", name="2020"), " ")


def hand_in(page: Page, bank: Bank) -> submission.Submission:
    """Say who it is, answer the variant, tick all opinions, and hand in by keyboard."""
    asking = page.locator(f'[id="exercise-{VARIED}"]')
    write(asking.get_by_label("Student id"), STUDENT)
    page.keyboard.press("Enter")
    write(card(page, VARIED).get_by_role("textbox"), "12")
    hand = page.locator(".seminar-hand")
    expect(hand.get_by_label("Student id")).to_have_value(STUDENT)
    write(hand.get_by_label("Name"), "Ż. Person")
    titles = [item.exercise.title for item in bank.assignment().items if item.exercise.id in OPINIONS]
    for title in titles:
        press(hand.get_by_role("checkbox", name=title), " ")
    with page.expect_download() as download:
        press(hand.get_by_role("button", name="Hand in: save the file"), "Enter")
    content = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == submission.file_name(NAME, STUDENT)
    found = submission.read(content, BOOK)
    expect(hand).to_contain_text(found["receipt"])
    return found


def test_what_is_handed_in_is_marked_as_from_the_page_of_the_book(
    bank: Bank, files: Path, offline: Callable[..., Page], reader: Callable[..., Reader]
) -> None:
    page = offline(files / f"{NAME}.html", accept_downloads=True)
    answer(page)
    found = hand_in(page, bank)
    assert found["made_with"] == "release"
    assert found["withheld"] == ["figure-explore-choice"]
    assert all("fingerprint" not in each for each in found["answers"])

    person = reader()
    person.files["page.html"] = (
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>P</title><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="seminar.css"><script defer src="assignment.js"></script>{bank.page()}'
    )
    in_book = person.context.new_page()
    in_book.goto(f"{ORIGIN}/page.html")
    answer(in_book)
    other = hand_in(in_book, bank)
    assert other["made_with"] == "page"

    one, two = (mark_submission(bank.assignment(), each) for each in (found, other))
    assert [(line.exercise, line.reason, line.mark) for line in one] == [
        (line.exercise, line.reason, line.mark) for line in two
    ]
    reasons = {line.exercise: line.reason for line in one}
    assert set(reasons.values()) >= {
        "right",
        "partly",
        "wrong",
        "complete",
        "by-hand",
        "withheld",
        "unanswered",
    }
    assert reasons["fixture-ordering"] == "partly"
    assert (reasons["fixture-spectrum"], reasons["fixture-spectrum-one"]) == ("partly", "right")
    assert reasons["figure-read"] == reasons["figure-explore"] == "right"
    (varied,) = (line for line in one if line.exercise == VARIED)
    assert varied.variant == pick(NAME, VARIED, STUDENT, 3)


def test_nothing_is_checked_hinted_or_solved(files: Path, offline: Callable[..., Page]) -> None:
    page = offline(files / f"{NAME}.html")
    answer(page)
    for name in ("Check", "Hint", "Commit", "Show the solution", "Compare"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.locator(".seminar-feedback, .seminar-result--right, .seminar-result--wrong")).to_have_count(0)


def test_answers_are_there_again(files: Path, offline: Callable[..., Page]) -> None:
    page = offline(files / f"{NAME}.html")
    press(card(page, "fixture-single").get_by_role("radio", name="Before"), " ")
    arrange(card(page, "fixture-ordering"), ["The spans meet"])
    page.evaluate("location.reload()")
    page.wait_for_load_state()
    expect(card(page, "fixture-single").get_by_role("radio", name="Before")).to_be_checked()
    expect(card(page, "fixture-ordering").locator(".seminar-row__text").first).to_contain_text(
        "The spans meet"
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_and_is_accessible(width: int, theme: str, files: Path, offline: Callable[..., Page]) -> None:
    page = offline(files / f"{NAME}.html", viewport={"width": width, "height": 800}, color_scheme=theme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page) == []


def test_it_reads_without_scripts(files: Path, offline: Callable[..., Page]) -> None:
    page = offline(files / f"{NAME}.html", java_script_enabled=False)
    expect(page.get_by_text("Handing in needs scripts")).to_be_visible()
    expect(page.get_by_text("What came first, what last?")).to_be_visible()
    expect(page.locator(f'[data-exercise="{VARIED}"]:visible')).to_have_count(1)


SIZES = {"A4": (794, 1123), "Letter": (816, 1056)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [f"{NAME}-sheet-1.html", f"{NAME}.html"])
def test_paper_holds_all_of_it(name: str, size: str, files: Path, offline: Callable[..., Page]) -> None:
    # What lies between the narrowest margins of both.
    width = SIZES[size][0] - 128
    page = offline(files / name, viewport={"width": width, "height": 900}, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate(
        """() => [...document.querySelectorAll("main, main *")].filter((el) => {
             const {left, right, width} = el.getBoundingClientRect();
             const over = el.closest(".seminar-sr, .seminar-over");
             return width && !over && (left < -0.5 || right > innerWidth + 0.5);
           }).map((el) => el.outerHTML.slice(0, 80))"""
    )
    assert cut == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    content = page.pdf(format=size, prefer_css_page_size=True)
    points = tuple(round(side * 0.75) for side in SIZES[size])
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert box is not None
    assert tuple(round(float(side)) for side in box.groups()) == pytest.approx(points, abs=1)


def test_a_sheet_can_be_read_on_a_telephone(files: Path, offline: Callable[..., Page]) -> None:
    page = offline(files / f"{NAME}-sheet-1.html", viewport={"width": 360, "height": 800})
    assert page.locator(".seminar-range").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_sheet_shows_sliders_at_several_places(files: Path, offline: Callable[..., Page]) -> None:
    page = offline(files / f"{NAME}-sheet-1.html")
    assert faults(page) == []
    section = page.locator("section", has_text="Hit the target")
    expect(section.locator(".settings")).to_have_text(
        ["Growth: 0.0 % a year", "Growth: 6.5 % a year", "Growth: 13.0 % a year", "Growth: 20.0 % a year"]
    )
    courses = section.locator('svg [data-gid="path"] path').evaluate_all(
        "(paths) => [...new Set(paths.map((path) => path.getAttribute('d')))].length"
    )
    assert courses >= 4
