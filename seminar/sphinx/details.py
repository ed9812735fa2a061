"""A ``<details>`` element: what it folds away is still in the page, printed and searched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Details(nodes.General, nodes.Element):
    """Folds its children under its attribute ``summary``."""


def details(summary: str, *children: nodes.Node) -> Details:
    """Return `children` folded under `summary`."""
    return Details("", *children, summary=summary)


def _visit(self: Any, node: Details) -> None:
    self.body.append(self.starttag(node, "details", CLASS="seminar-details"))
    self.body.append(f"<summary>{self.encode(node['summary'])}</summary>\n")


def _depart(self: Any, node: Details) -> None:
    self.body.append("</details>\n")


def _unfolded(self: Any, node: Details) -> None:
    """Show the children alone, in formats that cannot fold."""


def setup_details(app: Sphinx) -> None:
    """Register the node with every builder."""
    plain = (_unfolded, _unfolded)
    app.add_node(Details, html=(_visit, _depart), latex=plain, text=plain, man=plain, texinfo=plain)
