"""``marks.jsonl``: a line for each student and exercise, from which any score can be worked out anew."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from seminar.exercises.submission import Key, Marked
from seminar.grading.gradebook import decimal
from seminar.grading.records import Row, points
from seminar.grading.rubrics import script_code

# Beside what would break a line for some readers, what turns the direction of writing, and halves of letters.
_SPELLED = re.compile("[\u0080-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


class Explained:
    """Writes the lines of students for one assignment."""

    def __init__(self, key: Key) -> None:
        self._rules = {
            (marking.exercise, k if marking.varied else None): _json(asked.rule)
            for marking in key.markings
            for k, asked in enumerate(marking.asked)
        }

    def lines(self, row: Row) -> str:
        """Return a student's lines.

        Each is a JSON object: ``student``, ``receipt`` (of the file that counts) and ``exercise``;
        ``variant``, or null; ``points``, null where a person has to give them, and ``of``, in points;
        ``reason`` (see ``submission.Marked``); ``rule``, by which ``marking.mark`` gives these points (in
        hundredths) to ``response``; and ``detail``, what it says besides (see ``marking.Mark``). The last
        three are null where nothing was marked.
        """
        whose = f'{{"student": {_json(row.student)}, "receipt": {_json(row.receipt)}'
        return "".join(self._line(whose, row, each) for each in row.marks)

    def _line(self, whose: str, row: Row, each: Marked) -> str:
        head = f'{whose}, "exercise": "{each.exercise}", "variant": {_plain(each.variant)}, '
        got = "null" if (known := points(each)) is None else decimal(known)
        head += f'"points": {got}, "of": {decimal(each.of)}, "reason": "{each.reason}", '
        if each.mark is None:
            return head + '"rule": null, "response": null, "detail": null}\n'
        rule = self._rules[each.exercise, each.variant]
        last = _json({"response": row.responses[each.exercise], "detail": each.mark.detail})
        return f'{head}"rule": {rule}, {last[1:]}\n'


def writers(file: Path, codes: Collection[str]) -> dict[str, str]:
    """Return who wrote the scripts of these codes, as ids were typed, where an earlier ``marks.jsonl`` tells.

    Without such a file, or of lines that are not its own, it tells nothing. Raises OSError where it cannot
    be read.
    """
    found: dict[str, str] = {}
    if not file.is_file():
        return found
    last = ""
    with file.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            known = _WHOSE.match(line)
            if known and known["receipt"] != last:
                last = known["receipt"]
                code = script_code(last)
                if code in codes:
                    found[code] = json.loads(known["student"], strict=False)
    return found


_WHOSE = re.compile(
    r'\{"student": (?P<student>"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-f]{4})*"), "receipt": "(?P<receipt>[^"\\]*)"'
)


def _plain(number: int | None) -> str:
    return "null" if number is None else str(number)


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def _json(value: Any) -> str:
    text = _ENCODER.encode(value)
    if text.isascii():
        return text
    return _SPELLED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
