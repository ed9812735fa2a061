"""Formulas as MathML, made at build: no script, no font and no request stands behind a formula."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

# latex2mathml passes a command that it does not know through as an identifier.
_UNKNOWN_COMMAND = re.compile(r"<m[io]>(\\[A-Za-z]+)</m[io]>")


def to_mathml(latex: str, *, block: bool) -> str:
    r"""Return `latex` as one ``<math>`` element, displayed on its own line if `block`.

    Raises ValueError, naming the command or the fault, for what cannot be rendered.
    """
    source = latex.strip()
    if source.count("{") - source.count(r"\{") != source.count("}") - source.count(r"\}"):
        raise ValueError(f"cannot render the formula {source!r}: its braces do not match")
    # latex2mathml knows align*, and not the aligned that MyST's users write.
    source = source.replace("{aligned}", "{align*}")
    if block and ("\\\\" in source or "&" in source) and "\\begin" not in source:
        source = rf"\begin{{align*}}{source}\end{{align*}}"
    try:
        mathml: str = convert(source, display="block" if block else "inline")
    except Exception as error:
        fault = str(error) or type(error).__name__
        raise ValueError(f"cannot render the formula {source!r}: {fault}") from error
    unknown = _UNKNOWN_COMMAND.search(html.unescape(mathml))
    if unknown:
        raise ValueError(f"cannot render the formula {source!r}: unknown command {unknown.group(1)}")
    return mathml


def _visit_math(self: HTML5Translator, node: nodes.math) -> None:
    try:
        self.body.append(to_mathml(node.astext(), block=False))
    except ValueError as error:
        logger.warning("%s", error, location=node)
        self.body.append(f"<code>{html.escape(node.astext())}</code>")
    raise nodes.SkipNode


def _visit_math_block(self: HTML5Translator, node: nodes.math_block) -> None:
    # tabindex: a formula wider than a phone scrolls, and what scrolls must be reachable by keyboard.
    self.body.append(self.starttag(node, "div", CLASS="seminar-formula", tabindex="0"))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')
        self.add_permalink_ref(node, _("Link to this equation"))
        self.body.append("</span>")
    try:
        self.body.append(to_mathml(node.astext(), block=True))
    except ValueError as error:
        logger.warning("%s", error, location=node)
        self.body.append(f"<pre>{html.escape(node.astext())}</pre>")
    self.body.append("</div>")
    raise nodes.SkipNode


def setup_mathml(app: Sphinx) -> None:
    """Offer MathML as a way of showing formulas; ``html_math_renderer`` in ``_config.yml`` chooses it."""
    app.add_html_math_renderer("mathml", (_visit_math, None), (_visit_math_block, None))
