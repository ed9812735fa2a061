"""Exercises and charts on the built page."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import pytest

from ..build.conftest import Outcome, SmallBook

pytestmark = pytest.mark.build

SECRETS = ("Zanzibar", "Quixotically", "xylophone", "sixth root", "Recompute")


def payload(page: str, name: str) -> dict[str, Any]:
    """The JSON of the exercise `name`, with what was sealed under ``open``."""
    found = re.search(
        rf'data-exercise="{name}">.*?class="seminar-payload">(.*?)</script>', page, flags=re.DOTALL
    )
    assert found
    data: dict[str, Any] = json.loads(found[1])
    data["open"] = json.loads(bytes(byte ^ 0x5A for byte in base64.b64decode(data["sealed"])))
    return data


def test_references_in_a_prompt_lead_where_those_in_the_prose_lead(page: str) -> None:
    prompt = payload(page, "small-choice")["prompt"]
    assert prompt in page.replace("\n<script", "<script") or re.sub(r"\s+", "", prompt) in re.sub(
        r"\s+", "", page
    )
    for link in (
        'href="#fig-total"',
        'href="../reference/claims.html#claim-remarks-003"',
        'href="../reference/glossary.html#term-BRICS"',
        'href="#equation-eq-target"',
    ):
        assert link in prompt
    assert "<math" in prompt


def test_an_option_is_a_line_and_not_a_paragraph(page: str) -> None:
    text = payload(page, "small-choice")["options"][0]
    assert text.startswith("Trade <em>never</em> fell (<a")
    assert text.endswith("Guan 2022, ¶4</span></a>).")


def test_feedback_and_solution_are_rendered_and_sealed(page: str) -> None:
    sealed = payload(page, "small-choice")["open"]
    assert 'href="#fig-total"' in json.dumps(sealed["feedback"]).replace("\\", "")
    assert "#claim-remarks-004" in sealed["solution"]
    assert "“fell”" in sealed["solution"]


def test_nothing_that_betrays_a_key_can_be_read_in_the_site(sound: SmallBook) -> None:
    for path in (sound.root / "_build/html").rglob("*"):
        if path.is_file() and path.suffix in {".html", ".js", ".txt", ".json", ".md", ".ipynb"}:
            text = path.read_text(encoding="utf-8").casefold()
            assert not [secret for secret in SECRETS if secret.casefold() in text], path


def test_a_prediction_is_met_again_without_a_second_anchor(page: str) -> None:
    assert page.count('id="exercise-small-guess"') == 1
    assert '<div class="seminar-recall" data-exercise="small-guess">' in page


def test_the_call_that_shows_an_exercise_is_not_shown(page: str) -> None:
    assert '<span class="s2">&quot;small-choice&quot;</span>' not in page
    assert "use_style" in page


def test_a_chart_is_inlined_with_its_finding_and_its_numbers(page: str, sound: SmallBook) -> None:
    figure = re.search(r'<figure[^>]*id="fig-total">.*?</figure>', page, flags=re.DOTALL)
    assert figure
    assert '<svg role="img" aria-label="Trade rose between 2010 and 2018 &amp; fell once."' in figure[0]
    assert "<details" not in figure[0]
    notes = page[figure.end() :]
    assert notes.index("seminar-source") < notes.index("<details")
    assert "<caption>Total trade, in billion US dollars, after (Remarks, ¶2).</caption>" in notes
    assert '<th scope="col" class="number">Total (US$ billion)</th>' in notes
    assert '<th scope="row">2010</th>' in notes
    assert "Licence not stated for:" in notes
    assert 'href="../../data/trade.csv"' in notes
    assert (sound.root / "_build/html/data/trade.csv").read_bytes() == (
        sound.root / "data/trade.csv"
    ).read_bytes()


def test_no_id_stands_twice_on_a_page(sound: SmallBook) -> None:
    for path in (sound.root / "_build/html/chapters").rglob("*.html"):
        text = re.sub(r"<script.*?</script>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        ids = re.findall(r'\sid="([^"]*)"', text)
        assert len(ids) == len(set(ids)), path


def test_other_formats_show_the_question_alone(sound: SmallBook) -> None:
    sound.build("--builder", "custom", "--custom-builder", "text").passed()
    text = (sound.root / "_build/text/chapters/economics/small.txt").read_text(encoding="utf-8")
    assert "Trade fell once." in text
    assert "Trade rose between 2010 and 2018 & fell once." in text
    assert not [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize(
    "message",
    [
        r"broken\.md:34: .*cell 3: the figure has no name: .*figure: name",
        r"broken\.md:34: .*cell 3: the figure has no caption",
        r"broken\.md:34: .*cell 3: the figure has no alt text",
        r"broken\.md:43: .*no exercise 'small-choices'.*small-choice",
        r"small\.yml:13: .*no row 'remarks-0004'.*remarks-004",
        r"small\.yml:\d+: .*fig-nowhere",
        r"other\.yml:1: .*level",
    ],
)
def test_a_mistake_in_an_output_is_told_with_its_file_and_line(broken: Outcome, message: str) -> None:
    assert broken.code != 0
    assert re.search(message, broken.said), broken.said[-5000:]
