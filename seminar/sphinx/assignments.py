"""``{assignment} trade-and-targets``: the page on which a class finds an assignment, and hands it in.

Everything comes from the assignment's file. An exercise with a figure takes it from the chapter that draws
it, and the page is written again when that chapter changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from seminar.exercises.assignments import Assignment, Item, survey_assignments
from seminar.exercises.faults import BankError, near
from seminar.exercises.labs import FOLDER as LABS
from seminar.exercises.variants import VariantError
from seminar.front_matter import is_chapter
from seminar.sphinx.blocks import facts, paragraph
from seminar.sphinx.labs import download
from seminar.sphinx.outputs import (
    exercise_node,
    exercise_parts,
    note_sources,
    parsed,
    rendered_figure,
    rendered_parts,
    shown_exercises,
)
from seminar.sphinx.roles import OPINIONS, WORK, address_of_opinions, book_root
from seminar.surfaces.assignment import (
    about,
    block,
    hand_in,
    item_payload,
    lab_facts,
    labs_of,
    variants,
    worksheet,
)
from seminar.surfaces.built import source
from seminar.surfaces.figures import picture
from seminar.surfaces.payload import in_script
from seminar.surfaces.words import number, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.writers.html5 import HTML5Translator

    from seminar.exercises.labs import Lab

logger = logging.getLogger(__name__)


def assignment_pages(env: BuildEnvironment) -> dict[str, str]:
    """Return the assignment that each page shows, by docname."""
    if not hasattr(env, "seminar_assignments"):
        env.seminar_assignments = {}  # type: ignore[attr-defined]
    return env.seminar_assignments  # type: ignore[attr-defined,no-any-return]


def _sources(env: BuildEnvironment) -> dict[str, str]:
    """Return what each page was made from, by docname."""
    if not hasattr(env, "seminar_assignment_sources"):
        env.seminar_assignment_sources = {}  # type: ignore[attr-defined]
    return env.seminar_assignment_sources  # type: ignore[attr-defined,no-any-return]


def _source(assignment: Assignment) -> str:
    try:
        return source(assignment)
    except (VariantError, LookupError):
        return ""  # What is wrong is told where the exercise is shown.


class assignment_start(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """Where the assignment ``assignment`` begins on its page."""


class item_node(exercise_node):  # noqa: N801
    """An exercise of ``assignment``, or its ``variant``; a chapter draws its figure if it is ``figured``."""


class variants_node(nodes.General, nodes.Element):  # noqa: N801
    """The variants of ``exercise``."""


class AssignmentPage(SphinxDirective):
    """An assignment; its argument is the name of a file in ``exercises/assignments``."""

    required_arguments = 1
    final_argument_whitespace = False

    def run(self) -> list[nodes.Node]:
        """Return the page's one section; an unknown name is the directive's error."""
        name, root = self.arguments[0], book_root(self.env)
        found, mistakes = survey_assignments(root)
        assignment = found.get(name)
        if assignment is None:
            if any(mistake.file.endswith(f"/{name}.yml") for mistake in mistakes):
                return []  # What is wrong with it is told already.
            raise self.error(f"no assignment {name!r}: {near(name, found)}")
        self.env.note_dependency(str(assignment.file))
        for item in assignment.items:
            note_sources(self.env, item.exercise)
        try:
            labs = labs_of(assignment)
        except BankError:
            return []  # Likewise.
        for lab in labs:
            self.env.note_dependency(str(lab.file))
        assignment_pages(self.env)[self.env.docname] = name
        _sources(self.env)[self.env.docname] = _source(assignment)
        section = _section(assignment.title)
        section += assignment_start(assignment=name)
        section += _facts(assignment, labs)
        section += nodes.raw("", '<div class="seminar-progress" hidden></div>\n' + worksheet(), format="html")
        section += list(self._texts(assignment))
        section += list(self._labs(assignment, labs))
        exercises = _section(word("paper.exercises"))
        for item in assignment.items:
            try:
                exercises += self._item(assignment, item)
            except VariantError as error:
                raise self.error(f"{item.exercise.id}: {error}") from error
        section += exercises
        section += nodes.raw("", hand_in() + "</div>\n", format="html")
        return [section]

    @property
    def _parser(self) -> Any:
        return self.state._renderer  # type: ignore[attr-defined]

    def _texts(self, assignment: Assignment) -> Iterator[nodes.section]:
        for part in assignment.parts():
            section = _section(word(f"paper.{part.path}"))
            section += parsed(self._parser, part, str(assignment.file)).children
            yield section

    def _labs(self, assignment: Assignment, labs: Sequence[Lab]) -> Iterator[nodes.section]:
        if not labs:
            return
        section = _section(word("paper.labs", n=len(labs)))
        for lab in labs:
            title = addnodes.pending_xref(
                "",
                nodes.inline(lab.title, lab.title),
                refdomain="std",
                reftype="doc",
                reftarget=f"/{LABS}/{lab.name}",
                refdoc=self.env.docname,
                refexplicit=True,
                refwarn=True,
            )
            title.source, title.line = str(assignment.file), 1
            section += paragraph(title, f". {lab.question}")
            section += download(lab, self.env.docname)
        section += paragraph(word("paper.lab.hand-in"))
        yield section

    def _item(self, assignment: Assignment, item: Item) -> nodes.Element:
        made = [
            item_node(
                "",
                *exercise_parts(self._parser, exercise),
                exercise=exercise.id,
                recall=False,
                figure=None,
                assignment=assignment.name,
                variant=position if item.variants else None,
                figured=bool(exercise.figure),
            )
            for position, exercise in enumerate(item.exercises())
        ]
        return variants_node("", *made, exercise=item.exercise.id) if item.variants else made[0]


def _section(title: str) -> nodes.section:
    return nodes.section("", nodes.title(title, title), ids=[nodes.make_id(title)], names=[])


def _facts(assignment: Assignment, labs: Sequence[Lab]) -> nodes.container:
    """Return the box under the title: until when, how much, which labs, which feedback, who reads it."""
    minutes = sum(item.exercise.minutes for item in assignment.items)
    size = word(
        "paper.size.of",
        n=len(assignment.items),
        minutes=word("minutes", n=number(minutes)),
        points=word("points", n=number(assignment.hundredths / 100)),
    )
    told = (
        (word("paper.due"), assignment.due),
        (word("paper.size"), size),
        *lab_facts(labs),
        (word("paper.feedback"), word(f"paper.feedback.{assignment.feedback}")),
        (word("paper.readers"), assignment.readers),
        (word("paper.answers"), word("paper.apart")),
    )
    listed = facts((name, [paragraph(text)]) for name, text in told)
    return nodes.container("", listed, classes=["seminar-head"])


def _visit_start(self: HTML5Translator, node: assignment_start) -> None:
    builder, env = self.builder, self.builder.env
    assignment = survey_assignments(book_root(env))[0][node["assignment"]]
    links = {
        name: builder.get_relative_uri(builder.current_docname, page)
        for name, page in (("work", WORK), ("opinions", OPINIONS))
        if page in env.all_docs
    }
    made_from = _sources(env)[builder.current_docname]
    data = in_script({**about(assignment), "source": made_from, "links": links})
    self.body.append(
        f'<div class="seminar-assignment" data-assignment="{assignment.name}">\n'
        f'<script type="application/json" class="seminar-assignment-data">{data}</script>\n'
    )
    raise nodes.SkipNode


def _visit_item(self: HTML5Translator, node: item_node) -> None:
    self.body.append(_block(self, node))
    raise nodes.SkipNode


def _visit_variants(self: HTML5Translator, node: variants_node) -> None:
    blocks = [_block(self, child) for child in node.children if isinstance(child, item_node)]
    self.body.append(variants(node["exercise"], blocks))
    raise nodes.SkipNode


def _block(self: HTML5Translator, node: item_node) -> str:
    assignment = survey_assignments(book_root(self.builder.env))[0][node["assignment"]]
    item = next(each for each in assignment.items if each.exercise.id == node["exercise"])
    exercise = item.exercises()[node["variant"] or 0]
    shown = picture(exercise, node["figure"], node.get("prefix", ""))
    made = item_payload(item, exercise, rendered_parts(self, node), shown)
    opinions = address_of_opinions(self.builder, self.builder.current_docname)
    return block(made, rendered_figure(self, node), node["variant"], opinions)


# -- figures


class _Figures(SphinxPostTransform):
    """Copies the figures of an assignment's exercises from the chapters that draw them."""

    default_priority = 3

    def run(self, **kwargs: object) -> None:
        for node in list(self.document.findall(item_node)):
            if node["figured"] and not self._fill(node):
                node.parent.remove(node)

    def _fill(self, node: item_node) -> bool:
        """Give ``node`` the figure of its exercise; False after a warning where no chapter draws it."""
        name = node["exercise"]
        page = drawn_on(self.env, name)
        drawn = self._drawn(page, name) if page else None
        if drawn is None:
            assignment = survey_assignments(book_root(self.env))[0][node["assignment"]]
            position = [item.exercise.id for item in assignment.items].index(name)
            logger.warning(
                "%s",
                f"{name} has a figure, and no chapter draws it: show the exercise in one first",
                location=f"{assignment.file}:{assignment.line(position)}",
                type="seminar",
                subtype="assignment",
            )
            return False
        copies = [child.deepcopy() for child in drawn.children[:2]]
        node["figure"], node["prefix"] = drawn["figure"], drawn["prefix"]
        node[:0] = copies
        for copy in copies:
            _lead_from(copy, page, self.env.docname)
        return True

    def _drawn(self, page: str, name: str) -> exercise_node | None:
        for one in self.env.get_doctree(page).findall(exercise_node):
            if one["exercise"] == name and one["figure"] is not None:
                return one
        return None


