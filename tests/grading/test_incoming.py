"""Every file that was handed in comes out once, whatever lies in a folder or an archive, and nothing acts."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from seminar.grading import incoming as module
from seminar.grading.incoming import Found, hint, incoming
from seminar.grading.marks import marker
from seminar.grading.records import Hint, Rejected, Row
from tests.grading import classes
from tests.grading.archives import archive, linked, lying, overlapping

GOOD = b'{"format": "seminar-submission"}'


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., dict[str, str]]:
    """What comes of a file with these bytes: reasons, or ``found``, by the names within it."""

    def run(data: bytes, name: str = "in.zip") -> dict[str, str]:
        (tmp_path / name).write_bytes(data)
        return told(tmp_path / name, tmp_path)

    return run


def told(path: Path, root: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in incoming([path]):
        name = Path(one.file).relative_to(root).as_posix()
        assert name not in found
        found[name] = one.reason if isinstance(one, Rejected) else "found"
    return found


# -- names that systems give


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.zip/Li Wei_123_assignsubmission_file_/trade.json", Hint("moodle", "Li Wei", "123")),
        ("a.zip/Li Wei_123_assignsubmission_file/trade.json", Hint("moodle", "Li Wei", "123")),
        ("Li Wei_123_assignsubmission_file_trade-ab1.json", Hint("moodle", "Li Wei", "123")),
        ("x/Анна Ли_7_assignsubmission_file_/deep/trade.json", Hint("moodle", "Анна Ли", "7")),
        ("Participant_88_assignsubmission_file_/trade.json", Hint("moodle", "Participant", "88")),
        ("Li_5_assignsubmission_onlinetext_/onlinetext.html", Hint("moodle", "Li", "5")),
        ("a.zip/smithzoe_4711_99_trade-ab1.json", Hint("canvas", "smithzoe", "4711")),
        ("a.zip/smithzoe_LATE_4711_99_trade-ab1-1.json", Hint("canvas", "smithzoe", "4711", True)),
        ("李明_4711_99_trade.json", Hint("canvas", "李明", "4711")),
        ("LATE_anon_Ab1x9_99_trade.json", Hint("canvas", "", "anon_Ab1x9", True)),
        ("a.zip/smithzoe_4711_99_work.zip/trade.json", Hint("canvas", "smithzoe", "4711")),
        # What a student calls a file comes after what the system wrote.
        ("smithzoe_4711_99_other_1_2_trade.json", Hint("canvas", "smithzoe", "4711")),
        ("Li_5_assignsubmission_file_/smithzoe_4711_99_trade.json", Hint("moodle", "Li", "5")),
        ("week_1_2_files/trade.json", None),
        ("trade-and-targets-ab1.json", None),
        ("handed-in/ab1.json", None),
        ("", None),
    ],
)
def test_what_moodle_and_canvas_write_into_names_is_understood(name, expected):
    assert hint(name) == expected


def test_a_hint_comes_from_within_what_was_named_and_from_nowhere_above(tmp_path):
    folder = tmp_path / "Li_5_assignsubmission_file_" / "week3"
    folder.mkdir(parents=True)
    (folder / "trade.json").write_bytes(GOOD)
    [one] = incoming([folder])
    assert one == Found((folder / "trade.json").as_posix(), GOOD, None)
    [one] = incoming([tmp_path / "Li_5_assignsubmission_file_"])
    assert one.hint == Hint("moodle", "Li", "5")


@pytest.mark.parametrize("system", ["moodle", "canvas"])
def test_the_archive_of_a_system_is_marked_as_it_is(lesson, tmp_path, grade, system):
    students = list(classes.students(30))
    names = {
        "moodle": "{name}_{k}_assignsubmission_file_/twenty-{id}.json",
        "canvas": "smithzoe_{k}_9{k}_twenty-{id}-1.json",
    }[system]
    files = {
        names.format(k=k, name=student.name, id=student.id): classes.handed_in(lesson.key, student)
        for k, student in enumerate(students)
    }
    (tmp_path / "class.zip").write_bytes(archive({**files, "__MACOSX/._x": b"\0\5"}))
    done = grade(lesson, tmp_path / "class.zip")
    assert done.code == 0
    assert [row["student"] for row in done.gradebook] == [student.id for student in students]
    assert [row["name"] for row in done.gradebook] == [student.name for student in students]
    assert {row["file"] for row in done.gradebook} == {
        f"{tmp_path.as_posix()}/class.zip/{name}" for name in files
    }


def test_a_folder_is_read_with_all_below_it_and_archives_in_it(tmp_path):
    deep = tmp_path / "in" / Path(*(f"d{k}" for k in range(60)))
    deep.mkdir(parents=True)
    (deep / "deep.json").write_bytes(GOOD)
    (tmp_path / "in" / "b.zip").write_bytes(archive({"x/": b"", "x/1.json": GOOD, "x/2.json": GOOD}))
    (tmp_path / "in" / "a.json").write_bytes(GOOD)
    found = told(tmp_path / "in", tmp_path / "in")
    assert list(found.values()) == ["found"] * 4
    assert [*found][:3] == ["a.json", "b.zip/x/1.json", "b.zip/x/2.json"]
    assert [*found][3].endswith("d59/deep.json")


@pytest.mark.parametrize("given", [".", "./", "../in", "a.json", "in/../a.json"])
def test_a_folder_may_be_named_in_any_way(tmp_path, monkeypatch, given):
    folder = tmp_path / "in"
    (folder / "in").mkdir(parents=True)
    (folder / "a.json").write_bytes(GOOD)
    monkeypatch.chdir(folder)
    [one] = incoming([Path(given)])
    assert Path(one.file).resolve() == folder / "a.json"


# -- what else lies on a disk


def test_links_folders_called_files_and_what_is_no_file_are_listed_and_not_followed(tmp_path):
    folder, elsewhere = tmp_path / "in", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    (elsewhere / "secret.json").write_bytes(GOOD)
    (folder / "link.json").symlink_to(elsewhere / "secret.json")
    (folder / "tree").symlink_to(elsewhere)
    (folder / "circle").symlink_to(folder)
    (folder / "broken.json").symlink_to(tmp_path / "nowhere")
    (folder / "folder.json").mkdir()
    (folder / "folder.json" / "a.json").write_bytes(GOOD)
    os.mkfifo(folder / "pipe.json")
    assert told(folder, folder) == {
        "broken.json": "link",
        "circle": "link",
        "folder.json": "folder",
        "folder.json/a.json": "found",
        "link.json": "link",
        "pipe.json": "special",
        "tree": "link",
    }
    # A link that is named itself is meant.
    [one] = incoming([folder / "link.json"])
    assert isinstance(one, Found)


def test_what_must_not_be_read_is_listed(tmp_path, monkeypatch):
    folder = tmp_path / "in"
    (folder / "closed").mkdir(parents=True)
    for name in ("a.json", "b.json", "closed/c.json"):
        (folder / name).write_bytes(GOOD)
    plain, inside = Path.open, Path.iterdir

    def refuse(path: Path, *rest: str) -> io.IOBase:
        if path.name == "b.json":
            raise PermissionError(13, "Permission denied")
        return plain(path, *rest)

    def shut(path: Path):
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return inside(path)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "iterdir", shut)
    assert told(folder, folder) == {"a.json": "found", "b.json": "closed", "closed": "closed"}


def test_names_that_are_no_text_are_read_and_shown(lesson, tmp_path, grade):
    folder = tmp_path / "in"
    folder.mkdir()
    strange = os.fsencode(folder) + b"/\xff\x1b[31m\n=1.json"
    try:
        with open(strange, "wb") as file:
            file.write(lesson.file("ab1"))
    except OSError:
        pytest.skip("this disk takes no such name")
    (folder / "\u202egpj.json").write_bytes(b"{")
    done = grade(lesson, folder)
    assert done.gradebook[0]["file"].endswith("in/\\u{dcff}\\u{1b}[31m\\u{a}=1.json")
    assert [*done.rejected] == ["\\u{202e}gpj.json"]


def test_a_file_of_a_gigabyte_is_not_read_into_memory(tmp_path):
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(1 << 30)
    with (tmp_path / "huge.zip").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(1 << 30)
    tracemalloc.start()
    found = [told(tmp_path / name, tmp_path) for name in ("huge.json", "huge.zip")]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [{"huge.json": "large"}, {"huge.zip": "broken"}]
    assert peak < 4 * module.LARGEST


# -- archives that are made to do harm


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/cron.d/x.json",
        "/etc/x.json",
        "..\\..\\x.json",
        "C:\\x.json",
        "a/../../x.json",
        "./x.json",
    ],
)
def test_a_name_that_leads_out_of_an_archive_is_only_a_name(lesson, tmp_path, grade, name):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.zip").write_bytes(archive({name: lesson.file("ab1")}))
    before = set(tmp_path.rglob("*"))
    done = grade(lesson, folder, to=tmp_path / "out")
    assert done.code == 0
    assert [row["student"] for row in done.gradebook] == ["ab1"]
    after = set(tmp_path.rglob("*")) - before
    assert {path.relative_to(tmp_path).parts[0] for path in after} == {"out"}


def test_archives_are_opened_two_deep_and_no_deeper(read):
    inner = archive({"a.json": GOOD, "b.json": GOOD})
    assert read(archive({"s.zip": inner, "c.json": GOOD})) == {
        "in.zip/s.zip/a.json": "found", "in.zip/s.zip/b.json": "found", "in.zip/c.json": "found"
    }  # fmt: skip
    assert read(archive({"s.zip": archive({"t.zip": inner})})) == {"in.zip/s.zip/t.zip": "nested"}


def test_what_an_archive_may_hold_beside_files_is_listed(read):
    assert read(linked("a.json", "/etc/passwd")) == {"in.zip/a.json": "link"}
    assert read(archive({"a.json/": b"", "b/": b"", "c.json": GOOD})) == {
        "in.zip/a.json": "folder", "in.zip/c.json": "found"
    }  # fmt: skip
    assert read(archive({})) == {"in.zip": "empty"}
    assert read(archive({"b/": b""})) == {"in.zip": "empty"}
    assert read(archive({"[Content_Types].xml": b"", "word/document.xml": b""})) == {"in.zip": "unreadable"}
    for packing in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert read(archive({"a.json": GOOD}, packing)) == {"in.zip/a.json": "packing"}
    assert read(archive({"a.json": GOOD}, zipfile.ZIP_STORED)) == {"in.zip/a.json": "found"}
    locked = bytearray(archive({"a.json": GOOD}))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(sign) + offset] |= 1
    assert read(bytes(locked)) == {"in.zip/a.json": "locked"}


def test_a_name_that_stands_twice_in_an_archive_is_two_files(tmp_path):
    (tmp_path / "in.zip").write_bytes(archive([("a.json", GOOD), ("a.json", GOOD[:-1])]))
    assert [one.data for one in incoming([tmp_path / "in.zip"])] == [GOOD, GOOD[:-1]]


def test_one_file_that_unpacks_to_far_too_much_is_refused_and_the_others_are_read(read):
    bomb = archive({"a.json": bytes(200_000_000), "b.json": GOOD})
    assert len(bomb) < 300_000
    tracemalloc.start()
    assert read(bomb) == {"in.zip/a.json": "large", "in.zip/b.json": "found"}
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6 * module.LARGEST


def test_headers_that_lie_about_sizes_change_nothing(read):
    assert read(lying(bytes(50_000_000), 10)) in ({"in.zip/a.json": "broken"}, {"in.zip/a.json": "large"})
    assert read(lying(GOOD, 2**32 - 2)) in ({"in.zip/a.json": "broken"}, {"in.zip/a.json": "found"})


def test_an_archive_whose_files_share_their_bytes_unpacks_to_no_more_than_its_size_allows(tmp_path):
    data = overlapping(3000, module.LARGEST)
    assert len(data) < 300_000
    (tmp_path / "in.zip").write_bytes(data)
    read = 0
    reasons = []
    for one in incoming([tmp_path / "in.zip"]):
        read += len(one.data) if isinstance(one, Found) else 0
        reasons.append(one.reason if isinstance(one, Rejected) else "found")
    assert len(reasons) == 3000
    assert set(reasons) <= {"found", "swollen", "broken"}
    assert read <= module.ALLOWED + module.SWELLING * len(data) + module.LARGEST
    assert read < 3000 * module.LARGEST / 10


def test_an_archive_within_an_archive_shares_its_bounds(read):
    inner = archive({f"{k}.json": bytes(module.LARGEST) for k in range(60)})
    found = read(archive({"a.zip": inner, "b.json": GOOD}))
    assert list(found.values()).count("found") < 60
    assert found["in.zip/b.json"] == "swollen"


def test_a_list_of_more_files_than_any_class_has_is_not_read(read, monkeypatch):
    monkeypatch.setattr(module, "MOST_ENTRIES", 20)
    monkeypatch.setattr(module, "MOST_WITHIN", 10)
    few, some, many = (archive({f"{k}.json": GOOD for k in range(n)}) for n in (10, 20, 21))
    assert set(read(some).values()) == {"found"}
    assert read(many) == {"in.zip": "many"}
    assert read(archive({"a.zip": some, "b.zip": few})) == {
        "in.zip/a.zip": "many", **{f"in.zip/b.zip/{k}.json": "found" for k in range(10)}
    }  # fmt: skip
    monkeypatch.setattr(module, "LONGEST_LIST", 200)
    assert read(some) == {"in.zip": "many"}


def test_a_damaged_file_in_an_archive_leaves_the_others(read):
    data = bytearray(archive({"a.json": GOOD * 50, "b.json": GOOD}, zipfile.ZIP_STORED))
    data[data.index(GOOD) + 5] ^= 1
    assert read(bytes(data)) == {"in.zip/a.json": "broken", "in.zip/b.json": "found"}


# -- generated cases

names = st.text(
    st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20
) | st.sampled_from(
    ["../a.json", "a/", "x.json/", "/a", "a\\b", ".DS_Store", "__MACOSX/._a.json", "a_1_2_b.json", "a\u202eb"]
)
contents = st.binary(max_size=60) | st.just(GOOD) | st.builds(archive, st.dictionaries(names, st.just(GOOD)))


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(names, contents), max_size=6))
@example([("a.zip", archive({"b.zip": archive({"c": GOOD})}))])
def test_every_file_of_any_archive_comes_out(tmp_path, files):
    (tmp_path / "in.zip").write_bytes(archive(files))
    out = list(incoming([tmp_path / "in.zip"]))
    given_files = [name for name, _ in files if not name.endswith("/")]
    assert out or not files
    found = [one.file for one in out]
    if given_files and not {"[Content_Types].xml", "mimetype"} & {*given_files}:
        for name in given_files:
            listed = f"{tmp_path.as_posix()}/in.zip/{zipfile.ZipInfo(name).filename}"
            assert any(one == listed or one.startswith(f"{listed}/") for one in found)
    for one in out:
        assert one.file.encode("utf-8", "surrogateescape")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8), st.integers(0, 10**6))
def test_an_archive_with_any_damage_raises_nothing(tmp_path, changes, cut):
    data = bytearray(archive({"a.json": GOOD * 20, "b/": b"", "s.zip": archive({"c.json": GOOD})}))
    for at, value in changes:
        data[at % len(data)] = value
    (tmp_path / "in.zip").write_bytes(data[: cut % len(data) or None])
    out = list(incoming([tmp_path / "in.zip"]))
    assert out
    assert all(isinstance(one, Found | Rejected) for one in out)


@settings(max_examples=150)
@given(st.data())
def test_a_file_with_any_damage_gives_a_row_or_a_reason(lesson, data):
    text = bytearray(lesson.file("ab1", name="Li"))
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        piece = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"NaN", b"1e999", b'"a":1,', b"[" * 99, b"\xff"])
        )
        text[at : at + data.draw(st.integers(0, 6))] = piece
    made = marker_of(lesson).mark(bytes(text), "a.json")
    assert isinstance(made, Row | Rejected)
    if isinstance(made, Rejected):
        assert made.explanation
    else:
        # Whatever can be read has the receipt of what it says.
        assert (made.student, made.points) == ("ab1", 2900)


def marker_of(lesson):
    if lesson.root not in MARKERS:
        MARKERS[lesson.root] = marker(lesson.assignment)
    return MARKERS[lesson.root]


MARKERS: dict[Path, object] = {}
