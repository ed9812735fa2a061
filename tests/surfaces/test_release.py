"""What is released holds no key: not in the open, not encoded, not in an order, and not by its bytes."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup

from seminar.cli import main
from seminar.exercises.fingerprint import fingerprint, question
from seminar.exercises.labs import lab
from seminar.exercises.model import TYPES
from seminar.exercises.variants import variants
from seminar.surfaces.built import blocks
from seminar.surfaces.labs import bundle
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import seal, unseal
from seminar.surfaces.release import NoRelease, questions, release
from tests.conftest import ROOT
from tests.surfaces.fixture_release import NAME, VARIED, Bank, data
from tests.surfaces.leaks import layers, leaks, plain, secrets, sentences_of

SEED = "a-secret-of-this-class"
SHEETS = [f"{NAME}-sheet-{number}.html" for number in (1, 2, 3)]
FILES = [f"{NAME}.html", f"{NAME}.ipynb", *SHEETS]


@pytest.fixture(scope="module")
def released(banks: tuple[Bank, Bank]) -> Callable[..., dict[str, bytes]]:
    """Release a bank's assignment, each way once."""
    made: dict[tuple[int, str, bool], dict[str, bytes]] = {}

    def find(which: int = 0, seed: str = "", with_key: bool = False) -> dict[str, bytes]:
        key = (which, seed, with_key)
        if key not in made:
            bank = banks[which]
            made[key] = release(bank.page(), bank.root, bank.assignment(), seed=seed, with_key=with_key)
        return made[key]

    return find


@pytest.fixture(scope="module")
def told(banks: tuple[Bank, Bank]) -> set[str]:
    """Every sentence of the first bank that betrays something, its variants' too, and is not said openly."""
    exercises = [made for item in banks[0].assignment().items for made in item.exercises()]
    seeded = [made for item in banks[0].assignment().items for made in item.exercises(SEED)]
    public = [part.text for each in [*exercises, *seeded] for part in each.parts() if not part.sealed]
    found = secrets([*exercises, *seeded], public)
    assert len(found) > 80
    return found


# -- the same bytes, whatever the key


def test_the_second_bank_asks_the_same_and_has_other_keys(banks: tuple[Bank, Bank]) -> None:
    first, second = ([item.exercise for item in bank.assignment().items] for bank in banks)
    assert {exercise.type for exercise in first} == set(TYPES)
    assert [question(exercise) for exercise in first] == [question(exercise) for exercise in second]
    without = {"short-text", "prediction", "reveal"}  # whose keys are sentences
    for one, other in zip(first, second, strict=True):
        if one.type not in without and one.id != "figure-explore-because":
            assert fingerprint(one) != fingerprint(other), one.id
        told, otherwise = ([part.text for part in each.parts() if part.sealed] for each in (one, other))
        assert told != otherwise or not told


def test_what_pages_hold_differs_for_every_exercise(banks: tuple[Bank, Bank]) -> None:
    first, second = (blocks(bank.page()) for bank in banks)
    assert len(first) == len(second)
    for one, other in zip(first, second, strict=True):
        asks_only = one.payload["id"] == "figure-explore-because"
        assert (unseal(one.payload["sealed"]) == unseal(other.payload["sealed"])) == asks_only


@pytest.mark.parametrize("seed", ["", SEED])
@pytest.mark.parametrize("name", FILES)
def test_other_keys_give_the_same_bytes(name: str, seed: str, released: Callable[..., Any]) -> None:
    assert list(released(0, seed)) == FILES
    assert released(0, seed)[name] == released(1, seed)[name]


def test_the_instructors_copies_differ(released: Callable[..., Any]) -> None:
    name = f"{NAME}-with-key.html"
    assert released(0, with_key=True)[name] != released(1, with_key=True)[name]


