"""Exercise files are YAML 1.2, and whatever is wrong in one comes back as a list of mistakes."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seminar.exercises.model import TYPES
from seminar.exercises.reader import read

SAMPLES = Path(__file__).parent / "samples.yml"


def test_the_samples_are_sound_and_cover_every_type():
    reading = read(SAMPLES)
    assert reading.mistakes == []
    assert {exercise.type for exercise in reading.exercises} == set(TYPES)


def test_no_and_yes_are_text():
    by_id = {exercise.id: exercise for exercise in read(SAMPLES).exercises}
    assert by_id["sample-prediction"].options == ["yes", "no"]
    assert by_id["sample-classification"].items[1].box == ["ruled out", "no"]


def test_every_part_bears_the_line_at_which_its_text_begins():
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()
    for exercise in read(SAMPLES).exercises:
        for part in exercise.parts():
            assert part.text.split("\n")[0].split("'")[0] in lines[part.line - 1], (exercise.id, part)


def test_the_line_of_a_block_is_the_one_after_its_bar():
    exercise = read(SAMPLES).exercises[0]
    [prompt, *_] = exercise.parts()
    assert (
        SAMPLES.read_text(encoding="utf-8").splitlines()[prompt.line - 1]
        == "    Which year was the target for?"
    )


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    path = tmp_path / "marked.yml"
    path.write_bytes(b"\xef\xbb\xbf" + SAMPLES.read_bytes())
    assert read(path).mistakes == []


def test_windows_line_ends_change_nothing(tmp_path):
    path = tmp_path / "windows.yml"
    path.write_bytes(SAMPLES.read_bytes().replace(b"\n", b"\r\n"))
    assert read(path).mistakes == []
    for ours, theirs in zip(read(SAMPLES).exercises, read(path).exercises, strict=True):
        assert ours.parts() == theirs.parts()


text = SAMPLES.read_text(encoding="utf-8")
edits = st.tuples(
    st.integers(0, len(text)),
    st.integers(0, 30),
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(
            ["\t", "  ", "\n", "\n- ", ": ", "&a ", "*a", "!!int ", "<<: ", "'", '"', "|", "{", "["]
        ),
    ),
)


@given(st.lists(edits, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_gives_exercises_or_mistakes_on_its_own_lines(tmp_path, damage):
    damaged = text
    for start, length, put in damage:
        damaged = damaged[:start] + put + damaged[start + length :]
    path = tmp_path / "damaged.yml"
    path.write_bytes(damaged.encode("utf-8", "surrogatepass"))
    reading = read(path, "exercises/damaged.yml")
    last = len(damaged.splitlines()) + 1
    assert all(1 <= mistake.line <= last for mistake in reading.mistakes)
    for exercise in reading.exercises:
        exercise.rule()
        assert exercise.parts()


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_at_all_are_read_or_refused_in_words(tmp_path, content):
    path = tmp_path / "any.yml"
    path.write_bytes(content)
    reading = read(path)
    assert reading.exercises == []
    assert reading.mistakes or content.strip() in (b"[]",)
