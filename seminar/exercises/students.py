"""A student's id: a pseudonym or a number, typed by hand and not always alike."""

from __future__ import annotations

import re
import unicodedata

from seminar.exercises.numbers import WHITE

# Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari, Thai, Georgian, Hangul, kana: on their forms
# and small letters every version of Unicode agrees. Of others a newer one may think otherwise.
_SETTLED = re.compile(
    r"[\u0000-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u052f\u0531-\u0556\u0559-\u058a\u0591-\u05c7"
    r"\u05d0-\u05ea\u0600-\u06ff\u0900-\u097f\u0e01-\u0e3a\u0e3f-\u0e5b\u10d0-\u10ff"
    r"\u1100-\u11ff\u1c90-\u1cba\u1cbd-\u1cbf\u1e00-\u1fff\u3041-\u3096\u3099-\u30ff\uac00-\ud7a3]+"
)


def normal(student_id: str) -> str:
    """Return an id as it counts: without white space around it, in NFC, in small letters.

    Characters outside the scripts of ``_SETTLED`` stay as typed, for browsers and Pythons differ on new ones.
    """
    return _SETTLED.sub(_small, student_id.strip(WHITE))


def _small(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[0]).lower()
