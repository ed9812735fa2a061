"""The notebook of each chapter for download: what the page says, as Markdown, and its code, without outputs.

It is made from the finished page, so roles and directives are already text and links: Jupyter knows neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath

from docutils import nodes
from nbformat import NotebookNode
from sphinx import addnodes
from sphinx.application import Sphinx

from seminar.sphinx.execution import read_notebook
from seminar.sphinx.labs import is_lab
from seminar.surfaces import jupyter
from seminar.surfaces.jupyter import code_cell, escaped, text_cell, written
from seminar.surfaces.words import word

FOLDER = "notebooks"


def setup_notebooks(app: Sphinx) -> None:
    """Have a notebook written for each chapter that `app` writes."""
    app.connect("doctree-resolved", write_notebook)


def notebook_address(docname: str) -> str:
    """Return where the site holds the notebook of `docname`: ``notebooks/economics-trade.ipynb`` for one."""
    parts = PurePosixPath(docname).parts
    return f"{FOLDER}/{'-'.join(parts[1:] if parts[0] == 'chapters' and len(parts) > 1 else parts)}.ipynb"


def write_notebook(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Write the notebook of `docname`, if it has code and the site is being built as HTML."""
    if is_lab(docname):
        return  # Its source holds the solutions; its page offers another notebook.
    if app.builder.format != "html" or not any(is_code(node) for node in doctree.findall(nodes.container)):
        return
    source = read_notebook(app.env, app.env.doc2path(docname))
    if source is None:
        return
    path = Path(app.outdir, notebook_address(docname))
    path.parent.mkdir(parents=True, exist_ok=True)
    numbers = app.env.toc_fignumbers.get(docname, {}).get("figure", {})
    path.write_text(written(notebook(doctree, source, docname, numbers)), encoding="utf-8")


def notebook(
    doctree: nodes.document, source: NotebookNode, docname: str, numbers: dict[str, tuple[int, ...]]
) -> NotebookNode:
    """Return the clean notebook of a resolved page.

    `source` holds the code cells, `numbers` the numbers of the page's figures by their ids.
    """
    writer = MarkdownWriter(docname)
    cells: list[NotebookNode] = []
    pending: list[str] = ["*" + word("book.notebook") + "*"]

    def name() -> str:
        return f"cell-{len(cells) + 1:03d}"

    def flush() -> None:
        if pending:
            cells.append(text_cell(name(), "\n\n".join(pending)))
            pending.clear()

    for level, node in flat(doctree):
        if is_code(node):
            flush()
            cells.append(code_cell(name(), source.cells[node["cell_index"]].source))
            pending.extend(writer.caption(figure, numbers) for figure in node.findall(nodes.figure))
        else:
            pending.extend(writer.block(node, level))
    flush()
    return jupyter.notebook(cells)


def is_code(node: nodes.Node) -> bool:
    """Say whether `node` is a code cell with its output."""
    return isinstance(node, nodes.container) and node.get("nb_element") == "cell_code"


def flat(node: nodes.Element, level: int = 0) -> Iterator[tuple[int, nodes.Element]]:
    """Yield what stands on a page one after the other, each with the level of its section."""
    for child in node.children:
        if isinstance(child, nodes.section):
            yield from flat(child, level + 1)
        elif isinstance(child, nodes.Element):
            yield level, child


