"""``{exercise-source} trade-hundred-line``: an exercise as its author wrote it, the very lines of its file.

For the page on which authors learn. A chapter must not use it: it shows the key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from seminar.exercises import Exercise, UnknownExercise
from seminar.exercises.bank import survey
from seminar.sphinx.roles import book_root

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class ExerciseSource(SphinxDirective):
    """The lines of one exercise; its argument is the exercise's id."""

    required_arguments = 1
    final_argument_whitespace = False

    def run(self) -> list[nodes.Node]:
        """Return the lines as a block of YAML; an unknown id is the directive's error."""
        try:
            exercise = survey(book_root(self.env))[0].exercise(self.arguments[0])
        except UnknownExercise as error:
            raise self.error(str(error.args[0])) from error
        self.env.note_dependency(str(exercise.file))
        text = source(exercise)
        block = nodes.literal_block(text, text, language="yaml")
        self.set_source_info(block)
        return [block]


def source(exercise: Exercise) -> str:
    """Return the lines of ``exercise`` in its file, from its dash to what is indented no further."""
    assert exercise.file is not None
    first, *others = exercise.file.read_text(encoding="utf-8").splitlines()[exercise.line() - 1 :]
    lines, margin = [first], _margin(first)
    for line in others:
        if line.strip() and _margin(line) <= margin:
            break
        lines.append(line)
    return "\n".join(line[margin:] for line in lines).rstrip()


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def setup_sources(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("exercise-source", ExerciseSource)
