"""Exercises with figures on the built page: the picture in the card, and nothing of what it hides."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup

from seminar.figures.geography import CONVENTION, GAP

from ..build.conftest import HEAD, Outcome, SmallBook

pytestmark = pytest.mark.build

SET_UP = """\
```{code-cell} ipython3
:tags: [hide-input]
import matplotlib.pyplot as plt
import pandas as pd
from seminar import chart, colours, exercise, explore, recall, use_style
use_style()

def bars(lift=0):
    heights = [100, 110 + lift, 187.5]
    fig, ax = plt.subplots()
    for year, bar in zip((2018, 2019, 2024), ax.bar(["2018", "2019", "2024"], heights)):
        bar.set_gid(f"bar-{year}")
    ax.set(ylim=(0, 300))
    numbers = pd.DataFrame({"Year": [2018, 2019, 2024], "Total (US$ billion)": heights})
    return chart(fig, numbers=numbers, tables=["trade"], decimals=1)
```
"""


def figure(name: str, code: str, alt: str = "Three bars & a line.") -> str:
    return (
        "\n```{code-cell} ipython3\n---\nmystnb:\n  figure:\n"
        f"    name: {name}\n    caption: Trade, as in {{claim}}`remarks-003`.\n"
        f"  image:\n    alt: {alt}\n---\n{code}\n```\n"
    )


CHAPTER = (
    HEAD
    + "# Bars that answer\n\nSee {numref}`fig-hidden` and {numref}`fig-drawn`.\n\n"
    + SET_UP
    + figure("fig-hidden", 'exercise("behind", bars())')
    + figure("fig-lifted", 'exercise("lift", explore(bars, lift=(0, 20, 10), units={"lift": "billion"}))')
    + figure("fig-read", 'exercise("highest", bars())')
    + figure(
        "fig-drawn",
        """\
fig, ax = plt.subplots()
ax.plot([2016, 2017, 2018], [69, 84, 107], gid="known")
ax.set(xlim=(2015, 2024), ylim=(0, 300))
known = pd.DataFrame({"Year": [2016, 2017, 2018, 2019], "Total": [69, 84, 107, 991]})
exercise("line", chart(fig, numbers=known, tables=["trade"]))""",
    )
    + figure("fig-again", 'recall("behind")')
    + figure(
        "fig-map",
        """\
from seminar.figures.geography import base_map, listed, pipelines, places
def drawn():
    fig, ax = plt.subplots()
    base_map(ax, (115, 42, 139, 55), rivers=True)
    pipelines(ax, ["espo-2"])
    places(ax, ["heihe", "khabarovsk"])
    return chart(fig, numbers=listed(ax), tables=["map-places"])
drawn()""",
    )
    + figure("fig-asked", 'exercise("place", drawn())')
)
EXERCISES = """\
- id: behind
  type: reveal
  title: Behind the curtain
  objective: read-a-line
  level: check
  minutes: 1
  prompt: How high is the last bar, after {claim}`remarks-003`?
  hide: [bar-2024]
  ask: number
  outcome: It was a xylophone.
- id: lift
  type: explore
  title: Lift it
  objective: read-a-line
  level: check
  minutes: 1
  points: 1
  prompt: How far?
  parameter: lift
  answer: 10
  tolerance: 0
  feedback: Recompute.
  solution: Ten.
- id: highest
  type: read
  title: The highest
  objective: read-a-line
  level: check
  minutes: 1
  points: 1
  prompt: Which?
  options:
    - {text: the first, mark: bar-2018, feedback: No.}
    - {text: the last, mark: bar-2024, correct: true}
  solution: The last.
- id: place
  type: read
  title: Where the pipeline ends
  objective: read-a-line
  level: check
  minutes: 1
  points: 1
  prompt: Point at the town in China.
  options:
    - {text: Heihe, mark: place-heihe, correct: true}
    - {text: Khabarovsk, mark: place-khabarovsk, feedback: No.}
  solution: The first.
- id: line
  type: draw
  title: Go on
  objective: read-a-line
  level: check
  minutes: 1
  prompt: Go on with the line.
  table: trade
  column: total_china_reported_usd_million
  divide: 1000
  rows: [2019, 2022]
  start: 2018
  unit: US$ billion
  from: 0
  to: 300
  step: 1
  outcome: It was a xylophone.
