"""What a format cannot carry of an assignment, and what was done instead: told with every release."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that did not come along."""

    exercise: str
    """The id of the exercise; empty for the whole assignment."""
    what: str
    """What could not be carried, as a clause without a full stop."""
    instead: str
    """What was done in its place, likewise."""


def report(losses: Iterable[Loss]) -> str:
    """Return the losses as plain text, each once with the exercises that have it; ends in a line break."""
    places: dict[tuple[str, str], list[str]] = {}
    for loss in losses:
        ids = places.setdefault((loss.what, loss.instead), [])
        if loss.exercise not in ids:
            ids.append(loss.exercise)
    if not places:
        return "Nothing was lost.\n"
    lines = ["What could not be carried:"]
    for (what, instead), ids in places.items():
        lines += [f"- {what}", f"  instead: {instead}"]
        if any(ids):
            lines.append(f"  in: {', '.join(filter(None, ids))}")
    return "\n".join(lines) + "\n"
