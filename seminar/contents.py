"""The book's table of contents, ``_toc.yml``: its pages in reading order, and room for one more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError

from seminar.paths import project_root

FILE = Path("_toc.yml")


class BadContents(ValueError):  # noqa: N818 - it names what the author wrote
    """The table of contents cannot be read; ``line`` and ``problem`` say where and why."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"{FILE}:{line}: {problem}")
        self.line, self.problem = line, problem


@dataclass(frozen=True)
class Page:
    """A page by its name without ending, the caption of its part, and its line in the file, from 1."""

    name: str
    part: str
    line: int


def pages(root: Path | None = None) -> tuple[Page, ...]:
    """Return the book's pages in reading order, none without a table of contents. Raises BadContents."""
    file = (root or project_root()) / FILE
    return _pages(file, file.stat().st_mtime_ns) if file.is_file() else ()


@lru_cache(maxsize=8)
def _pages(file: Path, _changed: int) -> tuple[Page, ...]:
    return tuple(_walk(_loaded(file.read_text(encoding="utf-8")), ""))


def with_page(text: str, name: str, part: str, before: str) -> str:
    """Return the text of a table of contents with the page ``name`` as the last of ``part``.

    All else stays as it is, comments too. A part that is not there is made, before the part ``before`` or at
    the end. Raises BadContents.
    """
    top = _loaded(text)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    parts = top.get("parts")
    if not isinstance(parts, CommentedSeq) or not parts:
        raise BadContents(1, "no parts: give the book's pages parts, each with a caption and chapters")
    captions = [each.get("caption") if isinstance(each, Mapping) else None for each in parts]
    if part in captions:
        chapters = parts[captions.index(part)].get("chapters")
        if not isinstance(chapters, CommentedSeq) or not chapters:
            raise BadContents(_line(parts, captions.index(part)), f"the part {part!r} has no chapters")
        first = _line(chapters, 0)
        dash = lines[first - 1].index("-")
        place = _last(chapters)
        added = [f"{' ' * dash}- file: {name}\n"]
    else:
        here = captions.index(before) if before in captions else None
        place = _last(parts) if here is None else _line(parts, here) - 1
        indent = " " * lines[_line(parts, 0) - 1].index("-")
        added = [
            f"{indent}- caption: {part}\n",
            f"{indent}  chapters:\n",
            f"{indent}    - file: {name}\n",
        ]
    made = "".join([*lines[:place], *added, *lines[place:]])
    assert name in {page.name for page in _walk(_loaded(made), "")}
    return made


def _loaded(text: str) -> CommentedMap:
    try:
        found = YAML(typ="rt", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        raise BadContents(
            mark.line + 1 if mark else 1, f"not valid YAML: {error.problem}: mend it here or just above"
        ) from error
    if not isinstance(found, CommentedMap):
        raise BadContents(1, "no table of contents: begin with 'format: jb-book' and 'root: …'")
    return found


def _walk(node: Any, part: str) -> Iterator[Page]:
    if isinstance(node, CommentedSeq):
        for child in node:
            yield from _walk(child, part)
    elif isinstance(node, CommentedMap):
        own = str(node.get("caption", part))
        for key in ("root", "file"):
            if key in node:
                yield Page(str(node[key]).removesuffix(".md"), own, node.lc.key(key)[0] + 1)
        for key in ("parts", "chapters", "sections"):
            yield from _walk(node.get(key), own)


def _line(sequence: CommentedSeq, position: int) -> int:
    """Return the line on which an entry of a list begins, from 1."""
    line: int = sequence.lc.item(position)[0]
    return line + 1


def _last(node: Any) -> int:
    """Return the last line, from 1, on which anything of a list or mapping stands."""
    found: list[int] = [node.lc.line + 1]
    if isinstance(node, CommentedMap):
        found += [node.lc.key(key)[0] + 1 for key in node]
    children = list(node.values()) if isinstance(node, CommentedMap) else list(node)
    found += [_last(child) for child in children if isinstance(child, CommentedMap | CommentedSeq)]
    return max(found)
