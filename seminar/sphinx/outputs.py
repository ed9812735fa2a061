"""What code cells show in the book: exercises, recalled predictions and charts, as myst-nb MIME renderers.

A cell's output holds an id, a figure, or both. The page is made here: exercises are read from the bank and
parsed with MyST in the page's own context, so that roles and references work in them, their mistakes name
their file and line, and a change in a YAML file executes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin, NbElementRenderer
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from seminar import tables
from seminar.exercises import Exercise, UnknownExercise
from seminar.exercises.assignments import survey_assignments
from seminar.exercises.bank import survey
from seminar.exercises.check import check_exercises
from seminar.exercises.fingerprint import fingerprint
from seminar.exercises.model import SHOWN_RUBRIC, Part
from seminar.exercises.variants import GENERATORS
from seminar.figures.chart import CHART_MIME
from seminar.figures.svg import prefixed
from seminar.sphinx.blocks import facts, paragraph
from seminar.sphinx.dates import readable_date, readable_span
from seminar.sphinx.details import details
from seminar.sphinx.events import note_strip
from seminar.sphinx.roles import address_of_opinions, book_root, download, note_table, reference_to
from seminar.sphinx.wording import capital
from seminar.surfaces.fallback import fallback, safely
from seminar.surfaces.figures import FigureMismatch, labelled, numbers_table, picture, settings, source_words
from seminar.surfaces.payload import EXERCISE_MIME, RECALL_MIME, in_script, payload
from seminar.surfaces.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)


# -- what pages show


@dataclass(frozen=True)
class Shown:
    """An exercise on a page, and where its objective is written; empty where it could not be read.

    ``parameters`` are the settings of its figure as JSON, if it has any.
    """

    id: str
    title: str = ""
    objective: str = ""
    type: str = ""
    level: str = ""
    minutes: float = 0
    points: float = 0
    file: str = ""
    line: int = 1
    fingerprint: str = ""
    parameters: str = ""


def shown_exercises(env: BuildEnvironment) -> dict[str, list[Shown]]:
    """Return the exercises that each page shows, by docname, in the order of the page."""
    if not hasattr(env, "seminar_shown"):
        env.seminar_shown = {}  # type: ignore[attr-defined]
    return env.seminar_shown  # type: ignore[attr-defined,no-any-return]


def _forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    shown_exercises(env).pop(docname, None)


def _merge(app: Sphinx, env: BuildEnvironment, docnames: Sequence[str], other: BuildEnvironment) -> None:
    for docname in docnames:
        if docname in shown_exercises(other):
            shown_exercises(env)[docname] = shown_exercises(other)[docname]


# -- exercises


class exercise_node(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """An exercise, or a recalled prediction if ``recall``; its children are parts."""


class exercise_part(nodes.General, nodes.Element):  # noqa: N801
    """A part of an exercise that everybody may read; ``path`` says which."""


class sealed_part(nodes.comment):  # noqa: N801
    """A part that betrays the key: to Sphinx's search index and to other formats a comment, left out."""


class part_blocks(nodes.Part, nodes.Element):  # noqa: N801
    """What a part says, in blocks."""


class part_line(nodes.Part, nodes.TextElement):  # noqa: N801
    """What a part says, within a line."""