@pytest.mark.parametrize("kept", ["sealed", "fingerprint", "hints"])
def test_the_bytes_would_tell_if_more_were_taken(
    kept: str, banks: tuple[Bank, Bank], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "_PLAIN", (*questions._PLAIN, kept))
    first, second = (release(bank.page(), bank.root, bank.assignment()) for bank in banks)
    assert first[f"{NAME}.html"] != second[f"{NAME}.html"]
    assert first[f"{NAME}.ipynb"] != second[f"{NAME}.ipynb"]


@pytest.mark.parametrize("field", ["items", "rights"])
def test_the_bytes_would_tell_if_a_page_s_order_were_kept(
    field: str, banks: tuple[Bank, Bank], monkeypatch: pytest.MonkeyPatch
) -> None:
    def as_shown(exercise: Any, block: Any, folder: Path) -> Any:
        made = own(exercise, block, folder)
        if field in block.payload:
            made.payload[field] = block.payload[field]
        return made

    own = questions._question
    monkeypatch.setattr(questions, "_question", as_shown)
    first, second = (release(bank.page(), bank.root, bank.assignment()) for bank in banks)
    assert all(first[name] != second[name] for name in FILES)


# -- no sentence


@pytest.mark.parametrize("seed", ["", SEED])
def test_no_sentence_that_tells_is_in_any_file(
    seed: str, released: Callable[..., Any], told: set[str]
) -> None:
    assert leaks(released(0, seed), told) == set()


def test_the_instructors_copy_holds_them(released: Callable[..., Any], told: set[str]) -> None:
    copies = {seed: released(0, seed, True)[f"{NAME}-with-key.html"] for seed in ("", SEED)}
    assert {secret for _, secret in leaks(copies, told)} == told


WRITTEN: dict[str, Callable[[str], str]] = {
    "in the open": lambda text: f"<p>{text}</p>",
    "in marked words": lambda text: "<p>" + " ".join(f"<em>{word}</em>" for word in text.split()) + "</p>",
    "in halved words": lambda text: f"<p>{text[:4]}<b></b>{text[4:]}</p>",
    "escaped": lambda text: html.escape("".join(f"&#{ord(letter)};" for letter in text)),
    "in an attribute": lambda text: f'<i title="{html.escape(text)}"></i>',
    "as JSON": lambda text: f'<script type="application/json">{json.dumps({"a": [1, {"b": text}]})}</script>',
    "as JSON in JSON": lambda text: f"<script>{json.dumps([json.dumps({'a': text})])}</script>",
    "as code points": lambda text: "".join(f"\\u{ord(letter):04x}" for letter in text),
    "as short code points": lambda text: "".join(f"\\x{ord(letter):02x}" for letter in text),
    "in an address": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()),
    "in base64": lambda text: base64.b64encode(text.encode()).decode(),
    "sealed": lambda text: seal({"solution": f"<p>{text}</p>"}),
    "packed": lambda text: f"data:x;base64,{base64.b64encode(gzip.compress(text.encode())).decode()}",
}


@pytest.mark.parametrize("how", WRITTEN)
@pytest.mark.parametrize("name", FILES[:3])
def test_one_planted_sentence_would_be_found(
    name: str, how: str, released: Callable[..., Any], told: set[str]
) -> None:
    secret = "A text that looks forward to an event was written before it, or pretends to be."
    assert secret in told
    content = released(0)[name].decode()
    written = WRITTEN[how](secret)
    if name.endswith(".ipynb"):
        notebook = json.loads(content)
        notebook["cells"][2]["source"].append(written)
        planted = json.dumps(notebook)
    else:
        planted = content.replace("</main>", f"{written}</main>")
    assert leaks({name: planted.encode()}, told) == {(name, secret)}


def test_a_sentence_in_a_file_of_a_zip_would_be_found(told: set[str]) -> None:
    secret = min(told)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("lab/lab.ipynb", json.dumps({"cells": [{"source": [secret[:9], secret[9:]]}]}))
    assert leaks({"lab.zip": packed.getvalue()}, told) == {("lab.zip", secret)}


