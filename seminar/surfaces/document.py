"""HTML files that are whole in themselves: what is released, marked and given back."""

from __future__ import annotations

from html import escape
from pathlib import Path

STATIC = Path(__file__).resolve().parents[1] / "static"


def document(title: str, style: str, body: str, *, policy: str = "", head: str = "") -> str:
    """Return an HTML file that asks nobody for anything: ``policy`` says what else than styles it may use."""
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        f"style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'{policy}\">\n"
        f'<meta name="referrer" content="no-referrer">\n{head}<link rel="icon" href="data:,">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
