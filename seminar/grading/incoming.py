"""What was handed in: files and folders, and the archives that Moodle and Canvas give, none of it trusted.

Nothing is unpacked onto the disk, and a name in an archive is only a name. What is read is bounded by bytes
that were really read: headers may say anything. Every file comes out once, as found or as rejected.
"""

from __future__ import annotations

import io
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple, cast

from seminar.grading.records import Hint, Rejected, rejected

LARGEST = 5_000_000
"""The most bytes of a file: no browser keeps more answers than that."""
LARGEST_WITHIN = 50_000_000
"""The most bytes of an archive within an archive, which is held in memory."""
MOST_ENTRIES = 250_000
"""The most files of one archive."""
LONGEST_LIST = 40_000_000
"""The most bytes of the list of files in an archive, all of which is read at once."""
SWELLING = 100
"""How many bytes one byte of an archive may unpack to, over all of it; answers unpack to about five."""
ALLOWED = 100_000_000
"""What any archive may unpack to, however small it is."""
MOST_WITHIN = 1000
"""The most files of an archive within an archive: one student's."""
DEEPEST = 2
"""How many archives may lie within each other: a student's own in the one that a system gives."""

_JUNK = re.compile(r"(^|/)(__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.~lock\.)", re.IGNORECASE)
_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")
_MOODLE = re.compile(r"(?P<name>.+)_(?P<id>[0-9]+)_assignsubmission_(?:file|onlinetext)(?:_|$)")
_CANVAS = re.compile(r"(?P<name>\w+?)_(?P<late>LATE_)?(?P<id>[0-9]+)_[0-9]+_.")
_DOCUMENTS = {"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"}
"""Files by which an archive is one program's document, such as a text or a table."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, NotImplementedError)
"""What ``zipfile`` raises for archives that are damaged, or only made to look like one."""
_CANVAS_ANONYMOUS = re.compile(r"(?P<late>LATE_)?(?P<id>anon_\w{5})_[0-9]+_.")


class Found(NamedTuple):
    """One file: where it was found, what it holds, and what the name says that a system gave it."""

    file: str
    data: bytes
    hint: Hint | None


def incoming(paths: Sequence[Path]) -> Iterator[Found | Rejected]:
    """Yield every file among ``paths``: files, archives, and folders with all that is in them, in order.

    Each is opened only as it comes. A file that is named twice comes once.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _walked(path):
            if isinstance(found, Rejected):
                yield found
                continue
            if len(paths) > 1:
                place = os.path.realpath(found)
                if place in seen:
                    continue
                seen.add(place)
            yield from _opened(found, found.relative_to(path.parent).as_posix())


def hint(name: str) -> Hint | None:
    """Return what Moodle or Canvas wrote into a file's name, or that of its folder; the outermost counts.

    ``name`` is where it was found, folders and archives parted by slashes.
    """
    parts = re.split(r"[/\\]", name)
    for after, part in enumerate(parts, start=1):
        if found := _MOODLE.match(part):
            return Hint("moodle", found["name"], found["id"])
        # Canvas gives no folders.
        if after < len(parts) and not part.lower().endswith(".zip"):
            continue
        if found := _CANVAS_ANONYMOUS.match(part):
            return Hint("canvas", "", found["id"], bool(found["late"]))
        if found := _CANVAS.match(part):
            return Hint("canvas", found["name"], found["id"], bool(found["late"]))
    return None


def _walked(path: Path) -> Iterator[Path | Rejected]:
    """Yield the file, or those in the folder and all below it; a link is followed only at ``path``."""
    waiting = [path]
    while waiting:
        here = waiting.pop()
        try:
            kind = (here.stat() if here is path else here.lstat()).st_mode
            inside = sorted(here.iterdir(), reverse=True) if stat.S_ISDIR(kind) else None
        except OSError as error:
            yield _closed(here, error)
            continue
        if stat.S_ISLNK(kind):
            yield rejected(here.as_posix(), "link")
        elif inside is not None:
            if here.suffix.lower() == ".json":
                yield rejected(here.as_posix(), "folder")
            waiting += inside
        elif stat.S_ISREG(kind):
            yield here
        else:
            yield rejected(here.as_posix(), "special")


def _closed(path: Path, error: OSError) -> Rejected:
    return rejected(path.as_posix(), "closed", why=error.strerror or type(error).__name__)


