"""The texts of an assignment's exercises as HTML, rendered once for a whole class."""

from __future__ import annotations

from seminar.exercises.assignments import Assignment, Item
from seminar.exercises.model import Exercise
from seminar.exercises.rubric import rubric
from seminar.grading.frame import phrase
from seminar.grading.questions import Level, Question, Questions, Sought
from seminar.surfaces.markup import markup, rendered
from seminar.surfaces.payload import payload, unseal


def questions(assignment: Assignment, seed: str = "") -> Questions:
    """Return what an assignment asks; ``seed`` is the class's secret. Raises VariantError."""
    made = {
        item.exercise.id: [_question(item, exercise) for exercise in item.exercises(seed)]
        for item in assignment.items
    }
    return Questions(assignment.title, made)


def _question(item: Item, exercise: Exercise) -> Question:
    def line(text: str) -> str:
        return markup(text, inline=True, root=exercise.root)

    html = rendered(exercise, exercise.root)
    shown = payload(exercise, html, rule=item.rule(exercise))
    sealed = unseal(shown.pop("sealed"))
    if exercise.type == "ordering":
        items = [html[f"items/{i}/text"] for i in range(len(shown["items"]))]
    else:
        items = shown.get("lefts", shown.get("items", []))
    if exercise.type == "matching":
        targets = [html[f"rights/{i}"] for i in range(len(shown["rights"]))]
    else:
        targets = shown.get("boxes", [])
    return Question(
        exercise.title,
        exercise.type,
        bool(exercise.figure),
        shown,
        sealed,
        shown.get("options", []),
        items,
        targets,
        exercise.key() if sealed["rule"]["kind"] == "bands" else None,
        {
            criterion.name: Sought(
                line(criterion.asks),
                criterion.points,
                {
                    level.label: Level(line(level.text) or phrase(f"marking.{level.label}"), level.points)
                    for level in criterion.levels
                },
            )
            for criterion in rubric(exercise, item.hundredths)
        },
    )