def test_a_sentence_in_a_notebook_s_questions_would_be_found(
    released: Callable[..., Any], told: set[str]
) -> None:
    notebook = json.loads(released(0)[f"{NAME}.ipynb"])
    source = "".join(notebook["cells"][1]["source"])
    assert "What came first, what last?" in source
    secret = "A finished structure carries no traffic yet."
    notebook["cells"][1]["source"] = [source.replace("What came first, what last?", secret)]
    assert leaks({"it": json.dumps(notebook).encode()}, told) == {("it", secret)}


def test_what_is_said_openly_is_no_secret(banks: tuple[Bank, Bank]) -> None:
    exercise = banks[0].assignment().items[0].exercise
    solution = "The text expects a meeting that was cancelled in March, so it was written before."
    assert solution in secrets([exercise], [])
    assert solution not in secrets([exercise], [f"It quotes: *{solution}*"])
    said = "<p>One is here. Two <em>went</em> there!</p><ul><li>Three</li><li>is it four</li></ul>"
    assert sentences_of(said) == ["One is here.", "Two went there!", "is it four"]


# -- figures


def hidden(page: str) -> list[str]:
    """Return what the figures of a page hide, as text: what is drawn, and what is listed."""
    found = []
    for block in blocks(page):
        sealed = unseal(block.payload["sealed"])
        for fragment in sealed.get("hidden", {}).values():
            found += re.findall(r' d="([^"]+)"', fragment)
        if "hidden" in sealed:
            found += [row[1] for row in sealed["numbers"]["rows"] if f"bar-{row[0]}" in sealed["hidden"]]
        if "truth" in sealed:
            found += map(str, sealed["truth"])
    return found


def standing(texts: Iterable[str], content: bytes) -> list[str]:
    """Return which of these a file holds; a number only where it stands as one."""
    everything = "\n".join(layers(content))
    numbers = set(re.findall(r"\d[\d.]*", everything))
    return [text for text in texts if text in (numbers if re.fullmatch(r"[\d.]+", text) else everything)]


@pytest.mark.parametrize("name", ["figure-reveal", "figure-draw", "figure-draw-dates", "figure-draw-log"])
def test_nothing_that_a_figure_hides_is_in_any_file(name: str, tmp_path: Path) -> None:
    exercise = [each for each in data() if each["id"] == name]
    bank = Bank(tmp_path / "book", exercise, other=False)
    found = hidden(bank.page())
    assert len(found) > 3
    for content in release(bank.page(), bank.root, bank.assignment()).values():
        assert standing(found, content) == []
    # They are found where they are.
    assert standing(found, bank.page().encode()) == found


def test_a_figure_keeps_only_what_it_draws(banks: tuple[Bank, Bank], released: Callable[..., Any]) -> None:
    """What hidden marks alone used, such as the shape of a marker, would show that they were there."""
    bank = banks[0]
    extra = '<path id="fig-figure-reveal-99" d="M3 3"/></defs>'
    page = bank.page()
    start = page.index('id="exercise-figure-reveal"')
    page = page[:start] + page[start:].replace("</defs>", extra, 1)
    assert extra in page
    assert release(page, bank.root, bank.assignment()) == released(0)


# -- order


def test_items_stand_in_an_order_of_their_own(banks: tuple[Bank, Bank]) -> None:
    for bank in banks:
        assignment, page = bank.assignment(), bank.page()
        for item, given in zip(assignment.items, questions.sealed(page, assignment, ""), strict=True):
            for made, one in zip(
                item.exercises(), questions.asked(item, given, "", bank.root).questions, strict=True
            ):
                texts = {path: plain(html) for path, html in rendered(made).items()}
                if made.type == "ordering":
                    expected = [texts[f"items/{i}/text"] for i in made.released]
                    assert [plain(each) for each in one.payload["items"]] == expected
                elif made.type == "matching":
                    assert [plain(each) for each in one.payload["rights"]] == [
                        texts[f"rights/{i}"] for i in made.released
                    ]
                else:
                    assert made.released == []


