"""Archives as systems give them, and as nobody should."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Mapping


def archive(
    files: Mapping[str, bytes] | Iterable[tuple[str, bytes]], packing: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Return an archive of files by name; a name may come twice."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as out, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for name, data in files.items() if isinstance(files, Mapping) else files:
            out.writestr(zipfile.ZipInfo(name), data, packing)
    return made.getvalue()


def linked(name: str, target: str) -> bytes:
    """Return an archive with a symbolic link."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        entry = zipfile.ZipInfo(name)
        entry.create_system = 3
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        out.writestr(entry, target)
    return made.getvalue()


def overlapping(count: int, size: int) -> bytes:
    """Return a small archive in which so many names share one file of ``size`` zero bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(bytes(size)) + packer.flush()
    check = zlib.crc32(bytes(size))
    # Every name is as long as the first, whose local entry serves all.
    names = [f"{k:08}.json".encode() for k in range(count)]
    common = struct.pack("<HHHHHLLL", 20, 0, 8, 0, 33, check, len(data), size)
    local = b"PK\x03\x04" + common + struct.pack("<HH", len(names[0]), 0) + names[0] + data
    listed = b"".join(
        b"PK\x01\x02"
        + struct.pack("<H", 20)
        + common
        + struct.pack("<HHHHHLL", len(name), 0, 0, 0, 0, 0, 0)
        + name
        for name in names
    )
    end = struct.pack("<HHHHLLH", 0, 0, count, count, len(listed), len(local), 0)
    return local + listed + b"PK\x05\x06" + end


def lying(data: bytes, claimed: int) -> bytes:
    """Return an archive with one file whose headers claim another size than it has."""
    made = bytearray(archive({"a.json": data}))
    for sign, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = made.index(sign) + offset
        made[at : at + 4] = struct.pack("<L", claimed)
    return bytes(made)
