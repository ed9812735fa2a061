"""An exercise in a live notebook: the page's own front end, as a Jupyter widget."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from seminar.exercises.marking import Mark, mark
from seminar.exercises.model import Exercise
from seminar.figures import Chart, Explorable
from seminar.figures.style import PALETTE
from seminar.surfaces.figures import picture, source_words
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import payload
from seminar.surfaces.words import word
from seminar.tables import behind

_STATIC = Path(__file__).resolve().parents[1] / "static"
_DARK = "".join(f"{colour.variable}:{colour.dark};" for colour in PALETTE.values())
# In the book the page's own style knows the figures' colours.
_STYLE = f'body[data-jp-theme-light="false"] .seminar-card{{{_DARK}}}\n' + (
    _STATIC / "seminar.css"
).read_text(encoding="utf-8")


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise, or with ``recall`` a prediction met again.

    ``record`` is what the student did, as the page keeps it, and ``{}`` before that; ``response`` is the
    answer in it. Both can be observed, and setting ``record`` changes what is shown.

    Where the exercise has a figure with sliders, the browser puts settings between their positions into
    ``asked``, and ``answered`` gets the figure's state for them (or ``error``) beside the settings asked for.

    ``notice`` is ``kernel`` while ``work()`` cannot write answers to its file.
    """

    _esm = _STATIC / "widget.js"
    _css = _STYLE

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
        data = figure.data() if figure else None
        shown = picture(exercise, data, exercise.id)
        made = payload(exercise, rendered(exercise, root), shown)
        if data is not None and shown is not None:
            alt = word("figure.alt", title=exercise.title)
            said = (data.get("convention", ""), source_words(behind(data["tables"], root)))
            source = " ".join(filter(None, said))
            made["figure"] = {**shown.public, "svg": shown.svg, "alt": alt, "source": source}
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