"""


def fragment(page: str, name: str, kind: str = "exercise") -> str:
    found = re.search(
        rf'<div class="seminar-{kind}"[^>]*data-exercise="{name}">.*?</script>', page, flags=re.DOTALL
    )
    assert found, name
    return found[0]


def payload(block: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(
        block.partition('class="seminar-payload">')[2].removesuffix("</script>")
    )
    data["open"] = json.loads(bytes(byte ^ 0x5A for byte in base64.b64decode(data["sealed"])))
    return data


def book(folder: Any, chapter: str, exercises: str = EXERCISES) -> tuple[SmallBook, Outcome]:
    made = SmallBook(folder)
    made.write("exercises/one.yml", exercises)
    made.chapters(one=chapter)
    made.write("chapters/reference/claims.md", "# Claims\n\n```{seminar-claims}\n```\n")
    return made, made.build()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    made, outcome = book(tmp_path_factory.mktemp("figures"), CHAPTER)
    outcome.passed()
    return made


@pytest.fixture(scope="module")
def page(built: SmallBook) -> str:
    return built.page()


def test_the_figure_stands_in_the_card_with_its_caption_source_and_numbers(page: str) -> None:
    card = fragment(page, "highest")
    assert card.index("seminar-prompt") < card.index("<figure") < card.index("seminar-answer")
    inside = re.search(r"<figure.*?</figure>", card, flags=re.DOTALL)
    assert inside
    assert re.match(r'<figure class="[^"]*seminar-picture[^"]*" id="fig-read">', inside[0])
    assert '<svg role="img" aria-label="Three bars &amp; a line."' in inside[0]
    order = [
        "seminar-chart",
        "<figcaption>",
        "Fig. 3",
        "Source:",
        "<summary>Numbers",
        "seminar-numbers",
    ]
    places = [inside[0].find(each) for each in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "<caption>Trade, as in" in inside[0]


def test_the_prose_leads_to_the_figure(page: str) -> None:
    assert 'href="#fig-hidden"><span class="std std-numref">Fig. 1' in page
    assert 'href="#fig-drawn"><span class="std std-numref">Fig. 4' in page


def test_a_hidden_bar_is_nowhere_in_the_page(page: str) -> None:
    block = fragment(page, "behind")
    data = payload(block)
    assert '<g data-gid="bar-2024" />' in block
    assert "<path" in data["open"]["hidden"]["bar-2024"]
    path = re.search(r' d="([^"]+)"', data["open"]["hidden"]["bar-2024"])
    assert path
    assert path[1] not in block
    assert "187.5" not in block
    assert "numbers" not in data["figure"]
    assert data["open"]["numbers"]["rows"][2] == ["2024", "187.5"]


def test_a_drawing_keeps_the_rows_of_the_truth_back(page: str) -> None:
    data = payload(fragment(page, "line"))
    assert data["xs"] == ["2019", "2020", "2021", "2022"]
    assert [row[0] for row in data["figure"]["numbers"]["rows"]] == ["2016", "2017", "2018"]
    assert "991" not in fragment(page, "line")
    assert data["open"]["truth"][-1] == pytest.approx(190, abs=1)


def test_a_figure_with_sliders_shows_the_state_that_it_begins_with(page: str) -> None:
    block = fragment(page, "lift")
    assert '<span class="seminar-slider__value">0 billion</span>' in block
    assert [each["name"] for each in payload(block)["figure"]["grid"]["parameters"]] == ["lift"]


def test_met_again_the_figure_has_an_address_and_ids_of_its_own(page: str) -> None:
    block = fragment(page, "behind", "recall")
    assert 'id="fig-again"' in block
    assert "#fig-hidden-" not in block
    text = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    ids = re.findall(r'\sid="([^"]*)"', text)
    assert len(ids) == len(set(ids))


def test_the_code_that_draws_is_kept_and_what_the_cell_hands_over_is_not(page: str) -> None:
    blocks = BeautifulSoup(page, "html.parser").select(".cell_input pre")
    code = [block.get_text().strip() for block in blocks]
    assert 'exercise("behind", bars())' in code
    assert 'recall("behind")' not in code
    assert "vnd.seminar" not in page


def test_a_map_brings_its_convention_into_its_caption_and_its_geometry_into_the_source_line(
    page: str,
) -> None:
    for name in ("fig-map", "fig-asked"):
        found = re.search(rf'<figure[^>]*id="{name}">.*?</figure>', page, flags=re.DOTALL)
        assert found
        [caption] = re.findall(r"<figcaption>(.*?)</figcaption>", found[0], flags=re.DOTALL)
        said = BeautifulSoup(caption, "html.parser").get_text().strip()
        assert said.startswith("Fig. ")
        assert said.index("Trade, as in") < said.index(CONVENTION) < said.index(GAP)
        notes = page[found.start() :].split("<figure", 2)[1]
        assert "Natural Earth" in notes
        assert "© OpenStreetMap contributors" in notes
        assert '<th scope="row">Khabarovsk</th>' in notes
        assert 'href="../data/geography/land.geojson"' in notes
    numbers = re.findall(r"<caption>(.*?)</caption>", page)
    assert not [caption for caption in numbers if "belongs to nobody" in caption]


def test_a_place_on_a_map_can_be_pointed_at(page: str) -> None:
    data = payload(fragment(page, "place"))
    [axes] = data["figure"]["axes"]
    assert axes["x"]["data"] == [115, 139]
    assert 'data-gid="place-khabarovsk"' in fragment(page, "place")


def test_every_mistake_names_its_cell_and_the_remedy(tmp_path: Any) -> None:
    wrong = (
        HEAD
        + "# Mistakes\n\n"
        + SET_UP
        + '\n```{code-cell} ipython3\nexercise("behind")\n```\n'
        + '\n```{code-cell} ipython3\nexercise("highest", bars())\n```\n'
        + figure("fig-one", 'exercise("lift", bars())')
        + figure("fig-two", 'exercise("unmarked", bars())')
        + '\n```{code-cell} ipython3\nrecall("line")\n```\n'
    )
    exercises = EXERCISES + EXERCISES.split("- id: lift")[0].replace("behind", "unmarked").replace(
        "bar-2024", "bar-2042"
    )
    _, outcome = book(tmp_path, wrong, exercises)
    assert outcome.code != 0
    for message in (
        r"cell 3: exercise 'behind' is of type reveal and has no figure: write exercise\(\"behind\", chart",
        r"cell 4: the figure has no name",
        r"cell 4: the figure has no alt text",
        r"cell 5: exercise 'lift' is of type explore: give it what explore\(\) returns",
        r"cell 6: exercise 'unmarked' names the mark 'bar-2042', .*did you mean bar-2024",
        r"cell 7: 'line' is of type draw: recall\(\) shows forecasts that wait",
    ):
        assert re.search(message, outcome.said), (message, outcome.said[-4000:])
