"""The pages of labs: each is its source as students get it, with what is worked out for them and its output.

The build runs a lab solved and with every test; of tasks the page then keeps what students start from, and
checks stand in the notebook alone. The download holds notebook and tables.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from seminar import tables
from seminar.exercises.labs import FOLDER, HELPER, Lab, LabCell, caveats, lines_of, survey_labs
from seminar.sphinx.blocks import facts, paragraph
from seminar.sphinx.roles import book_root, note_table, reference_to
from seminar.surfaces.labs import bundle
from seminar.surfaces.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

DOWNLOADS = "labs"


def lab_of(env: BuildEnvironment, docname: str) -> Lab | None:
    """Return the lab that the page `docname` shows, or None."""
    if not is_lab(docname):
        return None
    return survey_labs(book_root(env))[0].get(Path(docname).name)


def is_lab(docname: str) -> bool:
    """Say whether `docname` is the page of a lab."""
    return docname.startswith(f"{FOLDER}/")


class Caveats(SphinxDirective):
    """What misleads in a table, in the data package's own words.

    The argument is the table; each line begins like one of its caveats.
    """

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the box; an unknown table or caveat is the directive's error."""
        name, root = self.arguments[0], book_root(self.env)
        try:
            resource = tables.package(root).resource(name)
            found = caveats(name, lines_of("\n".join(self.content)), root)
        except LookupError as error:
            raise self.error(str(error.args[0])) from error
        note_table(self.env, name)
        title = word("book.lab.caveats", table=resource.title)
        items = (nodes.list_item("", paragraph(caveat)) for caveat in found)
        return [nodes.admonition("", nodes.title("", title), nodes.bullet_list("", *items))]


class LabPage(SphinxTransform):
    """Takes from a lab's page what its students are to find, and puts the box under its title."""

    default_priority = 5

    def apply(self, **_: Any) -> None:
        """Change the page in place; a lab that cannot be read keeps none of its code."""
        env, docname = self.env, self.env.docname
        if not is_lab(docname):
            return
        found, mistakes = survey_labs(book_root(env))
        for mistake in mistakes:
            if mistake.file.endswith(f"/{Path(docname).name}.md"):
                place = f"{book_root(env) / mistake.file}:{mistake.line}"
                logger.warning("%s", mistake.message, location=place, type="seminar", subtype="lab")
        lab = found.get(Path(docname).name)
        containers = [
            node for node in self.document.findall(nodes.container) if node.get("nb_element") == "cell_code"
        ]
        for node in containers:
            cell = lab.cells[node["cell_index"]] if lab is not None else None
            if cell is None or cell.check or cell.source.strip() == HELPER:
                node.parent.remove(node)
            else:
                _show(node, cell)
        section = next(iter(self.document.findall(nodes.section)), None)
        if lab is not None and section is not None:
            for name in lab.datasets:
                note_table(env, name)
            section.insert(1, _head(lab, env, str(lab.file)))


def _show(node: nodes.container, cell: LabCell) -> None:
    """Have a cell show what students get of it, and of a task no output."""
    text = cell.given()
    for source in (part for box in node.children if _is_source(box) for part in box.findall()):
        if isinstance(source, nodes.literal_block):
            source.rawsource = text
            source.children = []
            source += nodes.Text(text)
    if cell.task:
        node.children = [part for part in node.children if _is_source(part)]
        node["classes"].append("seminar-task")
        node.insert(0, paragraph(word("book.lab.task"), classes=["seminar-task-label"]))


def _is_source(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and node.get("nb_element") == "cell_code_source"


def download(lab: Lab, docname: str) -> nodes.paragraph:
    """Return a paragraph that leads from the page `docname` to what students download of a lab."""
    address = f"{'../' * docname.count('/')}{DOWNLOADS}/{lab.name}.zip"
    link = nodes.reference("", word("book.lab.download"), refuri=address, internal=True)
    return paragraph(link, " " + word("book.lab.packed"), classes=["seminar-notebook"])


def _head(lab: Lab, env: BuildEnvironment, source: str) -> nodes.container:
    root = book_root(env)
    box = nodes.container(classes=["seminar-head"])
    box.source, box.line = source, 1
    box += paragraph(lab.question, classes=["seminar-question"])
    box += paragraph(word("book.lab.skills"), classes=["seminar-lead"])
    box += nodes.bullet_list("", *(nodes.list_item("", paragraph(skill)) for skill in lab.skills))
    links: list[str | nodes.Node] = []
    for name in lab.datasets:
        title = tables.package(root).resource(name).title
        links += ["; "] if links else []
        links.append(reference_to("table", name, title, location=(source, 1)))
    box += facts(
        [
            (word("book.head.time"), [paragraph(word("book.lab.time", n=lab.minutes))]),
            (word("book.head.data"), [paragraph(*links)]),
        ]
    )
    box += download(lab, env.docname)
    box += paragraph(word("book.lab.page"))
    return box


def _write_downloads(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    for docname in sorted(app.env.all_docs):
        lab = lab_of(app.env, docname)
        if lab is None:
            continue
        path = Path(app.outdir, DOWNLOADS, f"{lab.name}.zip")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bundle(lab, book_root(app.env)))


def setup_labs(app: Sphinx) -> None:
    """Register the directive and the pages of labs, and have their downloads written."""
    app.add_directive("caveats", Caveats)
    app.add_transform(LabPage)
    app.connect("build-finished", _write_downloads)
