"""Filters of the generated pages and the timeline's strip: by keyboard, by link, from a folder, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from seminar.tables import table

from .conftest import Visitor, faults

pytestmark = pytest.mark.browser

TIMELINE, CLAIMS, DEBATES = (
    f"chapters/reference/{name}.html" for name in ("timeline", "claims", "debate-map")
)
LISTS = {TIMELINE: ("events", "events"), CLAIMS: ("claims", "claims"), DEBATES: ("positions", "positions")}
WIDE = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark", "reduced_motion": "reduce"}


def entries(page: Page) -> Locator:
    return page.locator(".seminar-entry:visible")


def found(page: Page) -> Locator:
    return page.locator(".seminar-filter [role=status]")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_whole_at_first_without_scripts_and_on_paper(
    name: str, visitor: Callable[..., Visitor]
) -> None:
    rows, words = len(table(LISTS[name][0])), LISTS[name][1]
    page = visitor(**WIDE).open(name)
    expect(found(page)).to_have_text(f"{rows} {words}.")
    expect(entries(page)).to_have_count(rows)
    page.emulate_media(media="print")
    expect(entries(page)).to_have_count(rows)
    expect(page.locator(".seminar-filter")).to_be_hidden()
    plain = visitor(java_script_enabled=False, **WIDE).open(name)
    expect(entries(plain)).to_have_count(rows)
    expect(plain.locator(".seminar-filter")).to_be_hidden()


@pytest.mark.parametrize("look", [WIDE, PHONE], ids=["wide", "phone"])
def test_events_are_chosen_by_keyboard_announced_and_kept_in_the_address(
    look: dict[str, Any], visitor: Callable[..., Visitor]
) -> None:
    events = table("events")
    page = visitor(**look).open(TIMELINE)
    page.get_by_label("Kind").focus()
    page.keyboard.type("Tre")
    treaties = events[events.kind == "treaty"]
    expect(found(page)).to_have_text(f"{len(treaties)} of {len(events)} events.")
    expect(entries(page)).to_have_count(len(treaties))
    page.get_by_label("From the year").focus()
    page.keyboard.type("2021")
    late = treaties[(treaties.date_end.fillna(treaties.date).str[:4] >= "2021")]
    expect(found(page)).to_have_text(f"{len(late)} of {len(events)} events.")
    assert page.url.endswith("#from=2021&kind=treaty")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"
    assert faults(page) == []
    page.reload()
    expect(page.get_by_label("Kind")).to_have_value("treaty")
    expect(entries(page)).to_have_count(len(late))
    page.get_by_role("button", name="Show all").press("Enter")
    expect(entries(page)).to_have_count(len(events))
    assert page.url.endswith("timeline.html")


def test_nothing_found_is_said(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**WIDE).open(TIMELINE)
    page.get_by_label("Words").fill("zanzibar")
    expect(found(page)).to_have_text("No event fits all of this.")
    expect(entries(page)).to_have_count(0)
    assert faults(page) == []


def test_a_chapters_strip_leads_to_its_events(book: Path, visitor: Callable[..., Visitor]) -> None:
    page = visitor(book.as_uri(), **WIDE).open("chapters/economics/trade.html")
    marks = page.locator("figure:has([data-gid^=event-]) [data-gid^=event-]").count()
    link = page.get_by_role("link", name="This chapter’s events in the timeline").first
    above = page.locator(".seminar-source:has(+ .seminar-to-timeline)").first.bounding_box()
    below = link.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    link.click()
    page.wait_for_url("**/timeline.html#page=economics/trade")
    expect(page.get_by_label("Chapter")).to_have_value("economics/trade")
    assert entries(page).count() >= marks > 0
    shown = page.locator(".seminar-strip [data-gid^=event-].shown")
    expect(shown).to_have_count(entries(page).count())


def test_a_period_of_the_timeline_leads_to_its_claims_and_back(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**WIDE).open(TIMELINE)
    page.get_by_label("Period").select_option("1949-1988")
    expect(page.get_by_label("To the year")).to_have_value("1988")
    page.get_by_label("Source").select_option("guan-2022")
    page.get_by_role("link", name="What the documents say of these years").click()
    page.wait_for_url("**/claims.html#from=1949&to=1988&document=guan-2022")
    expect(page.get_by_label("Period")).to_have_value("1949-1988")
    claims = table("claims")
    guan = claims[claims.source == "guan-2022"]
    fits = guan[(guan.date.str[:4] <= "1988") & (guan.date_end.fillna(guan.date).str[:4] >= "1949")]
    undated = guan.date.isna().sum()
    expect(found(page)).to_have_text(
        f"{len(fits)} of {len(claims)} claims. Without a date, and so left out: {undated}."
    )
    expect(page.locator("main h2:visible")).to_have_count(1)
    page.get_by_role("link", name="These years in the timeline").click()
    page.wait_for_url("**/timeline.html#from=1949&to=1988&document=guan-2022")


def test_a_link_to_an_entry_that_is_filtered_away_shows_it(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**WIDE).open(f"{CLAIMS}#document=remarks")
    expect(page.locator("#claim-guan-2022-017")).to_be_hidden()
    page.evaluate("location.hash = 'claim-guan-2022-017'")
    expect(page.locator("#claim-guan-2022-017")).to_be_in_viewport()
    expect(page.get_by_label("Document")).to_have_value("")


def test_claims_are_found_by_how_they_held_up(visitor: Callable[..., Visitor]) -> None:
    guest = visitor(**PHONE)
    page = guest.open(f"{CLAIMS}#verdict=judged&page=economics/trade")
    claims = table("claims")
    verdicts = claims.verdict.notna() | claims.computed_by.notna()
    judged = claims[verdicts & (claims.page == "economics/trade")]
    expect(entries(page)).to_have_count(len(judged))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"
    assert faults(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Download claims.csv").evaluate(
            "link => { link.download = ''; link.click() }"
        )
    assert "guan-2022-017" in Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("look", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_cell_of_the_debate_map_opens_its_positions_by_keyboard(
    look: dict[str, Any], visitor: Callable[..., Visitor]
) -> None:
    page, positions = visitor(**look).open(DEBATES), table("positions")
    order = positions[positions.debate == "world-order"]
    cell = page.get_by_role("link", name=re.compile("^Guan 2022")).and_(
        page.locator("[href*='debate=world-order&']")
    )
    cell.press("Enter")
    own = order[(order.source == "guan-2022") & order.first_hand]
    expect(found(page)).to_have_text(f"{len(own)} of {len(positions)} positions.")
    expect(entries(page)).to_have_count(len(own))
    focused = page.locator(":focus")
    expect(focused).to_have_text("Guan Guihai")
    expect(focused).to_be_in_viewport()
    assert page.url.endswith("#debate=world-order&document=guan-2022&hand=first")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"
    page.evaluate("scrollTo(0, 0)")
    assert faults(page) == []
    page.get_by_label("Whose words").select_option("reported")
    page.get_by_label("Document").select_option("")
    expect(entries(page)).to_have_count(int((~order.first_hand).sum()))
    page.get_by_label("State").select_option("Russia")
    page.get_by_label("How it is put").select_option("qualifies")
    expect(entries(page)).to_have_count(1)
    page.reload()
    expect(entries(page)).to_have_count(1)
    page.get_by_label("Debate").select_option("")
    page.get_by_label("How it is put").select_option("")
    page.get_by_label("Holder").select_option("Dmitri Trenin, as reported by Guan")
    expect(entries(page)).to_have_count(int((positions.holder == "Dmitri Trenin, as reported by Guan").sum()))


def test_without_scripts_a_cell_leads_to_its_first_position(visitor: Callable[..., Visitor]) -> None:
    page = visitor(java_script_enabled=False, **PHONE).open(DEBATES)
    page.locator("[href='#debate=durability&document=twins&hand=first']").click()
    expect(page.locator("dt:has([id='debate=durability&document=twins&hand=first'])")).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(page.locator(".seminar-matrix")).to_be_visible()


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    """Return where the visible marks of the strip stand, in pixels."""
    made: list[dict[str, float]] = page.locator(f".seminar-strip {selector}").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().toJSON())"
    )
    return made


def test_the_page_begins_with_the_marks_where_they_are_drawn(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**WIDE).open(TIMELINE)
    moved = page.locator(".seminar-strip [data-gid^=event-]").evaluate_all(
        "all => all.map((one) => one.style.transform)"
    )
    assert len(moved) == len(table("events"))
    for words in moved:
        assert all(abs(float(number)) < 0.02 for number in re.findall(r"-?[\d.]+(?:e-?\d+)?(?=px)", words)), (
            words
        )


def test_an_events_name_is_its_title_or_begins_as_it_does(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**WIDE).open(TIMELINE)
    titles = dict(zip(table("events").id, table("events").title, strict=True))
    names = page.locator(".seminar-strip [data-gid^=name-]").evaluate_all(
        "all => all.map((one) => [one.dataset.gid.slice(5), one.textContent])"
    )
    assert {name for name, _ in names} == set(titles)
    for name, text in names:
        begun = text.removesuffix(" …")
        assert len(begun.split()) >= 2 or begun == titles[name], name
        assert re.sub(r"\W", "", titles[name]).startswith(re.sub(r"\W", "", begun)), name


@pytest.mark.parametrize("look", [WIDE, PHONE], ids=["wide", "phone"])
def test_names_of_events_never_overlap_however_far_one_zooms(
    look: dict[str, Any], visitor: Callable[..., Visitor]
) -> None:
    page = visitor(**look).open(TIMELINE)
    page.get_by_role("region", name="Strip of the events").focus()
    named = []
    while True:
        names = boxes(page, "[data-gid^=name-].shown text")
        named.append(len(names))
        for one, other in combinations(names, 2):
            across = min(one["right"], other["right"]) - max(one["left"], other["left"])
            down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            assert across <= 0 or down <= 3, (one, other)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"
        if page.get_by_role("button", name="Zoom in").get_attribute("aria-disabled") == "true":
            break
        page.keyboard.press("+")
    assert all(one < other for one, other in pairwise(named)), named
    page.evaluate("scrollTo(0, 0)")  # axe counts a control below the head of the page as too small
    assert faults(page) == []


def test_the_strip_moves_by_buttons_and_keys_and_says_what_it_shows(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**PHONE).open(TIMELINE)
    seen, window = page.locator(".seminar-strip [role=status]"), page.locator(".seminar-strip__window")
    whole = seen.inner_text()
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").press("Enter")
    zoomed = seen.inner_text()
    assert zoomed != whole
    page.get_by_role("button", name="Earlier").press("Enter")
    expect(seen).not_to_have_text(zoomed)
    before = window.evaluate("one => one.scrollLeft")
    window.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"document.querySelector('.seminar-strip__window').scrollLeft < {before}")
    for _ in range(3):
        page.keyboard.press("-")
    expect(seen).to_have_text(whole)
    expect(page.get_by_role("button", name="Zoom out")).to_have_attribute("aria-disabled", "true")


def test_a_mark_near_the_pointer_tells_its_event_and_leads_to_it(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**WIDE).open(f"{TIMELINE}#words=label&from=2019&to=2019&document=outside")
    mark = page.locator(".seminar-strip [data-gid=event-label-new-era]")
    box = mark.bounding_box()
    assert box
    page.mouse.click(box["x"] + 9, box["y"] + 9)
    link = page.locator(".seminar-strip__about a")
    expect(link).to_have_text("5 June 2019: The partnership is labelled “for a new era”")
    link.press("Enter")
    expect(page.locator("#event-label-new-era")).to_be_focused()
    assert page.url.endswith("document=outside")


def test_without_scripts_the_strip_shows_the_whole_time(visitor: Callable[..., Visitor]) -> None:
    page = visitor(java_script_enabled=False, **PHONE).open(TIMELINE)
    expect(page.locator(".seminar-strip__tools")).to_be_hidden()
    expect(page.locator(".seminar-strip [data-gid^=name-]").first).to_be_hidden()
    assert page.locator(".seminar-strip [data-gid^=date-]:visible").count() >= 4
    assert page.locator(".seminar-strip [data-gid^=event-]:visible").count() == len(table("events"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"
