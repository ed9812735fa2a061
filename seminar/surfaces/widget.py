"""An exercise in a live notebook: the page's own front end, as a Jupyter widget."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from seminar.exercises.marking import Mark, mark
from seminar.exercises.model import Exercise
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import payload

_STATIC = Path(__file__).resolve().parents[1] / "static"


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise, or with ``recall`` a prediction met again.

    ``record`` is what the student did, as the page keeps it, and ``{}`` before that; ``response`` is the
    answer in it. Both can be observed, and setting ``record`` changes what is shown.
    """

    _esm = _STATIC / "widget.js"
    _css = _STATIC / "seminar.css"

    payload = traitlets.Dict().tag(sync=True)
    record = traitlets.Dict().tag(sync=True)
    view = traitlets.Enum(["exercise", "recall"], "exercise").tag(sync=True)
    response = traitlets.Dict(read_only=True)

    def __init__(self, exercise: Exercise, *, recall: bool = False, root: Path | None = None) -> None:
        """Show ``exercise`` of the project at ``root`` (default: see ``project_root``)."""
        self.exercise = exercise
        super().__init__(
            payload=payload(exercise, rendered(exercise, root)), view="recall" if recall else "exercise"
        )

    @traitlets.observe("record")
    def _answered(self, change: Any) -> None:
        response = change["new"].get("response")
        self.set_trait("response", response if isinstance(response, dict) else {})

    @property
    def mark(self) -> Mark:
        """What the answer is worth now, checked by the student or not; computed here, from the answer."""
        return mark(self.exercise.rule(), self.response)

    def __repr__(self) -> str:
        return f"<exercise {self.exercise.id}>"