# -- variants


def test_the_same_seed_gives_the_same_bytes_and_another_others(
    banks: tuple[Bank, Bank], released: Callable[..., Any]
) -> None:
    bank = banks[0]
    again = release(bank.page(), bank.root, bank.assignment(), seed=SEED)
    assert again == released(0, SEED)
    assert all(again[name] != released(0)[name] for name in FILES)


def test_the_seed_is_in_no_file(released: Callable[..., Any]) -> None:
    for content in released(0, SEED, True).values():
        assert SEED not in "\n".join(layers(content))
        assert plain(SEED) not in "\n".join(map(plain, layers(content)))


@pytest.mark.parametrize("seed", ["", SEED])
def test_every_variant_is_there_once(
    seed: str, banks: tuple[Bank, Bank], released: Callable[..., Any]
) -> None:
    (item,) = (item for item in banks[0].assignment().items if item.variants)
    made = variants(item.exercise, seed, 3)
    page = BeautifulSoup(released(0, seed)[f"{NAME}.html"], "html.parser")
    places = page.select(f'.seminar-variants .seminar-exercise[data-exercise="{VARIED}"]')
    assert [place["data-variant"] for place in places] == ["0", "1", "2"]
    for place, one, sheet in zip(places, made, SHEETS, strict=True):
        payload = json.loads(place.select_one("script").text)  # type: ignore[union-attr]
        assert payload["question"] == question(one)
        assert payload["points"] == item.hundredths
        first = re.search(r"from \*\*(\d+)\*\*", one.prompt)
        assert first is not None
        assert f"<strong>{first[1]}</strong>" in payload["prompt"]
        assert f"<strong>{first[1]}</strong>" in released(0, seed)[sheet].decode()
    assert "document 1" not in released(0, seed)[SHEETS[0]].decode()


# -- files whole in themselves