class _ExerciseRenderer(MimeRenderPlugin):  # type: ignore[misc]
    mime: ClassVar[str]
    recall: ClassVar[bool]

    @classmethod
    def handle_mime(
        cls, renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return the nodes of the exercise that the cell names; None for another MIME type."""
        if data.mime_type != cls.mime:
            return None
        content = _json(data)
        name = content["id"]
        env = renderer.renderer.sphinx_env
        root = book_root(env)
        exercise = _read_exercise(renderer, data, root, name)
        shown = shown_exercises(env).setdefault(env.docname, [])
        if exercise is None:
            shown.append(Shown(name))
            return []
        note_sources(env, exercise)
        if not cls.recall:
            shown.append(shown_as(exercise, content.get("figure")))
        if cls.recall and not exercise.recalled:
            renderer.logger.warning(
                f"cell {_cell(data)}: {name!r} is of type {exercise.type}: "
                "recall() shows forecasts that wait",
                subtype="exercise",
                line=data.line,
            )
            return []
        node = exercise_node("", exercise=name, recall=cls.recall, figure=None)
        try:
            node += _figure(renderer, data, exercise, content.get("figure"), node)
        except FigureMismatch as error:
            renderer.logger.warning(f"cell {_cell(data)}: {error}", subtype="exercise", line=data.line)
            return []
        node += list(exercise_parts(renderer.renderer, exercise))
        return [node]


def note_sources(env: BuildEnvironment, exercise: Exercise) -> None:
    """Let a page be read again when what its exercise is made from changes."""
    env.note_dependency(str(exercise.file))
    if exercise.generator is not None:
        env.note_dependency(str(exercise.root / GENERATORS))
        for reference in exercise.rests_on:
            note_table(env, reference.partition(":")[0])


class ExerciseOutput(_ExerciseRenderer):
    """``exercise("id")`` in a chapter."""

    mime_priority_overrides: ClassVar[Sequence[tuple[str, str, int | None]]] = [("*", EXERCISE_MIME, 1)]
    mime = EXERCISE_MIME
    recall = False


class RecallOutput(_ExerciseRenderer):
    """``recall("id")`` in a chapter: a prediction met again."""

    mime_priority_overrides: ClassVar[Sequence[tuple[str, str, int | None]]] = [("*", RECALL_MIME, 1)]
    mime = RECALL_MIME
    recall = True


def _figure(
    renderer: NbElementRenderer,
    data: MimeData,
    exercise: Exercise,
    figure: dict[str, Any] | None,
    node: exercise_node,
) -> list[nodes.Element]:
    """Return what everybody may see of the exercise's figure, and have ``node`` keep all of it.

    Raises FigureMismatch.
    """
    if figure is None:
        picture(exercise, None, "")
        return []
    name, caption, alt = _figure_words(renderer, data)
    node["figure"], node["prefix"] = figure, name or exercise.id
    shown = picture(exercise, figure, node["prefix"])
    assert shown is not None
    chart = chart_node(svg=shown.svg, alt=alt)
    states = nodes.raw("", settings(shown.public.get("grid")), format="html")
    return [
        chart,
        states,
        chart_notes(
            "",
            *_notes(renderer, data, figure, shown.public.get("numbers"), caption),
            convention=figure.get("convention", ""),
        ),
    ]


def _json(data: MimeData) -> dict[str, Any]:
    content = data.content
    found: dict[str, Any] = json.loads(content) if isinstance(content, (str, bytes)) else dict(content)
    return found


def _read_exercise(renderer: NbElementRenderer, data: MimeData, root: Path, name: str) -> Exercise | None:
    """Return the exercise; None after a warning that names the cell, unless its mistakes are told already."""
    found, mistakes = survey(root)
    try:
        return found.exercise(name)
    except UnknownExercise as error:
        faulty = {root / mistake.file for mistake in mistakes}
        written = re.compile(rf"^\s*(- )?id:\s*[\"']?{re.escape(name)}[\"']?\s*$", re.MULTILINE)
        if not any(written.search(path.read_text(encoding="utf-8", errors="replace")) for path in faulty):
            renderer.logger.warning(
                f"cell {_cell(data)}: {error.args[0]}", subtype="exercise", line=data.line
            )
    return None


def _check_bank(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Warn of every mistake in the bank, also of a key that the data have come to contradict."""
    root = book_root(env)
    for mistake in check_exercises(root):
        location = f"{root / mistake.file}:{mistake.line}"
        logger.warning("%s", mistake.message, location=location, type="seminar", subtype="exercise")


def _tell_unused(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of exercises that students never meet: on no page, and in no assignment."""
    root = book_root(env)
    (bank, mistakes), (assignments, unfit) = survey(root), survey_assignments(root)
    if mistakes or unfit:
        return  # What cannot be read may use what seems unused.
    used = {shown.id for listed in shown_exercises(env).values() for shown in listed}
    used |= {item.exercise.id for assignment in assignments.values() for item in assignment.items}
    for exercise in bank:
        if exercise.id not in used:
            logger.warning(
                "exercise %s is on no page and in no assignment: show it, or take it out",
                exercise.id,
                location=f"{exercise.file}:{exercise.line('id')}",
                type="seminar",
                subtype="exercise",
            )


def _cell(data: MimeData) -> int:
    return (data.cell_index or 0) + 1


def shown_as(exercise: Exercise, figure: Mapping[str, Any] | None = None) -> Shown:
    """Return what is kept of an exercise that a page shows."""
    settings = (figure or {}).get("grid", {}).get("parameters", [])
    parameters = [{name: each[name] for name in ("name", "label", "values", "texts")} for each in settings]
    return Shown(
        exercise.id,
        exercise.title,
        exercise.objective,
        exercise.type,
        exercise.level,
        exercise.minutes,
        exercise.points,
        str(exercise.file),
        exercise.line("objective"),
        fingerprint(exercise),
        json.dumps(parameters) if parameters else "",
    )


_LINE = "seminar_line"


def exercise_parts(parser: Any, exercise: Exercise) -> Iterator[nodes.Element]:
    """Yield a node per part, parsed in the page's context, whose warnings name the exercise's own file."""
    path = str(exercise.file)
    for part in exercise.parts():
        said = parsed(parser, part, path)
        for child in said.findall(nodes.Element):
            child[_LINE] = child.line
        yield exercise_part("", said, path=part.path, file=path, sealed=part.sealed)


def parsed(parser: Any, part: Part, path: str) -> nodes.Element:
    """Return what a part of the file at ``path`` says, parsed by the page's own MyST renderer."""
    said = part_line() if part.inline else part_blocks()
    with _warnings_from(parser.document, path), parser.current_node_context(said):
        # MyST counts the first line of what it is given as the line after this one.
        parser.nested_render_text(part.text.strip(), part.line - 1, inline=part.inline)
    return said


@contextmanager
def _warnings_from(document: nodes.document, path: str) -> Iterator[None]:
    """Have all that is parsed meanwhile say that it comes from the file at `path`."""
    reporter: Any = document.reporter
    source, place = document["source"], getattr(reporter, "get_source_and_line", None)
    document["source"] = path
    reporter.get_source_and_line = lambda line=None: (path, line)
    try:
        yield
    finally:
        document["source"] = source
        if place is None:
            del reporter.get_source_and_line
        else:
            reporter.get_source_and_line = place


def _all_parts(tree: nodes.Element) -> Iterator[exercise_part | sealed_part]:
    for node in tree.findall(nodes.Element):
        if isinstance(node, (exercise_part, sealed_part)):
            yield node


class _Places(SphinxTransform):
    """Gives the parts of exercises their own file and lines again: myst-nb writes the cell's over them."""

    default_priority = 1

    def apply(self, **kwargs: object) -> None:
        for part in _all_parts(self.document):
            for child in part.findall(nodes.Element):
                if _LINE in child:
                    child.source, child.line = part["file"], child.attributes.pop(_LINE)


def _visit_exercise(self: HTML5Translator, node: exercise_node) -> None:
    exercise = survey(book_root(self.builder.env))[0].exercise(node["exercise"])
    rendered = rendered_parts(self, node)
    shown = picture(exercise, node["figure"], node.get("prefix", ""))
    figure = rendered_figure(self, node)
    made = payload(exercise, rendered, shown)
    opinions = address_of_opinions(self.builder, self.builder.current_docname)
    kind = "recall" if node["recall"] else "exercise"
    anchor = "" if node["recall"] else f' id="exercise-{escape(exercise.id)}"'
    self.body.append(
        f'<div class="seminar-{kind}"{anchor} data-exercise="{escape(exercise.id)}">\n'
        f"{fallback(exercise, rendered, figure, recall=node['recall'])}\n"
        f"{'' if node['recall'] else safely(made, opinions)}"
        f'<script type="application/json" class="seminar-payload">{in_script(made)}</script>\n</div>\n'
    )
    raise nodes.SkipNode


def rendered_parts(self: HTML5Translator, node: exercise_node) -> dict[str, str]:
    """Return the HTML of each part of an exercise by its path."""
    return {part["path"]: _rendered(self, part.children[0].children) for part in _all_parts(node)}


def rendered_figure(self: HTML5Translator, node: exercise_node) -> str:
    """Return the exercise's figure with all that stands under it, or nothing."""
    if node["figure"] is None:
        return ""
    figure, notes = node.children[:2]
    above = _rendered(self, [figure]).removesuffix("</figure>")
    return f"{above}{_rendered(self, notes.children)}\n</figure>\n"


def _rendered(self: HTML5Translator, children: Sequence[nodes.Node]) -> str:
    """Return nodes as HTML, by the page's own writer."""
    body, self.body = self.body, []
    try:
        for child in children:
            child.walkabout(self)
        return "".join(self.body).strip()
    finally:
        self.body = body


# -- charts


class chart_node(nodes.General, nodes.Element):  # noqa: N801
    """An inlined figure: ``svg`` with its ids made unique, ``alt`` its finding in words."""


class numbers_node(nodes.General, nodes.Element):  # noqa: N801
    """The numbers behind a chart: ``caption``, ``columns``, ``rows`` of text, ``numeric`` columns by bool."""


class chart_notes(nodes.General, nodes.Element):  # noqa: N801
    """What stands under a chart; moved behind its figure once the figure is whole.

    Its ``convention``, a map's, is added to the figure's caption.
    """


class ChartOutput(MimeRenderPlugin):  # type: ignore[misc]
    """``chart(…)`` in a chapter: the figure inlined, its sources and its numbers one click away."""

    mime_priority_overrides: ClassVar[Sequence[tuple[str, str, int | None]]] = [("*", CHART_MIME, 1)]

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        """Return the chart's nodes; None for another MIME type, after a check if it is a picture."""
        if data.mime_type.startswith("image/"):
            _figure_words(renderer, data)
        if data.mime_type != CHART_MIME:
            return None
        content, (name, caption, alt) = _json(data), _figure_words(renderer, data)
        chart = chart_node(svg=prefixed(content["svg"], name or "figure"), alt=alt)
        notes = _notes(renderer, data, content, content["numbers"], caption)
        if "events" in content["tables"]:
            env, location = renderer.renderer.sphinx_env, (str(renderer.source), data.line)
            notes[1:1] = note_strip(env, content["svg"], location)
        return [chart, chart_notes("", *notes, convention=content.get("convention", ""))]


def _notes(
    renderer: NbElementRenderer,
    data: MimeData,
    figure: Mapping[str, Any],
    numbers: Mapping[str, Any] | None,
    caption: str,
) -> list[nodes.Element]:
    """Return what stands under a figure: its source, and one click away its numbers, if any, and tables."""
    found = _behind(renderer, data, figure["tables"])
    location = (str(renderer.source), data.line)
    source = nodes.paragraph("", source_words(found), classes=["seminar-source"])
    listed = [numbers_node(caption=caption, **numbers)] if numbers else []
    about = [_table_notes(renderer.renderer.sphinx_env, resource, location) for resource in found]
    return [source, details(word("book.notes"), *listed, *about)]


def _behind(
    renderer: NbElementRenderer, data: MimeData, names: Sequence[str]
) -> dict[tables.Resource, tuple[tables.Field, ...]]:
    """Return the tables and columns behind a chart, after a warning for a name that there is not."""
    env = renderer.renderer.sphinx_env
    sound = []
    for name in names:
        try:
            (resource,) = tables.behind([name], book_root(env))
            note_table(env, resource.name)
            sound.append(name)
        except LookupError as error:
            renderer.logger.warning(f"cell {_cell(data)}: {error.args[0]}", subtype="chart", line=data.line)
    return tables.behind(sound, book_root(env))


def _figure_words(renderer: NbElementRenderer, data: MimeData) -> tuple[str, str, str]:
    """Return name, caption and alt text of the cell's figure, after a warning for each that is missing."""
    given = data.cell_metadata.get("mystnb", {})
    figure, image = given.get("figure") or {}, given.get("image") or {}
    words = str(figure.get("name", "")), str(figure.get("caption", "")), str(image.get("alt", ""))
    for text, what, where in zip(
        words, ("name", "caption", "alt text"), ("figure: name", "figure: caption", "image: alt"), strict=True
    ):
        if not text.strip():
            renderer.logger.warning(
                f"cell {_cell(data)}: the figure has no {what}: write it in the cell, `mystnb: {where}: …`",
                subtype="chart",
                line=data.line,
            )
    return words


def _table_notes(
    env: BuildEnvironment, resource: tables.Resource, location: tuple[str | None, int | None]
) -> nodes.Element:
    """Return what there is to say of one table behind a chart."""
    publishers = "; ".join(source.title for source in resource.sources)
    units = "; ".join(dict.fromkeys(field.unit for field in resource.fields if field.unit))
    notes: list[tuple[str, list[nodes.Node]]] = [
        ("table", [reference_to("table", resource.name, resource.title, location=location)]),
        ("publishers", [nodes.Text(publishers)]),
        ("covers", [nodes.Text(_covered(resource, book_root(env)))]),
        ("units", [nodes.Text(units)]),
        ("processing", [nodes.Text(resource.transformation)]),
        ("licence", [nodes.Text(" ".join(_licences(resource)))]),
        ("download", [download(env.docname, resource.file, resource.path.name)]),
        (
            "cite",
            [
                nodes.Text(word("book.notes.compiled", publishers=publishers, title=resource.title) + " "),
                nodes.emphasis("", env.config.html_title),
                nodes.Text(word("book.notes.retrieved", date=readable_date(resource.retrieved))),
            ],
        ),
    ]
    return facts(
        (word(f"book.notes.{name}"), [paragraph(*content)])
        for name, content in notes
        if "".join(node.astext() for node in content).strip()
    )


def _licences(resource: tables.Resource) -> list[str]:
    """Return the table's licences, and the status of the columns that have another one, as sentences."""
    status = capital(tables.STATUS_IN_WORDS[resource.licence_status])
    names = "; ".join(licence.title for licence in resource.licences)
    return [f"{status}: {names}." if names else f"{status}.", *licences_apart(resource)]


def licences_apart(resource: tables.Resource) -> list[str]:
    """Return a sentence for each status that some columns have and their table has not."""
    return [
        word("book.table.apart", status=capital(tables.STATUS_IN_WORDS[status]), fields="; ".join(fields))
        for status, fields in resource.apart().items()
    ]


def _covered(resource: tables.Resource, root: Path) -> str:
    """Return the first and the last moment in a table, from whichever column of time it has."""
    if not resource.fields:
        return ""
    frame = tables.table(resource.name, root)
    for column in ("year", "month", "date"):
        if column in frame.columns and len(frame):
            first, last = str(frame[column].min())[:10], str(frame[column].max())[:10]
            if column == "month":
                first, last = first[:7], last[:7]
            return readable_span(first, last)
    return ""


class _Seal(SphinxTransform):
    """Makes comments of the parts that betray the key, after the transforms that pass over comments."""

    default_priority = 900

    def apply(self, **kwargs: object) -> None:
        for part in list(self.document.findall(exercise_part)):
            if part["sealed"]:
                sealed = sealed_part(path=part["path"], file=part["file"])
                sealed.extend(part.children)
                part.replace_self(sealed)


class _WithoutSource(SphinxTransform):
    """Takes away the code of cells that only name an exercise: it is in the notebook, and says nothing here.

    Code that draws an exercise's figure stays, folded where the cell's tags say so: it is worth opening.
    """

    default_priority = 3

    def apply(self, **kwargs: object) -> None:
        for cell in self.document.findall(nodes.container):
            if cell.get("nb_element") != "cell_code":
                continue
            if any(one["recall"] or one["figure"] is None for one in cell.findall(exercise_node)):
                for part in list(cell.children):
                    if isinstance(part, nodes.Element) and part.get("nb_element") == "cell_code_source":
                        cell.remove(part)


class _NotesBehindFigures(SphinxTransform):
    """Moves what stands under a chart out of its figure: a figure holds the picture and its caption.

    The numbers take their caption from the figure's, once its roles are text. The figure of an exercise goes
    into the exercise with all that belongs to it, for the page takes it over as it is.
    """

    default_priority = 220

    def apply(self, **kwargs: object) -> None:
        for exercise in list(self.document.findall(exercise_node)):
            if exercise["figure"] is not None:
                _take_figure(exercise)
        for notes in list(self.document.findall(chart_notes)):
            if isinstance(notes.parent, exercise_node):
                continue
            children = notes.children
            figure = _figure_around(notes)
            if figure is None:
                notes.replace_self(children)
                continue
            caption = next(figure.findall(nodes.caption), None)
            for numbers in notes.findall(numbers_node):
                numbers["caption"] = caption.astext() if caption else numbers["caption"]
            _say_convention(figure, notes["convention"])
            notes.parent.remove(notes)
            position = figure.parent.index(figure) + 1
            figure.parent[position:position] = children


def _take_figure(exercise: exercise_node) -> None:
    """Turn a figure that holds the exercise into an exercise that holds the figure."""
    chart, states = exercise.children[:2]
    (notes,) = exercise.findall(chart_notes)
    figure = _figure_around(exercise)
    if figure is None:
        figure = nodes.figure()
    else:
        captions = list(figure.findall(nodes.caption))
        for numbers in notes.findall(numbers_node):
            numbers["caption"] = captions[0].astext() if captions else numbers["caption"]
        _say_convention(figure, notes["convention"])
        exercise.parent.remove(exercise)
        figure.parent.insert(figure.parent.index(figure), exercise)
        figure.parent.remove(figure)
        figure[:] = captions
    figure["classes"].append("seminar-picture")
    figure[:0] = [chart, states]
    exercise[:3] = [figure, notes]


def _say_convention(figure: nodes.figure, convention: str) -> None:
    """Add to a map's caption how the book draws maps: once, and in the words of the machine that draws."""
    caption = next(figure.findall(nodes.caption), None)
    if caption is not None and convention:
        caption += [nodes.Text(" "), nodes.inline("", convention, classes=["seminar-convention"])]


def _figure_around(node: nodes.Element) -> nodes.figure | None:
    above: Any = node.parent
    while above is not None and not isinstance(above, nodes.figure):
        above = above.parent
    return above


def _visit_chart(self: HTML5Translator, node: chart_node) -> None:
    self.body.append(f'<div class="seminar-chart">{labelled(node["svg"], node["alt"])}</div>\n')
    raise nodes.SkipNode


def _visit_numbers(self: HTML5Translator, node: numbers_node) -> None:
    self.body.append(numbers_table(node.attributes, node["caption"]) + "\n")
    raise nodes.SkipNode


# -- other formats


class _PlainOutputs(SphinxPostTransform):
    """Puts ordinary nodes in the place of exercises and charts, in formats other than HTML."""

    default_priority = 5

    def run(self, **kwargs: object) -> None:
        if self.app.builder.format == "html":
            return
        for exercise in list(self.document.findall(exercise_node)):
            exercise.replace_self(list(_plain_exercise(exercise, book_root(self.env))))
        for chart in list(self.document.findall(chart_node)):
            chart.replace_self(nodes.paragraph("", chart["alt"]))
        for numbers in list(self.document.findall(numbers_node)):
            numbers.replace_self(_plain_table(numbers))


def _plain_exercise(node: exercise_node, root: Path) -> Iterator[nodes.Node]:
    exercise = survey(root)[0].exercise(node["exercise"])
    yield nodes.paragraph("", "", nodes.strong("", exercise.title))
    if node["figure"] is not None:
        figure, notes = node.children[:2]
        yield from [figure, *notes.children]
    listed = nodes.bullet_list()
    for part in node.findall(exercise_part):
        if part["path"] in ("prompt", SHOWN_RUBRIC):
            yield from part[0].children
        else:
            listed += nodes.list_item("", nodes.paragraph("", "", *part[0].children))
    if len(listed):
        yield listed


def _plain_table(node: numbers_node) -> nodes.table:
    columns = zip(node["columns"], *node["rows"], strict=True)
    specs = [nodes.colspec(colwidth=max(map(len, column))) for column in columns]
    group = nodes.tgroup("", *specs, cols=len(specs))
    group += nodes.thead("", _row(node["columns"]))
    group += nodes.tbody("", *(_row(row) for row in node["rows"]))
    return nodes.table("", nodes.title("", node["caption"]), group)


def _row(cells: Sequence[str]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", cell)) for cell in cells))


def setup_outputs(app: Sphinx) -> None:
    """Register the nodes that the three renderers make; myst-nb finds the renderers by their entry points."""
    app.add_node(exercise_node, html=(_visit_exercise, None))
    app.add_node(exercise_part)
    app.add_node(sealed_part)
    app.add_node(part_blocks)
    app.add_node(part_line)
    app.add_node(chart_node, html=(_visit_chart, None))
    app.add_node(numbers_node, html=(_visit_numbers, None))
    app.add_node(chart_notes)
    for transform in (_Places, _WithoutSource, _NotesBehindFigures, _Seal):
        app.add_transform(transform)
    app.add_post_transform(_PlainOutputs)
    app.connect("env-before-read-docs", _check_bank, priority=100)
    app.connect("env-updated", _tell_unused)
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)
