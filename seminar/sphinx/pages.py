"""The pages: their frame, their style and the few scripts they carry.

The theme is the book's own, on Sphinx's ``basic``: a page loads one style sheet and one small script, and two
files more where it has exercises. Everything comes from the site itself.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator

from seminar.figures.style import palette_css
from seminar.sphinx.roles import OPINIONS, WORK
from seminar.sphinx.texts import TEXTS, texts

PACKAGE = Path(__file__).resolve().parents[1]
THEME = Path(__file__).resolve().parent / "theme"
TABLE = re.compile(r'(?P<box><div class="seminar-scroll"[^>]*>)?<table.*?</table>', re.DOTALL)
BUNDLES = ("assignment.js", "filter.js", "print.js", "seminar.css", "seminar.js", "spectrum.js", "work.js")


def setup_pages(app: Sphinx) -> None:
    """Register the book's theme, its assets and the last touches on each page with `app`."""
    app.add_html_theme("seminar", str(THEME))
    app.add_config_value("seminar_look", "", "html", str)
    # Jupyter Book sets this one whether or not the extension that reads it is loaded.
    app.add_config_value("comments_config", {}, "html", dict)
    app.add_node(HideCodeCellNode, override=True, html=(open_code, close_code))
    app.connect("config-inited", note_look)
    app.connect("html-page-context", complete_page)
    app.connect("html-collect-pages", front_page)
    app.connect("build-finished", write_assets, priority=800)


def assets() -> dict[str, bytes]:
    """Return the files that pages load, by their name below ``_static``."""
    files = {path.name: path.read_bytes() for path in sorted((THEME / "assets").iterdir())}
    files["book.css"] = f"{palette_css()}\n".encode() + files["book.css"]
    for name in BUNDLES:
        path = PACKAGE / "static" / name
        if path.exists():
            files[name] = path.read_bytes()
    return files


def short_digest(content: bytes) -> str:
    """Return the eight characters that tell one version of a file from another in a page's links."""
    return hashlib.sha256(content).hexdigest()[:8]


def note_look(app: Sphinx, config: Config) -> None:
    """Have every page written again when a template, a style or a script changed."""
    templates = b"".join(path.read_bytes() for path in sorted(THEME.glob("*.*")))
    parts = [templates, *assets().values()]
    config.seminar_look = short_digest(b"".join(hashlib.sha256(part).digest() for part in parts))


def complete_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the template what it needs of this page, and mend the markup that others wrote."""
    context["seminar_assets"] = {name: short_digest(content) for name, content in assets().items()}
    context["author"] = app.config.author
    context["seminar_short_title"] = app.config.html_title.partition(":")[0]
    if doctree is None:
        return
    context["body"] = mend(context["body"])
    context["seminar_exercises"] = 'class="seminar-payload"' in context["body"]
    context["seminar_spectrum"] = '"type":"spectrum"' in context["body"]
    context["seminar_assignment"] = 'class="seminar-assignment"' in context["body"]
    context["seminar_filter"] = 'class="seminar-filter"' in context["body"]
    context["seminar_work_list"] = 'class="seminar-work-list"' in context["body"]
    if context["seminar_work_list"]:
        context["seminar_assets"][TEXTS] = short_digest(texts(app.env))
    context["seminar_work"] = WORK if WORK in app.env.all_docs else None
    context["seminar_opinions"] = OPINIONS if OPINIONS in app.env.all_docs else None
    context["seminar_version"] = version("seminar")
    context["seminar_outline"] = outline(app.env, pagename)
    context["seminar_description"] = description(app.env, pagename, doctree)


def mend(body: str) -> str:
    """Return a page's HTML with tables in boxes that scroll, and without what confuses a screen reader.

    That is: empty heads of columns, pandas' own styles, and the withdrawn roles of a bibliography.
    """
    pieces = re.split(r"(<script\b.*?</script>)", body, flags=re.DOTALL)
    for number in range(0, len(pieces), 2):
        piece = re.sub(r"<style scoped>.*?</style>", "", pieces[number], flags=re.DOTALL)
        piece = re.sub(r"<th(?: class=\"head[^>]*)?>\s*(?:<p>\s*</p>\s*)?</th>", "<td></td>", piece)
        piece = re.sub(r' role="(?:doc-biblioentry|list)"', "", piece)
        piece = piece.replace('<table border="1" ', "<table ")
        pieces[number] = TABLE.sub(boxed, piece)
    return "".join(pieces)


def boxed(table: re.Match[str]) -> str:
    """Return a table in a box that scrolls, unless it stands in one already."""
    return table[0] if table["box"] else f'<div class="scroll">{table[0]}</div>'


def outline(env: BuildEnvironment, pagename: str) -> str:
    """Return links to the page's sections as an HTML list, or nothing where there is only one or none."""
    links = []
    for title in env.tocs[pagename].children[:1]:
        for section in title.findall(nodes.list_item):
            reference = next(section.findall(nodes.reference), None)
            deep = isinstance(section.parent, nodes.bullet_list) and section.parent.parent is title
            if deep and reference is not None and reference["anchorname"]:
                links.append(
                    f'<li><a href="{escape(reference["anchorname"])}">{escape(reference.astext())}</a></li>'
                )
    return f"<ul>{''.join(links)}</ul>" if len(links) > 1 else ""


def description(env: BuildEnvironment, pagename: str, doctree: nodes.document) -> str:
    """Return one or two sentences on the page: its question, or else the beginning of its text."""
    question = env.metadata[pagename].get("question")
    if question:
        return str(question)
    texts = doctree.findall(nodes.paragraph)
    first = next((text for text in texts if not isinstance(text.parent, nodes.definition)), None)
    words = " ".join(first.astext().split()) if first is not None else ""
    return words if len(words) <= 160 else words[:157].rsplit(" ", 1)[0] + " …"


def front_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page at the site's own address, which leads on to the book's first page."""
    if app.config.root_doc != "index":
        yield "index", {}, "front.html"


def write_assets(app: Sphinx, exception: Exception | None) -> None:
    """Write what pages load; also when no page changed, since Sphinx then copies nothing."""
    if exception is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / "_static"
    folder.mkdir(parents=True, exist_ok=True)
    files = assets()
    if getattr(app.env, "seminar_lists", None):
        files[TEXTS] = texts(app.env)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    # Some hosts of static sites drop folders that begin with an underscore unless they find this file.
    (Path(app.outdir) / ".nojekyll").touch()


def open_code(self: HTML5Translator, node: nodes.Element) -> None:
    """Open the fold that holds a chapter's code."""
    self.body.append(f'<details class="code"><summary>{escape(node["prompt_show"])}</summary>\n')


def close_code(self: HTML5Translator, node: nodes.Element) -> None:
    """Close the fold that holds a chapter's code."""
    self.body.append("</details>\n")
