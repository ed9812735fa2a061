"""`seminar check` and `seminar schema` say what is wrong, and their exit codes say whether anything is."""

from __future__ import annotations

from pathlib import Path

import pytest

from seminar.cli import main
from seminar.exercises import work
from seminar.exercises.schema import schema

SAMPLES = (Path(__file__).parent / "samples.yml").read_text(encoding="utf-8")


def test_check_of_a_sound_project_ends_with_0(project, monkeypatch, capsys):
    monkeypatch.chdir(project(trade=SAMPLES))
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "17 exercises in 1 file, no mistakes\n"


def test_check_prints_each_mistake_and_ends_with_1(project, monkeypatch, capsys):
    monkeypatch.chdir(project(trade=SAMPLES.replace("trade:*", "trade:1066"), other=""))
    assert main(["check"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[0] for line in told[:-1]] == [
        "exercises/other.yml:1", "exercises/trade.yml:9", "exercises/trade.yml:53"
    ]  # fmt: skip
    assert told[-1] == "3 mistakes"


def test_schema_writes_the_file(tmp_path):
    assert main(["schema", "--to", str(tmp_path / "schema.json")]) == 0
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == schema()
    assert main(["schema", "--work", "--to", str(tmp_path / "work.json")]) == 0
    assert (tmp_path / "work.json").read_text(encoding="utf-8") == work.schema()


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["schema"]])
def test_a_misunderstood_command_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: seminar" in capsys.readouterr().err