class MarkdownWriter:
    """Writes the resolved nodes of the page `docname` as Markdown that any notebook shows."""

    def __init__(self, docname: str) -> None:
        self.docname = docname
        self.inline_forms: dict[type[nodes.Node], Callable[[nodes.Element], str]] = {
            nodes.emphasis: lambda node: f"*{self.inline(node)}*",
            nodes.strong: lambda node: f"**{self.inline(node)}**",
            nodes.literal: lambda node: f"`{node.astext()}`",
            nodes.math: lambda node: f"${node.astext()}$",
            nodes.superscript: lambda node: f"<sup>{self.inline(node)}</sup>",
            nodes.subscript: lambda node: f"<sub>{self.inline(node)}</sub>",
            nodes.footnote_reference: lambda node: f"[{node.astext()}]",
            nodes.image: lambda node: f"*{escaped(node.get('alt', ''))}*",
            nodes.reference: self.link,
            nodes.raw: lambda node: "",
            nodes.target: lambda node: "",
        }

    def inline(self, node: nodes.Element) -> str:
        """Return the children of `node` as running Markdown."""
        return "".join(self.word(child) for child in node.children)

    def word(self, node: nodes.Node) -> str:
        """Return one inline node."""
        if isinstance(node, nodes.Text):
            return escaped(re.sub(r"\s+", " ", node.astext()))
        for kind, form in self.inline_forms.items():
            if isinstance(node, kind):
                assert isinstance(node, nodes.Element)
                return form(node)
        return self.inline(node) if isinstance(node, nodes.Element) else ""

    def link(self, node: nodes.Element) -> str:
        """Return a link, its address as seen from the folder of notebooks."""
        text = self.inline(node)
        address = self.address(node)
        return f"[{text}]({address})" if address and text else text

    def address(self, node: nodes.Element) -> str:
        """Return the address that a reference leads to: of a page, as seen from the notebook."""
        if "refid" in node:
            return f"../{self.docname}.html#{node['refid']}"
        uri = str(node.get("refuri", ""))
        if not uri or re.match(r"[a-z]+:", uri):
            return uri
        if uri.startswith("#"):
            return f"../{self.docname}.html{uri}"
        path, mark, fragment = uri.partition("#")
        return f"../{normpath(join(dirname(self.docname), path))}{mark}{fragment}"

    def caption(self, figure: nodes.figure, numbers: dict[str, tuple[int, ...]]) -> str:
        """Return the caption of a figure that code draws, with its number."""
        caption = next(figure.findall(nodes.caption), None)
        text = self.inline(caption) if caption is not None else ""
        number = next((numbers[name] for name in figure["ids"] if name in numbers), None)
        label = word("book.notebook.figure", number=".".join(map(str, number))) if number else ""
        return f"**{label}** {text}" if label else text

    def block(self, node: nodes.Node, level: int = 0) -> list[str]:
        """Return a block as a list of Markdown blocks, to be set apart by empty lines."""
        if isinstance(node, nodes.title):
            return [f"{'#' * max(level, 1)} {self.inline(node)}"]
        if isinstance(node, nodes.paragraph) and "seminar-notebook" in node["classes"]:
            return []  # the link to this very notebook
        if isinstance(node, nodes.paragraph | nodes.rubric | nodes.caption | nodes.attribution):
            text = self.inline(node).strip()
            return [f"**{text}**" if isinstance(node, nodes.rubric) and text else text] if text else []
        if isinstance(node, nodes.bullet_list | nodes.enumerated_list):
            return ["\n".join(self.items(node))]
        if isinstance(node, nodes.definition_list | nodes.field_list):
            return ["\n".join(self.definitions(node))]
        if isinstance(node, nodes.literal_block | nodes.doctest_block):
            return [f"```{node.get('language', '')}\n{node.astext()}\n```"]
        if isinstance(node, nodes.math_block):
            return [f"$$\n{node.astext().strip()}\n$$"]
        if isinstance(node, nodes.table):
            return self.table(node)
        if isinstance(node, nodes.Admonition | nodes.block_quote | nodes.topic | nodes.sidebar):
            return [self.quote(node)]
        if isinstance(node, nodes.transition):
            return ["---"]
        if isinstance(node, nodes.image):
            return [self.word(node)]
        if isinstance(node, nodes.footnote | nodes.citation):
            label = next((child.astext() for child in node.findall(nodes.label)), "")
            return [f"[{label}] " + " ".join(self.blocks(node))]
        if isinstance(node, nodes.Invisible | nodes.raw | nodes.label | addnodes.toctree):
            return []
        if isinstance(node, nodes.Inline | nodes.Text):
            text = self.word(node).strip()
            return [text] if text else []
        return self.blocks(node)

    def blocks(self, node: nodes.Node) -> list[str]:
        """Return the blocks within `node`."""
        return [text for child in node.children for text in self.block(child)]

    def items(self, node: nodes.Element) -> Iterator[str]:
        """Yield the lines of a list."""
        start = node.get("start", 1)
        for number, item in enumerate(node.children, start=start):
            mark = f"{number}. " if isinstance(node, nodes.enumerated_list) else "- "
            yield indented("\n\n".join(self.blocks(item)), mark)

    def definitions(self, node: nodes.Element) -> Iterator[str]:
        """Yield terms with what they mean, as items of a list."""
        for item in node.children:
            terms = [
                self.inline(part) for part in item.children if isinstance(part, nodes.term | nodes.field_name)
            ]
            rest = [
                text
                for part in item.children
                if isinstance(part, nodes.definition | nodes.field_body)
                for text in self.blocks(part)
            ]
            yield indented(f"**{', '.join(terms)}**: " + "\n\n".join(rest), "- ")

    def quote(self, node: nodes.Element) -> str:
        """Return a box or a quotation, its title in bold."""
        texts = [
            f"**{self.inline(child)}**" if isinstance(child, nodes.title) else text
            for child in node.children
            for text in ([""] if isinstance(child, nodes.title) else self.block(child))
        ]
        return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(texts).splitlines())

    def table(self, node: nodes.table) -> list[str]:
        """Return a table, its caption above it."""
        rows = [
            [" ".join(self.blocks(entry)).replace("|", r"\|").replace("\n", " ") for entry in row.children]
            for row in node.findall(nodes.row)
        ]
        if not rows:
            return []
        titles = [f"**{self.inline(title)}**" for title in node.findall(nodes.title)]
        if not any(node.findall(nodes.thead)):
            rows.insert(0, [""] * len(rows[0]))
        rows.insert(1, ["---"] * len(rows[0]))
        return [*titles, "\n".join(f"| {' | '.join(row)} |" for row in rows)]


def indented(text: str, mark: str) -> str:
    """Return `text` as an item that begins with `mark`."""
    lines = text.splitlines() or [""]
    space = " " * len(mark)
    return "\n".join(joined(mark, lines[0], space, lines[1:]))


def joined(mark: str, first: str, space: str, rest: Iterable[str]) -> list[str]:
    """Return an item's lines, those after the first set in below it."""
    return [mark + first, *((space + line).rstrip() for line in rest)]