@pytest.mark.parametrize("name", [FILES[0], *SHEETS])
def test_nothing_is_loaded_and_nothing_leads_into_the_book(name: str, released: Callable[..., Any]) -> None:
    text = released(0)[name].decode()
    soup = BeautifulSoup(text, "html.parser")
    for tag in soup.select("[src], [href]"):
        if not tag.find_parent("svg"):
            assert re.match(r"data:|https?://" if tag.name == "a" else "data:", tag.get("src") or tag["href"])
    assert not soup.select("iframe, object, embed, base, form, [onclick], [srcset]")
    ids = [tag["id"] for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    policy = soup.select_one("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    assert str(policy["content"]).startswith("default-src 'none'; img-src data:; ")
    assert ("script-src" in policy["content"]) == (name == FILES[0])
    styles = "".join(style.text for style in soup.select("style"))
    assert not re.search(r"@import|url\(", styles)


def test_a_sheet_has_no_scripts_and_room_for_every_answer(released: Callable[..., Any]) -> None:
    soup = BeautifulSoup(released(0)[SHEETS[0]], "html.parser")
    assert not soup.select("script, input, textarea, button, select")
    sections = soup.select("section.exercise")
    assert len(sections) == len(data())
    for section in sections:
        assert section.select(".answer .seminar-blank, .answer .seminar-room")
    assert len(soup.select(".states svg")) == 10
    assert "Sheet 1" in soup.text
    for number, name in enumerate(SHEETS, start=1):
        told = [each.text for each in BeautifulSoup(released(0)[name], "html.parser").select(".points")]
        assert [text for text in told if "version" in text] == [f"2 points, version {number}"]


def test_no_file_promises_an_answer(released: Callable[..., Any]) -> None:
    assert all(b"answers back" not in content for content in released(0).values())


def test_the_script_is_the_one_that_the_policy_names(released: Callable[..., Any]) -> None:
    text = released(0)[f"{NAME}.html"].decode()
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(scripts) == 1
    assert "</script" not in scripts[0].lower()
    digest = base64.b64encode(__import__("hashlib").sha256(scripts[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in text


def test_the_notebook_is_valid_and_has_two_cells_an_exercise(released: Callable[..., Any]) -> None:
    text = released(0)[f"{NAME}.ipynb"].decode()
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    kinds = [cell.cell_type for cell in notebook.cells]
    assert kinds == ["markdown", "code"] * (len(data()) + 2)
    assert notebook.cells[1].metadata["jupyter"]["source_hidden"]
    calls = [cell.source for cell in notebook.cells if cell.cell_type == "code"][1:]
    assert calls == [*(f'exercise("{each["id"]}")' for each in data()), "hand_in()"]
    assert not re.search(
        r"\{\w+\}`", "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    )
    assert "import seminar" not in text
    assert "from seminar" not in text


# -- what is refused


def test_a_page_that_is_not_the_assignment_s_is_refused(banks: tuple[Bank, Bank]) -> None:
    bank = banks[0]
    for page in ("<h1>Nothing</h1>", bank.page().replace(f'"name":"{NAME}"', '"name":"another"')):
        with pytest.raises(NoRelease, match="make book"):
            release(page, bank.root, bank.assignment())


@pytest.mark.parametrize("place", [0, 5])
def test_a_page_of_another_version_of_the_book_is_refused(place: int, banks: tuple[Bank, Bank]) -> None:
    bank, page = banks[0], banks[0].page()
    at = [found.start() for found in re.finditer(r'"version":1(?=[,}])', page)][place]
    page = page[:at] + '"version":0' + page[at + len('"version":0') :]
    with pytest.raises(NoRelease, match="another version of the book: run `make book`"):
        release(page, bank.root, bank.assignment())


@pytest.mark.parametrize("place", ["exercises/all.yml", "exercises/generators.py", "data/trade.csv"])
def test_a_page_older_than_its_exercises_or_their_data_is_refused(
    place: str, banks: tuple[Bank, Bank], tmp_path: Path
) -> None:
    bank = Bank(tmp_path / "book", data(), other=False)
    page = bank.page()
    release(page, bank.root, bank.assignment())
    changes = {
        "exercises/all.yml": ("Three rises in a row stand", "Three rises stand"),
        "exercises/generators.py": ("RISE = 1", "RISE = 2"),
        "data/trade.csv": ("2021,", "2021,"),
    }
    path = bank.root / place
    text = path.read_text(encoding="utf-8")
    if place == "data/trade.csv":
        text = (banks[1].root / place).read_text(encoding="utf-8")
    else:
        assert changes[place][0] in text
        text = text.replace(*changes[place])
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NoRelease, match="have changed since: run `make book`"):
        release(page, bank.root, bank.assignment())


# -- the command


def test_the_command_writes_the_files(book: Bank, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", NAME, "--to", "for/class"]) == 0
    expected = release(book.page(), book.root, book.assignment())
    assert {path.name: path.read_bytes() for path in Path("for/class").iterdir()} == expected
    told = capsys.readouterr()
    listed = [str(Path("for/class") / name) for name in expected]
    assert told.out.splitlines() == [*listed, "Nothing was lost."]
    assert told.err == ""


def test_the_instructor_s_copy_comes_only_when_asked_for_and_with_a_warning(
    book: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", NAME, "--to", "out", "--with-key", "--seed", SEED]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-2].endswith(f"{NAME}-with-key.html (it holds the keys: never hand it out)")
    assert Path("out", f"{NAME}-with-key.html").read_text(encoding="utf-8").count("version ") == 3
    # Left there, it could be handed out with the next release.
    Path("out", f"{NAME}-sheet-9.html").touch()
    assert main(["release", NAME, "--to", "out"]) == 0
    left = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[2].split()[0] for line in left] == [
        str(Path("out", f"{NAME}-{rest}.html")) for rest in ("sheet-9", "with-key")
    ]
    assert all("remove it" in line for line in left)


def test_a_seed_without_variants_is_said_to_change_nothing(
    book: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    path = book.root / "exercises" / "assignments" / f"{NAME}.yml"
    text = path.read_text(encoding="utf-8")
    book.write(f"exercises/assignments/{NAME}.yml", text[: text.index(f"  - id: {VARIED}")])
    book.write(f"_build/html/chapters/assignments/{NAME}.html", book.page())
    assert main(["release", NAME, "--to", "out", "--seed", SEED]) == 0
    assert "the seed changes nothing" in capsys.readouterr().err
    assert Path("out", f"{NAME}-sheet.html").exists()


def with_lab(book: Bank) -> None:
    """Set a lab besides."""
    (book.root / "exercises" / "labs").mkdir()
    shutil.copy(ROOT / "exercises" / "labs" / "load-and-tidy.md", book.root / "exercises" / "labs")
    path = book.root / "exercises" / "assignments" / f"{NAME}.yml"
    path.write_text(f"labs: [load-and-tidy]\n{path.read_text(encoding='utf-8')}", encoding="utf-8")


def test_a_lab_that_is_set_besides_lies_there_as_students_download_it(
    book: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    without = release(book.page(), book.root, book.assignment())
    with_lab(book)
    assert main(["release", NAME, "--to", "out"]) == 0
    assert str(Path("out", "load-and-tidy.zip")) in capsys.readouterr().out.splitlines()
    one = lab("load-and-tidy", book.root)
    assert Path("out", "load-and-tidy.zip").read_bytes() == bundle(one, book.root)
    assert {path.name for path in Path("out").iterdir()} == {*without, "load-and-tidy.zip"}
    for name in without:
        said, before = (
            re.sub(r"\s+", " ", text) for text in (Path("out", name).read_text(), without[name].decode())
        )
        for text in (
            one.title,
            f"about {one.minutes} minutes",
            "load-and-tidy.zip",
            "no point of a lab is added",
        ):
            assert text in said, (name, text)
            assert text not in before, (name, text)
    assert book.assignment().hundredths == sum(item.hundredths for item in book.assignment().items)


def test_a_lab_with_mistakes_is_told_and_nothing_is_released(
    book: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    with_lab(book)
    path = book.root / "exercises" / "labs" / "load-and-tidy.md"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 50", "minutes: 5"), encoding="utf-8")
    assert main(["release", NAME, "--to", "out"]) == 1
    said = capsys.readouterr().err
    assert "exercises/labs/load-and-tidy.md:1: front matter, minutes" in said
    assert "mend them first" in said
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["all-type"], 2, "no assignment 'all-type' in exercises/assignments/: did you mean 'all-types'"),
        ([NAME, "--site", "elsewhere"], 1, "all-types.html is not built: run `make book` first"),
        ([NAME, "--format", "boök"], 2, "there is no format 'boök'; did you mean book?"),
        ([NAME, "--to", "exercises/all.yml"], 2, "exercises/all.yml cannot be written"),
    ],
)
def test_the_command_says_what_is_wrong(
    arguments: list[str], code: int, message: str, book: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", "--to", "out", *arguments]) == code
    assert message in capsys.readouterr().err
    assert not Path("out").exists()


def test_mistakes_in_the_bank_and_an_old_page_are_told_with_their_remedy(
    book: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    path = book.root / "exercises" / "all.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("cancelled in March", "given up"), encoding="utf-8")
    assert main(["release", NAME, "--to", "out"]) == 1
    assert "have changed since: run `make book` first" in capsys.readouterr().err
    path.write_text(text.replace('"level": "check"', '"level": "chek"'), encoding="utf-8")
    assert main(["release", NAME, "--to", "out"]) == 1
    told = capsys.readouterr().err
    assert "exercises/all.yml:1: " in told
    assert "mend them first" in told
    assert not Path("out").exists()
