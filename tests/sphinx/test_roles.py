"""References and numbers in the prose."""

from __future__ import annotations

import re

import pytest

from ..build.conftest import Outcome, SmallBook

pytestmark = pytest.mark.build


def words(page: str) -> str:
    """The page's text, without markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def test_a_reference_stands_in_one_pair_of_brackets(page: str) -> None:
    text = words(page)
    assert "(Remarks, ¶2; and another entry, debate map), others differ (Guan 2022, ¶4)." in text
    assert "see (Trenin 2019, ¶2), BRICS" in text


def test_a_checked_number_reads_as_it_was_written(page: str) -> None:
    assert "Trade reached 106.65 in Trade of China and Russia" in words(page)


def test_every_link_within_the_book_leads_somewhere(sound: SmallBook) -> None:
    site = sound.root / "_build/html"
    for path in (site / "chapters").rglob("*.html"):
        text = re.sub(r"<script.*?</script>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for address in re.findall(r'href="([^"]*)"', text):
            target, _, fragment = address.partition("#")
            if re.match(r"[a-z]+:", address) or not (target or fragment):
                continue
            file = (path.parent / target.partition("?")[0]).resolve() if target else path
            assert file.exists(), f"{path.name}: {address}"
            if fragment and "=" not in fragment and file.suffix == ".html":
                assert f'id="{fragment}"' in file.read_text(encoding="utf-8"), f"{path.name}: {address}"


def test_a_date_leads_to_its_event_and_may_be_told_less_exactly(page: str) -> None:
    link = r'href="\.\./reference/timeline\.html#event-label-new-era"><span class="seminar-event">June 2019<'
    assert re.search(link, page)


@pytest.mark.parametrize(
    "message",
    [
        r"broken\.md:18: .*no row 'remarks-0003'.*remarks-003",
        r"broken\.md:18: .*event label-new-era is dated 5 June 2019, not '6 June 2019'",
        r"broken\.md:18: .*no row 'label'",
        r"broken\.md:20: .*no table 'trad'.*trade",
        r"broken\.md:20: .*no row 'pos-9999'",
        r"broken\.md:22: .*the text says 107\.60, the data say 106\.65",
        r"broken\.md:24: .*unknown command \\nosuchcommand",
    ],
)
def test_a_mistake_in_the_prose_is_told_with_its_file_and_line(broken: Outcome, message: str) -> None:
    assert re.search(message, broken.said), broken.said[-5000:]
