"""Names in Chinese and Russian, each marked with its language, for screen readers and fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docutils import nodes

from seminar.surfaces.words import word

TAGS = {
    "zh": ("zh-Hans", "zh-Latn-pinyin"),
    "ru": ("ru", "ru-Latn"),
    "uk": ("uk", "uk-Latn"),
}
"""Language of a name: the tags (BCP 47) of its original and of its romanisation."""

Name = tuple[str, str, str]
"""A language, the original and its romanisation."""


def names(row: Mapping[str, str]) -> list[Name]:
    """Return the Chinese and the Russian form of a term or an institution, as far as they are known."""
    forms = [("zh", row["chinese"], row["pinyin"]), ("ru", row["russian"], row["transliteration"])]
    return [form for form in forms if form[1]]


def unchecked(languages: str) -> str:
    """Return the words for the languages (``zh; ru``) in which a name is left out; none for none."""
    if not languages:
        return ""
    both = word("book.and")
    listed = f" {both} ".join(word(f"book.language.{language}") for language in languages.split("; "))
    return word("book.name.unchecked", languages=listed)


def in_its_language(text: str, tag: str, *classes: str) -> nodes.inline:
    """Return a text marked with the tag of its language."""
    return nodes.inline(text, text, classes=[f"language-{tag}", *classes])


def shown(forms: list[Name]) -> Iterator[nodes.Node]:
    """Yield each form as it is written, and how it is read."""
    for number, (language, original, romanised) in enumerate(forms):
        written, read = TAGS[language]
        if number:
            yield nodes.Text(" · ")
        yield in_its_language(original, written, "seminar-original")
        yield nodes.Text(" ")
        yield in_its_language(romanised, read, "seminar-romanised")
