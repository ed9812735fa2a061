"""Exercise texts as HTML where there is no book around them: in a notebook.

Roles become plain text, because what they would lead to is on other pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from seminar.bibliography import publications
from seminar.corpus import claim, position
from seminar.exercises.model import Exercise
from seminar.surfaces.words import word

_ROLE = re.compile(r"\{([\w:-]+)\}`([^`]+)`")
_TITLED = re.compile(r"(?s)(.*?)\s*<([^<>]*)>")


def rendered(exercise: Exercise, root: Path | None = None) -> dict[str, str]:
    """Return the HTML of each of the exercise's parts by its path, for ``payload`` and ``fallback``."""
    return {part.path: markup(part.text, inline=part.inline, root=root) for part in exercise.parts()}


def markup(text: str, *, inline: bool = False, root: Path | None = None) -> str:
    """Return MyST ``text`` as HTML, without a paragraph around it if ``inline``.

    ``root`` is the project whose claims and positions are named (default: see ``project_root``); raises
    UnknownId for one that is not there. HTML in the text is shown as text.
    """
    parser, env = _parser(), {"root": root}
    html = parser.renderInline(text.strip(), env) if inline else parser.render(text, env)
    return str(html).strip()


def in_markdown(text: str, root: Path | None = None) -> str:
    """Return MyST ``text`` as Markdown that any notebook shows; ``root`` as for ``markup``."""

    def words(found: re.Match[str]) -> str:
        before = _ROLE.sub("", found.string[: found.start()])
        return within(_plain(found[1], found[2], root), before)

    return _ROLE.sub(words, text.strip())


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    parser.use(myst_role_plugin)
    parser.use(
        dollarmath_plugin,
        allow_space=False,
        renderer=lambda content, options: convert(
            content, display="block" if options.get("display_mode") else "inline"
        ),
    )
    parser.add_render_rule(
        "myst_role",
        lambda _, tokens, i, __, env: escape(
            within(
                _plain(tokens[i].meta["name"], tokens[i].content, env.get("root")),
                "".join(token.content for token in tokens[:i] if token.type == "text"),
            ),
            quote=False,
        ),
    )
    return parser


def _plain(name: str, content: str, root: Path | None) -> str:
    """Return what a reader sees of a role, in words that stand where the page has a link."""
    titled = _TITLED.fullmatch(content)
    if titled and titled[1]:
        return titled[1]
    if name in _PLAIN:
        return _PLAIN[name](content, root)
    return content


def within(words: str, before: str) -> str:
    """Return a reference's words, without brackets of its own where the text before has opened some."""
    inside = before.count("(") > before.count(")")
    return words.removeprefix("(").removesuffix(")") if inside and words.startswith("(") else words


def _cited(keys: str, root: Path | None) -> str:
    """Return who published what is cited and when, as the book's own references say it."""
    known = publications(root)
    found = re.split(r"\s*,\s*", keys.strip())
    return "; ".join(_label(known[key]) if key in known else key for key in found)


def _label(publication: Any) -> str:
    persons = publication.persons.get("author") or publication.persons.get("editor") or []
    names = [" ".join(map(str, (*person.rich_prelast_names, *person.rich_last_names))) for person in persons]
    who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    return ", ".join(filter(None, [who, publication.fields.get("year", "")]))


_PLAIN: dict[str, Callable[[str, Path | None], str]] = {
    "claim": lambda content, root: claim(content, root).reference,
    "position": lambda content, root: position(content, root).reference,
    "numref": lambda content, root: word("figure"),
    "cite": lambda content, root: f"({_cited(content, root)})",
}
