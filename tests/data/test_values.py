"""A number in prose is held to the data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seminar.tables import UnknownRow, UnknownTable
from seminar.values import BadReference, Contradicted, check, value

TRADE_2018 = "trade:total_china_reported_usd_million@2018"
IN_BILLIONS = f"{TRADE_2018} /1000"
FALL_2025 = "trade-first-releases:growth_percent@2025"


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a keys.py of its own beside the book's tables."""
    folder = tmp_path / "exercises"
    folder.mkdir()
    data = Path(__file__).resolve().parents[2] / "data"
    tmp_path.joinpath("data").symlink_to(data, target_is_directory=True)
    file = folder / "keys.py"
    file.write_text(
        "from math import sqrt\n"
        "def growth(): return sqrt(156.25)\n"
        "def options(): return [True, False]\n"
        "def _helper(): return 1\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return file


def test_a_cell_by_table_column_and_key() -> None:
    assert value(TRADE_2018) == pytest.approx(106653.5)
    assert value("gdp:population@CHN/2018") == value("gdp:population@CHN/2018 /1")
    assert value(IN_BILLIONS) == pytest.approx(106.6535)
    assert value("claims:value@chinaplus-2019-009") == pytest.approx(27.1)


def test_a_function_of_keys_py(keys: Path) -> None:
    assert value("=growth") == 12.5
    keys.write_text("def growth(): return 3\n", encoding="utf-8")
    assert value("=growth") == 3


@pytest.fixture
def power(keys: Path) -> None:
    keys.write_text(
        "from __future__ import annotations\n"
        "def power(name: str, base: float, to: int = 2) -> float: return len(name) + base**to\n",
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("call", "number"), [("=power@RUS/1.5/3", 6.375), ("=power@1991-12-25/3", 19), ("=power@/2/2", 4)]
)
def test_a_function_is_given_arguments_as_it_asks_for_them(power: None, call: str, number: float) -> None:
    assert value(call) == number


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("=power", "missing a required argument: 'name'; write =power@name/base/to"),
        ("=power@RUS", "missing a required argument: 'base'; write =power@name/base/to"),
        ("=power@RUS/2/2/2", "too many positional arguments; write =power@name/base/to"),
        ("=power@RUS/many", "base must be a number, and is 'many'"),
        ("=power@RUS/2/1.5", "to must be a number, and is '1.5'"),
    ],
)
def test_arguments_that_do_not_fit_say_what_to_write(power: None, call: str, message: str) -> None:
    with pytest.raises(BadReference, match=re.escape(f"{call!r}: {message}")):
        value(call)


def test_a_function_without_parameters_takes_no_arguments(keys: Path) -> None:
    with pytest.raises(BadReference, match=r"too many positional arguments; write =growth$"):
        value("=growth@2018")


@pytest.mark.parametrize(
    "text", ["107", "106.7", "106,65", "106.654", "106.6535", "+106.65", " 106.7 ", "106.7 billion dollars"]
)
def test_a_number_rounded_to_its_own_decimals_agrees(text: str) -> None:
    check(text, IN_BILLIONS)


@pytest.mark.parametrize("text", ["-6.9", "−6.9", "−6,9 per cent", "-7"])
def test_both_minus_signs_and_both_decimal_marks_are_read(text: str) -> None:
    check(text, FALL_2025)


@pytest.mark.parametrize("text", ["108", "106.6", "106.66", "106,653", "1.067", "-106.7", "6.9"])
def test_any_other_number_is_contradicted(text: str) -> None:
    with pytest.raises(Contradicted):
        check(text, IN_BILLIONS)


def test_halves_round_away_from_nought(keys: Path) -> None:
    check("13", "=growth")
    with pytest.raises(Contradicted):
        check("12", "=growth")
    keys.write_text("def growth(): return 2.675\ndef fall(): return -0.5\n", encoding="utf-8")
    check("2.68", "=growth")
    check("-1", "=fall")


def test_the_error_says_what_stands_there_and_what_should() -> None:
    with pytest.raises(Contradicted, match=r"the text says 107.06, the data say 106.65 \(.*is 106.6535\)"):
        check("107.06", IN_BILLIONS)


@pytest.mark.parametrize("text", ["", "about a hundred", "106,653.5 and more", "27.1 or 26.3"])
def test_a_text_must_hold_one_number(text: str) -> None:
    with pytest.raises(Contradicted, match="must hold one"):
        check(text, IN_BILLIONS)


@pytest.mark.parametrize(
    ("reference", "kind", "message"),
    [
        ("trade@2018", BadReference, "write table:column@key"),
        ("trade:source_total@2018", BadReference, "holds no numbers"),
        ("trade:china_exports_to_russia_usd_million@2021", BadReference, "the cell is empty"),
        ("trde:total@2018", UnknownTable, "did you mean trade"),
        ("trade:total_china_usd_million@2018", UnknownRow, "did you mean total_china_reported_usd_million"),
        ("trade:total_china_reported_usd_million@2028", UnknownRow, "no row '2028'"),
        (f"{TRADE_2018} /0", BadReference, "divided by nought"),
    ],
)
def test_a_reference_that_leads_nowhere_says_why(reference: str, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        value(reference)


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("{}['shaer']", "exercises/keys.py:2: KeyError: 'shaer'"),
        ("1 / 0", "exercises/keys.py:2: ZeroDivisionError: division by zero"),
    ],
)
def test_a_function_that_fails_names_its_line(keys: Path, fault: str, message: str) -> None:
    keys.write_text(f"def growth():\n    return {fault}\n", encoding="utf-8")
    with pytest.raises(BadReference, match=f"'=growth' fails: {message}"):
        value("=growth")


def test_a_function_must_exist_and_give_a_number(keys: Path) -> None:
    with pytest.raises(BadReference, match="did you mean growth"):
        value("=grwth")
    with pytest.raises(BadReference, match="returns list, not a number"):
        value("=options")
    for hidden in ("=_helper", "=sqrt"):
        with pytest.raises(BadReference, match="has no function"):
            value(hidden)
    keys.unlink()
    with pytest.raises(BadReference, match="there is none"):
        value("=growth")
