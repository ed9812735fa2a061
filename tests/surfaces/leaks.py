"""Finds in released files what they must not hold, however it is written there.

A file is opened layer by layer (characters written as numbers or by name, quoted text in quoted text, cells,
base64, the seal, what was packed), and every text that comes out is searched, with its markup and without.
"""

from __future__ import annotations

import base64
import binascii
import bz2
import gzip
import html
import json
import lzma
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

from seminar.exercises.model import Exercise
from seminar.surfaces.markup import markup
from seminar.surfaces.words import CATALOGUE

_LONG = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
_CODED = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_TAG = re.compile(r"<[^>]*>")
_DEEP = 6


def leaks(files: Mapping[str, bytes], secrets: Iterable[str]) -> set[tuple[str, str]]:
    """Return which of the secrets stand in which of the files."""
    wanted = {secret: plain(secret) for secret in secrets}
    found = set()
    for name, content in files.items():
        text = "\n".join(
            plain(way) for each in layers(content) for way in (each, _TAG.sub("", each), _TAG.sub(" ", each))
        )
        found |= {(name, secret) for secret, searched in wanted.items() if searched in text}
    return found


def secrets(exercises: Iterable[Exercise], public: Iterable[str]) -> set[str]:
    """Return each sentence that only those may read who have the key, unless it is ``public`` already."""
    known = "\n".join(plain(text) for text in [*public, CATALOGUE.read_text(encoding="utf-8")])
    sentences = {
        sentence
        for exercise in exercises
        for part in [*exercise.parts(), *exercise.for_marking()]
        if part.sealed
        for sentence in sentences_of(markup(part.text))
    }
    return {sentence for sentence in sentences if plain(sentence) not in known}


def sentences_of(text: str) -> list[str]:
    """Return the sentences of HTML; a word or two are none, for they stand in many places."""
    blocks = re.sub(r"</(p|li|td|th|h\d)>", "\n", text)
    bare = html.unescape(re.sub(r"<[^>]*>", "", blocks))
    found = [each.strip() for each in re.split(r"(?<=[.!?])\s+|\n+", bare)]
    return [sentence for sentence in found if len(plain(sentence).split()) > 2]


def plain(text: str) -> str:
    """Return text by which it is found whatever its markup, its quotation marks and its white space are."""
    return " ".join(re.sub(r"[^\w]+", " ", text).lower().split())


def layers(content: bytes) -> set[str]:
    """Return every text that a file holds; in a notebook's file the lines of a cell stand apart.

    What a zip holds is opened file by file.
    """
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as packed:
            return set().union(*(layers(packed.read(name)) | {name} for name in packed.namelist()))
    found: set[str] = set()
    text = content.decode("utf-8")
    cells = json.loads(text)["cells"] if text.startswith("{") else []
    for each in (text, *("".join(cell["source"]) for cell in cells)):
        _open(each, found, _DEEP)
    return found


def _open(text: str, found: set[str], deep: int) -> None:
    if text in found or not text.strip() or not deep:
        return
    found.add(text)
    _open(_unescaped(text), found, deep - 1)
    for run in {found[0] for found in _LONG.finditer(text)}:
        for inner in _decoded(run):
            _open(inner, found, deep - 1)


def _unescaped(text: str) -> str:
    """Return text with its characters as they are, quoted however often."""
    for _ in range(_DEEP):
        before = text
        text = _CODED.sub(lambda code: chr(min(int(code[1] or code[2] or code[3], 16), 0x10FFFF)), text)
        text = re.sub(r"\\(.)", lambda one: " " if one[1] in "nrt" else one[1], text)
        text = html.unescape(unquote(text))
        if text == before:
            break
    return text


def _decoded(run: str) -> Iterator[str]:
    bare = run.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        content = base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True)
    except (binascii.Error, ValueError):
        return
    for each in (content, bytes(byte ^ 0x5A for byte in content), *_unpacked(content)):
        try:
            yield each.decode("utf-8")
        except UnicodeDecodeError:
            continue


def _unpacked(content: bytes) -> Iterator[bytes]:
    for unpack in (gzip.decompress, zlib.decompress, _deflated, bz2.decompress, lzma.decompress):
        try:
            yield unpack(content)
        except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
            continue


def _deflated(content: bytes) -> bytes:
    return zlib.decompress(content, -15)