def drawn_on(env: BuildEnvironment, name: str) -> str:
    """Return the page that shows an exercise, a chapter's before others; empty if there is none."""
    shown = shown_exercises(env).items()
    pages = [page for page, entries in shown if any(entry.id == name for entry in entries)]
    return min(pages, key=lambda page: (not is_chapter(page), page), default="")


def _lead_from(node: nodes.Node, page: str, docname: str) -> None:
    """Have the links of what was copied from ``page`` lead from ``docname`` to where they led."""
    for reference in node.findall(addnodes.pending_xref):
        reference["refdoc"] = docname
        target = reference["reftarget"]
        if reference["reftype"] == "doc" and not target.startswith("/"):
            reference["reftarget"] = "/" + normpath(join(dirname(page), target))
    for link in node.findall(nodes.reference):
        address = link.get("refuri", "")
        if link.get("internal") and address and ":" not in address:
            link["refuri"] = relpath(join(dirname(page), address), dirname(docname))


def _follow_chapters(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have a page written again whenever a chapter is read anew that draws a figure of its exercises."""
    found = survey_assignments(book_root(env))[0]
    for docname, name in assignment_pages(env).items():
        for item in found[name].items if name in found else ():
            page = drawn_on(env, item.exercise.id) if item.exercise.figure else ""
            if page:
                env.files_to_rebuild.setdefault(page, set()).add(docname)
    return []


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Return the pages whose exercises or the data behind them changed, whichever file that was in."""
    found = survey_assignments(book_root(env))[0]
    return [
        docname
        for docname, name in assignment_pages(env).items()
        if docname not in removed
        and (name not in found or _source(found[name]) != _sources(env).get(docname))
    ]


def _forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    assignment_pages(env).pop(docname, None)
    _sources(env).pop(docname, None)


def _merge(app: Sphinx, env: BuildEnvironment, docnames: Sequence[str], other: BuildEnvironment) -> None:
    for docname in docnames:
        if docname in assignment_pages(other):
            assignment_pages(env)[docname] = assignment_pages(other)[docname]
            _sources(env)[docname] = _sources(other)[docname]


def setup_assignments(app: Sphinx) -> None:
    """Register the directive, and what fills in the figures once every chapter is read."""
    app.add_directive("assignment", AssignmentPage)
    app.add_node(assignment_start, html=(_visit_start, None))
    app.add_node(item_node, html=(_visit_item, None))
    app.add_node(variants_node, html=(_visit_variants, None))
    app.add_post_transform(_Figures)
    app.connect("env-get-outdated", _outdated)
    app.connect("env-updated", _follow_chapters)
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)