def _opened(path: Path, told: str) -> Iterator[Found | Rejected]:
    """Yield what a file on the disk holds: itself, or all files of an archive; ``told`` may hold a hint."""
    try:
        with path.open("rb") as stream:
            head = stream.read(4)
            stream.seek(0)
            here = _Place(path.as_posix(), told)
            if head in _ARCHIVE:
                size = os.fstat(stream.fileno()).st_size
                yield from _unpacked(stream, here, _Budget(ALLOWED + SWELLING * size), 1)
            else:
                yield _found(here, stream.read(LARGEST + 1))
    except OSError as error:
        yield _closed(path, error)


class _Place(NamedTuple):
    """Where a file was found, as told to people, and the part of it that may hold a hint."""

    name: str
    told: str

    def within(self, entry: str) -> _Place:
        return _Place(f"{self.name}/{entry}", f"{self.told}/{entry}")


class _Budget:
    """How many bytes an archive, and all within it, may still unpack to."""

    def __init__(self, left: int) -> None:
        self.left = left


class _Listing:
    """An archive's stream that refuses to read a list of files longer than any class's."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.seek, self.tell = stream.seek, stream.tell

    def read(self, size: int = -1) -> bytes:
        # Only the archive's end, with a comment of two bytes' length, is read without saying how much.
        asked = size if size >= 0 else 1 << 17
        if asked > LONGEST_LIST:
            raise _Many
        return self._stream.read(asked)

    def seekable(self) -> bool:
        return True


class _Many(Exception):  # noqa: N818 - never leaves this module
    """An archive lists too much."""


def _found(here: _Place, data: bytes) -> Found | Rejected:
    if _JUNK.search(here.told) and not data.lstrip().startswith(b"{"):
        return rejected(here.name, "junk")
    if len(data) > LARGEST:
        return rejected(here.name, "large", n=LARGEST // 1_000_000)
    return Found(here.name, data, hint(here.told))


def _unpacked(stream: IO[bytes], here: _Place, budget: _Budget, depth: int) -> Iterator[Found | Rejected]:
    """Yield every file of an archive."""
    try:
        archive = zipfile.ZipFile(cast(IO[bytes], _Listing(stream)))
    except _Many:
        yield rejected(here.name, "many")
        return
    except _BROKEN:
        yield rejected(here.name, "broken")
        return
    entries = archive.infolist()
    files = [entry for entry in entries if not entry.is_dir()]
    if len(entries) > (MOST_ENTRIES if depth == 1 else MOST_WITHIN):
        yield rejected(here.name, "many")
    elif not _DOCUMENTS.isdisjoint(archive.namelist()):
        yield rejected(here.name, "unreadable")
    elif not files:
        yield rejected(here.name, "empty")
    else:
        for entry in entries:
            yield from _entry(archive, entry, here.within(entry.filename), budget, depth)


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, here: _Place, budget: _Budget, depth: int
) -> Iterator[Found | Rejected]:
    if entry.is_dir():
        if entry.file_size or here.name.rstrip("/").lower().endswith(".json"):
            yield rejected(here.name, "folder")
    elif stat.S_ISLNK(entry.external_attr >> 16):
        yield rejected(here.name, "link")
    elif entry.flag_bits & 1:
        yield rejected(here.name, "locked")
    elif entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # Others unpack without bounds: a few bytes of them can fill the memory at once.
        yield rejected(here.name, "packing")
    elif budget.left <= 0:
        yield rejected(here.name, "swollen")
    else:
        try:
            data = _read(archive, entry, budget)
        except _BROKEN:
            yield rejected(here.name, "broken")
            return
        if not data.startswith(_ARCHIVE):
            yield _found(here, data)
        elif depth == DEEPEST:
            yield rejected(here.name, "nested")
        elif len(data) > LARGEST_WITHIN:
            yield rejected(here.name, "large", n=LARGEST_WITHIN // 1_000_000)
        else:
            yield from _unpacked(io.BytesIO(data), here, budget, depth + 1)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: _Budget) -> bytes:
    """Read a file of an archive, a byte more at most than it may have, and count what was read."""
    with archive.open(entry) as stream:
        data = stream.read(4)
        most = LARGEST_WITHIN if data in _ARCHIVE else LARGEST
        data += stream.read(most + 1 - len(data))
    budget.left -= len(data)
    return data
