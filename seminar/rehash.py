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
    """Write ``hash``, ``bytes`` and ``rows`` of every table into the package; return which tables changed."""
    file = (root or project_root()) / MARKER
    described = json.loads(file.read_text(encoding="utf-8"))
    changed = []
    for resource in described["resources"]:
        path = file.parent / resource["path"]
        data = path.read_bytes()
        with path.open(encoding="utf-8", newline="") as lines:
            rows = sum(1 for _ in csv.reader(lines)) - 1
        counted = {"rows": rows, "bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
        if any(resource.get(key) != value for key, value in counted.items()):
            resource.update(counted)
            changed.append(resource["name"])
    if changed:
        file.write_text(json.dumps(described, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return changed


if __name__ == "__main__":
    print("\n".join(rehash()) or "Every hash is current.")
