import json

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

from seminar.figures import use_style

mpl.use("agg")

EVENT_FIELDS = {
    "id": "string",
    "date": "string",
    "date_end": "string",
    "title": "string",
    "place": "string",
    "source": "string",
    "paragraph": "string",
    "citation": "string",
}
SOURCE_FIELDS = {
    "id": "string",
    "short": "string",
    "date_written": "string",
    "date_written_end": "string",
    "date_published": "string",
}
DOCUMENTS = [
    ("essay", "Essay", "2019", "2020", ""),
    ("article", "Li 2022", "2021-03", "2021-06", "2022-05-13"),
    ("report", "Report 2019", "", "", "2019-09-18"),
    ("leaflet", "Leaflet", "", "", ""),
]


def _resource(name, fields):
    return {
        "name": name,
        "title": name.capitalize(),
        "description": "",
        "kind": "corpus",
        "path": f"{name}.csv",
        "schema": {
            "fields": [{"name": n, "type": t, "title": n} for n, t in fields.items()],
            "primaryKey": ["id"],
        },
        "sources": [{"title": "The tests"}],
        "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}],
        "licence_status": "open",
        "caveats": [],
        "retrieved": "2026-01-01",
        "transformation": "",
        "hash": "",
        "rows": 0,
    }


@pytest.fixture(autouse=True)
def book(tmp_path, monkeypatch):
    """Work in a book of its own with a table of documents and an empty one of events, in the book's style."""
    data = tmp_path / "data"
    data.mkdir()
    package = {
        "name": "fixture",
        "title": "Fixture",
        "resources": [_resource("events", EVENT_FIELDS), _resource("sources", SOURCE_FIELDS)],
    }
    (data / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (data / "events.csv").write_text(",".join(EVENT_FIELDS) + "\n", encoding="utf-8")
    lines = [",".join(SOURCE_FIELDS), *(",".join(document) for document in DOCUMENTS)]
    (data / "sources.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SEMINAR_BUILD", raising=False)
    with mpl.rc_context():
        use_style()
        yield tmp_path
    plt.close("all")
