"""An exercise in a live notebook: the page's own front end, as a Jupyter widget."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from seminar.exercises.marking import Mark, mark
from seminar.exercises.model import Exercise
from seminar.figures import Chart, Explorable
from seminar.surfaces.figures import picture
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import payload
from seminar.surfaces.words import word

_STATIC = Path(__file__).resolve().parents[1] / "static"


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise, or with ``recall`` a prediction met again.

    ``record`` is what the student did, as the page keeps it, and ``{}`` before that; ``response`` is the
    answer in it. Both can be observed, and setting ``record`` changes what is shown.

    Where the exercise has a figure with sliders, the browser puts settings between their positions into
    ``asked``, and ``answered`` gets the figure's state for them (or ``error``) beside the settings asked for.

    ``notice`` is ``kernel`` while ``work()`` cannot write answers to its file.
    """

    _esm = _STATIC / "widget.js"
    _css = _STATIC / "seminar.css"

    payload = traitlets.Dict().tag(sync=True)
    record = traitlets.Dict().tag(sync=True)
    view = traitlets.Enum(["exercise", "recall"], "exercise").tag(sync=True)
    asked = traitlets.Dict(None, allow_none=True).tag(sync=True)
    answered = traitlets.Dict().tag(sync=True)
    notice = traitlets.Enum(["kernel"], None, allow_none=True).tag(sync=True)
    response = traitlets.Dict(read_only=True)

    def __init__(
        self,
        exercise: Exercise,
        figure: Chart | Explorable | None = None,
        *,
        recall: bool = False,
        root: Path | None = None,
    ) -> None:
        """Show ``exercise`` of the project at ``root`` (default: see ``project_root``), with its figure.

        Raises FigureMismatch for a figure that does not go with the exercise.
        """
        self.exercise, self.figure = exercise, figure
        shown = picture(exercise, figure.data() if figure else None, exercise.id)
        made = payload(exercise, rendered(exercise, root), shown)
        if shown is not None:
            alt = word("figure.alt", title=exercise.title)
            made["figure"] = {**shown.public, "svg": shown.svg, "alt": alt}
        asked: dict[str, Any] | None = {} if isinstance(figure, Explorable) else None
        super().__init__(payload=made, asked=asked, view="recall" if recall else "exercise")

    @traitlets.observe("record")
    def _answered(self, change: Any) -> None:
        response = change["new"].get("response")
        self.set_trait("response", response if isinstance(response, dict) else {})

    @traitlets.observe("asked")
    def _asked(self, change: Any) -> None:
        asked = change["new"]
        if asked and isinstance(self.figure, Explorable):
            try:
                self.answered = {"asked": asked, "error": None, **self.figure.state(**asked)}
            except Exception as error:  # the model is content, and may raise anything
                self.answered = {"asked": asked, "error": str(error), "marks": [], "numbers": None}

    @property
    def mark(self) -> Mark:
        """What the answer is worth now, checked by the student or not; computed here, from the answer."""
        return mark(self.exercise.rule(), self.response)

    def __repr__(self) -> str:
        return f"<exercise {self.exercise.id}>"
