"""The machinery of the book: tables, figures, exercises and the surfaces that show them.

What chapters import is here and is loaded when first asked for, so that ``import seminar`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seminar.figures import chart as chart
    from seminar.figures import colours as colours
    from seminar.figures import explore as explore
    from seminar.figures import label_ends as label_ends
    from seminar.figures import label_line as label_line
    from seminar.figures import strip as strip
    from seminar.figures import use_style as use_style
    from seminar.surfaces.display import exercise as exercise
    from seminar.surfaces.display import recall as recall
    from seminar.surfaces.keeping import work as work
    from seminar.tables import table as table

_HOMES = {
    "chart": "seminar.figures",
    "colours": "seminar.figures",
    "exercise": "seminar.surfaces.display",
    "explore": "seminar.figures",
    "label_ends": "seminar.figures",
    "label_line": "seminar.figures",
    "recall": "seminar.surfaces.display",
    "strip": "seminar.figures",
    "table": "seminar.tables",
    "use_style": "seminar.figures",
    "work": "seminar.surfaces.keeping",
}

__all__ = [
    "chart",
    "colours",
    "exercise",
    "explore",
    "label_ends",
    "label_line",
    "recall",
    "strip",
    "table",
    "use_style",
    "work",
]


def __getattr__(name: str) -> Any:
    """Return a public name from the module that defines it. Raises AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module 'seminar' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
