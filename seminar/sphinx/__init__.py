"""The Sphinx extension of the book: one module per concern, each with its own ``setup_…(app)``.

Everything that affects the built book lives here and in ``_config.yml``, so that plain
``jupyter-book build`` gives the same book as ``make book``.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from seminar.sphinx.assignments import setup_assignments
from seminar.sphinx.balance import setup_balance
from seminar.sphinx.cards import setup_cards
from seminar.sphinx.chapters import setup_chapters
from seminar.sphinx.details import setup_details
from seminar.sphinx.events import setup_events
from seminar.sphinx.execution import setup_execution
from seminar.sphinx.exercise_links import setup_exercise_links
from seminar.sphinx.exercise_list import setup_exercise_list
from seminar.sphinx.filters import setup_filters
from seminar.sphinx.labs import setup_labs
from seminar.sphinx.lines import setup_lines
from seminar.sphinx.mathml import setup_mathml
from seminar.sphinx.matrix import setup_matrix
from seminar.sphinx.notebooks import setup_notebooks
from seminar.sphinx.outputs import setup_outputs
from seminar.sphinx.pages import setup_pages
from seminar.sphinx.reference import setup_reference
from seminar.sphinx.roles import setup_roles
from seminar.sphinx.routes import setup_routes
from seminar.sphinx.sources import setup_sources
from seminar.sphinx.terms import setup_terms
from seminar.sphinx.timing import setup_timing

__all__ = ["setup"]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register every part of the extension with `app`; returns Sphinx's extension metadata."""
    setup_execution(app)
    setup_lines(app)
    setup_details(app)
    setup_roles(app)
    setup_outputs(app)
    setup_assignments(app)
    setup_filters(app)
    setup_events(app)
    setup_reference(app)
    setup_exercise_list(app)
    setup_exercise_links(app)
    setup_timing(app)
    setup_routes(app)
    setup_matrix(app)
    setup_balance(app)
    setup_cards(app)
    setup_sources(app)
    setup_chapters(app)
    setup_labs(app)
    setup_mathml(app)
    setup_notebooks(app)
    setup_terms(app)
    setup_pages(app)
    return {"version": "1", "env_version": 4, "parallel_read_safe": False, "parallel_write_safe": True}
