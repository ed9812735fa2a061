"""`seminar check` tells everything at once, a line a mistake: exercises, sets, tables, pages, references."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from seminar.cli import main
from seminar.rehash import rehash
from tests.cli.conftest import CONTENTS, FIRST_WEEK, chapter


def change(file: str, old: str, new: str, noted: bool = True) -> Callable[[Path], None]:
    """Return what changes a file, and where it is a table notes its new hash as an author does."""

    def do(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")
        if noted and file.endswith(".csv"):
            rehash(root)

    return do


def write(file: str, text: str) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")

    return do


def remove(file: str) -> Callable[[Path], None]:
    return lambda root: (root / file).unlink()


def constrain(constraints: str) -> Callable[[Path], None]:
    """Return what adds constraints to the field ``total_usd_billion``."""
    return change(
        "data/datapackage.json",
        '"title": "total_usd_billion",\n            "constraints": {\n              "required": true',
        f'"title": "total_usd_billion",\n            "constraints": {{{constraints}',
    )


TRADE = "data/trade.csv"
PACKAGE = "data/datapackage.json"
TABLES = (("trade", 6), ("claims", 59))
GROWTH = "chapters/economics/growth.md"


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        # tables
        (
            change(TRADE, "84200.0", "84200.1", noted=False),
            [
                f"{TRADE}:1: the file is not the one that {PACKAGE} notes: "
                "if you edited it on purpose, run python -m seminar.rehash"
            ],
        ),
        (
            write("data/other.csv", "a\n1\n"),
            [
                f"data/other.csv:1: {PACKAGE} does not describe this table: "
                "give it an entry, or take the file out"
            ],
        ),
        (
            constrain('"maximum": 110'),
            [f"{TRADE}:4: total_usd_billion is 110.94, more than 110: mend the cell, or {PACKAGE}"],
        ),
        (
            constrain('"minimum": 90'),
            [f"{TRADE}:2: total_usd_billion is 84.2, less than 90: mend the cell, or {PACKAGE}"],
        ),
        (
            constrain('"enum": [84.2, 107.06]'),
            [f"{TRADE}:4: total_usd_billion is 110.94, none of 84.2, 107.06: mend the cell, or {PACKAGE}"],
        ),
        (
            change(PACKAGE, '"name": "claims",', '"name": "claims", "rows'),
            [f"{PACKAGE}:59: not valid JSON: Invalid control character at: mend it here or just above"],
        ),
        (
            change(PACKAGE, '"path": "trade.csv"', '"path": "tarde.csv"'),
            [
                f"{PACKAGE}:6: the entry of trade names a file that is not there, tarde.csv: "
                "put it there, or mend the path"
            ],
        ),
        (
            change(PACKAGE, '"caveats": [],', ""),
            [f"{PACKAGE}:{line}: the entry of {name} has no caveats: write it" for name, line in TABLES],
        ),
        # pages and contents
        (
            remove(GROWTH),
            ["_toc.yml:8: there is no page chapters/economics/growth: write it, or take the line out"],
        ),
        (
            change("_toc.yml", "      - file: chapters/economics/growth\n", ""),
            [
                "chapters/economics/growth.md:1: the page is in no part of _toc.yml: "
                "add a line '- file: chapters/economics/growth'"
            ],
        ),
        (
            write("exercises/assignments/second-week.yml", FIRST_WEEK),
            [
                "exercises/assignments/second-week.yml:1: no page shows it: write "
                "chapters/assignments/second-week.md, with nothing in it but "
                "```{assignment} second-week and ```"
            ],
        ),
        (
            write(
                "_toc.yml",
                CONTENTS.replace(
                    "first-week\n        sections:\n          - file: chapters/assignments/how-to", "how-to"
                ),
            ),
            [
                "chapters/assignments/first-week.md:1: the page is in no part of _toc.yml: "
                "add a line '- file: chapters/assignments/first-week'"
            ],
        ),
        (
            write("_toc.yml", "root: [\n"),
            [
                "_toc.yml:2: not valid YAML: expected the node content, but found '<stream end>': "
                "mend it here or just above"
            ],
        ),
        # objectives
        (
            write(GROWTH, chapter("growth").replace("judge-a-rate", "doubt-a-rate")),
            [
                "chapters/economics/growth.md:3: objective doubt-a-rate has no exercise in "
                "exercises/growth.yml: write one",
                "exercises/growth.yml:31: the objective judge-a-rate is none of chapters/economics/growth.md"
                "; did you mean read-a-rate, doubt-a-rate?",
            ],
        ),
        (
            change(GROWTH, "datasets: [trade]", "datasets: [trad]"),
            [
                "chapters/economics/growth.md:11: front matter, datasets: "
                "no table 'trad' in data/datapackage.json; did you mean trade?"
            ],
        ),
        # references in texts
        (
            change(GROWTH, "# Growth\n", "# Growth\n\nAs said {claim}`remarks-14`.\n"),
            [
                "chapters/economics/growth.md:16: {claim}: table claims has no row 'remarks-14'"
                "; did you mean remarks-014?"
            ],
        ),
        (
            change("exercises/trade.yml", "Look at *both* sources.", "Look at {claim}`remarks-015`."),
            [
                "exercises/trade.yml:14: {claim}: table claims has no row 'remarks-015'"
                "; did you mean remarks-014?"
            ],
        ),
        (
            change("exercises/assignments/first-week.yml", "Read first.", "See {doc}`this </chapters/x/y>`."),
            [
                "exercises/assignments/first-week.yml:2: {doc}: there is no page /chapters/x/y: "
                "write it as /chapters/part/name"
            ],
        ),
        (
            change(
                "chapters/index.md",
                "# A book\n",
                "{value}`107.1 <trade:total_usd_billion@2018>` and\n"
                "{value}`107.2 <trade:total_usd_billion@2018>`\n",
            ),
            [
                "chapters/index.md:2: {value}: the text says 107.2, the data say 107.1 "
                "(trade:total_usd_billion@2018 is 107.06)"
            ],
        ),
    ],
)
def test_a_slip_is_told_with_file_line_and_remedy(
    desk: Path, capsys: pytest.CaptureFixture[str], slip: Callable[[Path], None], told: list[str]
) -> None:
    assert main(["check"]) == 0, capsys.readouterr().err
    slip(desk)
    assert main(["check"]) == 1
    *lines, count = capsys.readouterr().err.splitlines()
    assert lines == told
    assert count.startswith(str(len(told)))


def test_every_kind_of_mistake_is_told_at_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(TRADE, "84200.0", "84200.1", noted=False)(desk)
    change(GROWTH, "[trade]", "[trad]")(desk)
    change("exercises/trade.yml", "level: argue", "level: doubt")(desk)
    write("exercises/labs/a-lab.md", "# A lab\n")(desk)
    assert main(["check"]) == 1
    lines = capsys.readouterr().err.splitlines()
    files = list(dict.fromkeys(line.partition(":")[0] for line in lines[:-1]))
    assert files == [
        GROWTH, TRADE, "exercises/labs/a-lab.md", "exercises/trade.yml"
    ]  # fmt: skip


def test_what_is_only_shown_as_code_is_no_reference(desk: Path) -> None:
    shown = "`` {claim}`nothing` ``\n\n```yaml\nprompt: {claim}`nothing`\n```\n"
    write("chapters/index.md", f"# A book\n\n{shown}")(desk)
    assert main(["check"]) == 0
    write("chapters/index.md", f"# A book\n\n{shown}{{claim}}`nothing`\n")(desk)
    assert main(["check"]) == 1


def test_an_objective_is_not_said_to_lack_exercises_that_are_only_broken(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change("exercises/growth.yml", "title: Growth", "titel: Growth")(desk)
    assert main(["check"]) == 1
    assert "has no exercise" not in capsys.readouterr().err
