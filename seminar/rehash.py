"""After an edit of a table: ``python -m seminar.rehash`` brings its hash in the package up to date.

The tests compare every table with its hash, so that no table changes unnoticed; the diff of the package shows
which ones did.
"""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

from seminar.paths import MARKER, project_root


def rehash(root: Path | None = None) -> list[str]:
    """Write ``hash``, ``bytes`` and ``rows`` (or ``features``) into the package; return what changed."""
    file = (root or project_root()) / MARKER
    described = json.loads(file.read_text(encoding="utf-8"))
    changed = []
    for resource in described["resources"]:
        path = file.parent / resource["path"]
        data = path.read_bytes()
        counted = {**_counted(path), "bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
        if any(resource.get(key) != value for key, value in counted.items()):
            resource.update(counted)
            changed.append(resource["name"])
    if changed:
        file.write_text(json.dumps(described, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return changed


def _counted(path: Path) -> dict[str, int]:
    """Return how many rows a table has, or how many features geometry has."""
    with path.open(encoding="utf-8", newline="") as lines:
        if path.suffix == ".geojson":
            return {"features": len(json.load(lines)["features"])}
        return {"rows": sum(1 for _ in csv.reader(lines)) - 1}


if __name__ == "__main__":
    print("\n".join(rehash()) or "Every hash is current.")
