"""What is wrong with an exercise or an assignment, in words for the person who can mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

Loc = tuple[str | int, ...]
"""The way to a value inside an exercise, as in ``("options", 2, "feedback")``; positions count from 0."""

_ONE = {
    "boxes": "box",
    "checklist": "checklist sentence",
    "extra": "extra text",
    "rests_on": "rests_on entry",
    "rubric": "criterion",
    "shown": "shown position",
}


@dataclass(frozen=True)
class Fault:
    """One mistake: where in the exercise, and a message that ends in the remedy."""

    loc: Loc
    message: str


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake in a file of the project: ``file`` as seen from the project root, ``line`` from 1."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class BankError(ValueError):
    """Files of exercises or assignments have mistakes; the message lists every one, a line each."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))


def near(name: str, names: Iterable[str]) -> str:
    """Return ``did you mean 'a' or 'b'?``, or what there is to choose from where nothing is near."""
    choice = list(names)
    found = get_close_matches(name, choice, n=2, cutoff=0.6)
    if found:
        return f"did you mean {' or '.join(map(repr, found))}?"
    return f"there are {', '.join(choice)}" if choice else "there are none"


def place(loc: Loc) -> str:
    """Name a place as people count: ``("options", 2, "feedback")`` is ``option 3, feedback``."""
    words: list[str] = []
    for step in loc:
        if isinstance(step, int):
            plural = words.pop() if words else "exercises"
            words.append(f"{_ONE.get(plural, plural.removesuffix('s'))} {step + 1}")
        else:
            words.append(step)
    return ", ".join(words)


def from_pydantic(error: ErrorDetails, model: type[BaseModel], whole: str = "the exercise") -> Fault:
    """Put one of pydantic's errors about ``model`` into our words, with the remedy.

    ``whole`` is what to call that of which ``model`` is the shape.
    """
    loc: Loc = tuple(error["loc"])
    value, context = error["input"], error.get("ctx", {})
    what = place(loc)
    match error["type"]:
        case "missing":
            owner = place(loc[:-1]) or whole
            return Fault(loc[:-1], f"{owner} has no {loc[-1]}: {_remedy(model, loc)}")
        case "extra_forbidden":
            owner = place(loc[:-1]) or whole
            known = _fields(_model_at(model, loc[:-1]))
            return Fault(loc, f"{owner} has an unknown key {loc[-1]!r}: {near(str(loc[-1]), known)}")
        case "literal_error":
            return Fault(loc, f"{what} is {value!r}: {near(str(value), _choices(model, loc))}")
        case "bool_type":
            return Fault(loc, f"{what} is {_seen(value)}: write true or false")
        case "int_type" | "int_from_float":
            return Fault(loc, f"{what} is {_seen(value)}, not a whole number: write digits alone")
        case "finite_number" | "float_type":
            return Fault(
                loc, f"{what} is {_seen(value)}, not a number: write digits with a point, such as 11.2"
            )
        case "list_type":
            return Fault(
                loc,
                f"{what} is {_seen(value)}, not a list: begin each line with a dash",
            )
        case "model_type":
            first = next(iter(_fields(_model_at(model, loc))))
            return Fault(loc, f"{what} is {_seen(value)}: write its keys below it, such as '{first}: …'")
        case "dict_type":
            return Fault(loc, f"{what} is {_seen(value)}: write its keys below it, such as 'text: …'")
        case "greater_than":
            return Fault(loc, f"{what} is {_seen(value)}: it must be more than {context['gt']:g}")
        case "greater_than_equal":
            return Fault(loc, f"{what} is {_seen(value)}: it must be at least {context['ge']:g}")
        case "less_than_equal":
            return Fault(loc, f"{what} is {_seen(value)}: it must be at most {context['le']:g}")
        case "blank":
            return Fault(loc, f"{what} is empty: {_remedy(model, loc)}")
        case "string_type" if value is None:
            return Fault(loc, f"{what} is empty: {_remedy(model, loc)}")
        case "string_type" if isinstance(value, list | dict):
            return Fault(
                loc, f"{what} is {_seen(value)}, not text: put it in quotes, or write it after a '|'"
            )
        case "string_type":
            return Fault(loc, f"{what} is {_seen(value)}, not text: put it in quotes")
        case "too_short":
            return Fault(
                loc,
                f"{what} has {context['actual_length']}, and needs {context['min_length']}: add more",
            )
        case "too_long":
            return Fault(loc, f"{what} has more than the {context['max_length']} allowed: split {whole}")
        case "value_error":
            return Fault(loc, f"{what} is {_seen(value)}: {context['error']}")
        case _:
            return Fault(loc, f"{what} is {_seen(value)}: {error['msg'][:1].lower()}{error['msg'][1:]}")


def _seen(value: object) -> str:
    match value:
        case None:
            return "empty"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case dict():
            return "a set of keys"
        case _:
            return f"the text {value!r}"


def _remedy(model: type[BaseModel], loc: Loc) -> str:
    owner, name = _model_at(model, loc), next(step for step in reversed(loc) if isinstance(step, str))
    parent = _model_at(model, loc[: loc.index(name)])
    for candidate in (parent, owner):
        field = _fields(candidate).get(name)
        if field is not None and field.description:
            return str(field.description)
    return "write it"


def _choices(model: type[BaseModel], loc: Loc) -> Sequence[str]:
    field = _fields(_model_at(model, loc[:-1])).get(str(loc[-1]))
    annotation = field.annotation if field else None
    return [str(value) for value in get_args(annotation)] if get_origin(annotation) is Literal else []


def _fields(model: type[BaseModel]) -> Mapping[str, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """Return the innermost model on the way ``loc``."""
    for step in loc:
        field = _fields(model).get(step) if isinstance(step, str) else None
        inner = next(_models_in(field.annotation), None) if field else None
        model = inner or model
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models of a list of them, optional or not."""
    for arg in get_args(annotation):
        if isinstance(arg, type) and issubclass(arg, BaseModel):
            yield arg
        else:
            yield from _models_in(arg)
