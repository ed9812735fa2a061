"""What an instructor reads of a class: one HTML file, whole in itself, without scripts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from seminar.grading.frame import page, phrase, phrases, table, typed
from seminar.grading.pictures import Bar, Spot, bars, histogram, item_map
from seminar.grading.questions import Question, Questions
from seminar.grading.statistics import (
    MOST_NUMBERS,
    SMALL,
    ClassStatistics,
    ExerciseStatistics,
    Flag,
    Group,
    Version,
    decimal,
    percent,
    share,
)
from seminar.surfaces.figures import labelled
from seminar.surfaces.words import number, word

_STATES = (
    "answered",
    "unanswered",
    "withheld",
    "to-mark",
    "changed",
    "other-variant",
    "malformed",
    "elsewhere",
)
_FEW = 10
"""Of fewer students Cronbach's alpha is any number."""
_MOST_LISTED = 8
"""Common wrong numbers, and students of one group, that are named."""
_MOST_GROUPS = 50
_MOST_FLAGS = 3
"""Of an exercise's flags, those that stand at the head too."""
_MAP = ("report.exercise", "report.answered", "report.difficulty", "report.discrimination")


def report(
    statistics: ClassStatistics,
    questions: Questions,
    rejected: Mapping[str, int],
) -> str:
    """Return the report on a class; ``rejected`` counts files that gave nobody a mark by their reasons."""
    title = word("report.title", title=questions.title)
    body = [
        f"<header><h1>{escape(title)}</h1>\n",
        f'<p class="note">{phrase("report.private")}</p>\n',
        _facts(statistics, rejected),
        "</header>\n",
    ]
    if statistics.students:
        flags = statistics.flags()
        body += [
            _look(statistics, questions, flags),
            _totals(statistics),
            _map(statistics, questions),
            *(
                _exercise(place, each, questions, [flag for flag in flags if flag.exercise == each.id])
                for place, each in enumerate(statistics.exercises, start=1)
            ),
            _same_answers(statistics.alike()),
            _method(),
        ]
    else:
        body.append(f"<p>{phrase('report.nobody')}</p>\n")
    return page(title, "".join(body), _STYLE)


# -- the class


def _facts(statistics: ClassStatistics, rejected: Mapping[str, int]) -> str:
    points = word("points", n=number(statistics.of / 100))
    lines = [
        phrase("report.students", n=statistics.students),
        phrase("report.exercises.of", n=len(statistics.exercises), points=points),
    ]
    if rejected:
        reasons = ", ".join(f"{reason} {n}" for reason, n in sorted(rejected.items()))
        link = '<a href="rejected.csv">rejected.csv</a>'
        listed = phrase("report.rejected.list", link="\0").replace("\0", link)
        lines.append(f"{phrase('report.rejected', n=sum(rejected.values()))} ({escape(reasons)}), {listed}")
    if statistics.waiting:
        lines.append(phrase("report.waiting", n=statistics.waiting))
    if statistics.beside:
        lines.append(phrase("report.beside", n=statistics.beside))
    items = "".join(f"<li>{line}</li>" for line in lines)
    small = ""
    if 1 < statistics.students < SMALL:
        chance = decimal((statistics.students - 1) ** -0.5)
        small = f'<p class="care">{phrase("report.small", n=statistics.students, chance=chance)}</p>\n'
    return f'<ul class="facts" aria-label="{phrase("report.facts")}">{items}</ul>\n{small}'


def _look(statistics: ClassStatistics, questions: Questions, flags: Sequence[Flag]) -> str:
    rows = []
    for place, each in enumerate(statistics.exercises, start=1):
        own = [flag for flag in flags if flag.exercise == each.id]
        if own:
            lines = [escape(flag.sentence, quote=False) for flag in own[:_MOST_FLAGS]]
            if len(own) > _MOST_FLAGS:
                lines.append(phrase("report.look.more", n=len(own) - _MOST_FLAGS))
            said = "".join(f"<li>{line}</li>" for line in lines)
            name = f'<a href="#exercise-{place}">{place}. {escape(questions.question(each.id).title)}</a>'
            rows.append(f"<li>{name}<ul>{said}</ul></li>")
    listed = f'<ul class="look">{"".join(rows)}</ul>\n<p class="note">{phrase("report.look.why")}</p>'
    return _section("report.look", listed if rows else f"<p>{phrase('report.look.none')}</p>")


def _totals(statistics: ClassStatistics) -> str:
    of = number(statistics.of / 100)
    mean, deviation = statistics.mean(), statistics.deviation()
    assert mean is not None
    found = bars(statistics.totals, statistics.of)
    points = word("report.points.so-far" if statistics.waiting else "report.points")
    low, high = min(statistics.totals) / 100, max(statistics.totals) / 100
    alt = word(
        "report.totals.alt",
        n=statistics.students,
        low=number(low),
        high=number(high),
        of=of,
        median=_short(statistics.quantile(0.5)),
    )
    if deviation is None:
        summary = phrase("report.totals.one", mean=_short(mean), of=of)
    else:
        summary = phrase(
            "report.totals.summary",
            mean=decimal(mean),
            deviation=decimal(deviation),
            lower=_short(statistics.quantile(0.25)),
            upper=_short(statistics.quantile(0.75)),
            of=of,
        )
    rows = [[escape(_span(bar, bar is found[-1])), str(bar.n)] for bar in found]
    listed = table([escape(points), phrase("report.students.axis")], rows)
    return _section(
        "report.totals",
        f"<p>{summary}</p>\n<figure>{labelled(histogram(found, points), alt)}</figure>\n"
        f"<details><summary>{phrase('report.numbers')}</summary>{listed}</details>\n<p>{_alpha(statistics)}</p>\n",
    )


def _alpha(statistics: ClassStatistics) -> str:
    found = statistics.reliability()
    if found is None:
        return phrase("report.alpha.none")
    if found.n < _FEW:
        return phrase("report.alpha.few", n=_FEW)
    if found.alpha < 0:
        return phrase("report.alpha.below", k=found.exercises, n=found.n)
    return phrase(
        "report.alpha",
        alpha=decimal(found.alpha),
        k=found.exercises,
        n=found.n,
        error=decimal(found.error),
    )


def _span(bar: Bar, last: bool) -> str:
    key = "report.range.last" if last else "report.range"
    return word(key, low=number(bar.low), high=number(bar.high))


def _short(value: float | None) -> str:
    return "" if value is None else number(value)


def _map(statistics: ClassStatistics, questions: Questions) -> str:
    spots, rows, chances = [], [], []
    for place, each in enumerate(statistics.exercises, start=1):
        difficulty, found = each.difficulty, each.discrimination
        if difficulty is not None and found is not None:
            spots.append(Spot(str(place), difficulty, found.value))
            chances.append(found.chance)
        rows.append(
            [
                f'<a href="#exercise-{place}">{place}. {escape(questions.question(each.id).title)}</a>',
                str(each.states["answered"]),
                _share(difficulty),
                phrase("report.none") if found is None else decimal(found.value),
            ]
        )
    listed = table(phrases(*_MAP), rows)
    picture = f"<p>{phrase('report.map.none')}</p>"
    if spots:
        below = sum(spot.y < 0 for spot in spots)
        alt = word("report.map.alt", n=len(spots), below=below)
        picture = (
            f"<figure>{labelled(item_map(spots, max(chances)), alt)}"
            f"<figcaption>{phrase('report.map.read')}</figcaption></figure>"
        )
    return _section("report.map", f"{picture}\n{listed}")


def _share(value: float | None) -> str:
    return phrase("report.none") if value is None else escape(word("report.share", n=percent(value)))


def _section(key: str, html: str) -> str:
    return f"<section>\n<h2>{phrase(key)}</h2>\n{html}</section>\n"


# -- an exercise


def _exercise(place: int, each: ExerciseStatistics, questions: Questions, flags: Sequence[Flag]) -> str:
    question = questions.question(each.id)
    facts = [question.type.replace("-", " "), word("points", n=number(each.of / 100))]
    if each.variants:
        facts.append(word("report.variants", n=each.variants))
    said = "".join(f"<li>{escape(flag.sentence, quote=False)}</li>" for flag in flags)
    states = "; ".join(
        word(f"report.state.{state}", n=each.states[state]) for state in _STATES if each.states[state]
    )
    reached, answered, r = each.difficulty, each.of_those_who_answered, each.discrimination
    numbers = []
    if reached is not None and answered is not None:
        numbers.append(word("report.reached", share=percent(reached), answered=percent(answered)))
    if each.of:
        numbers.append(
            word("report.discriminates.not")
            if r is None
            else word("report.discriminates", r=decimal(r.value), chance=decimal(r.chance))
        )
    return (
        f'<section class="exercise" id="exercise-{place}">\n'
        f"<h2>{place}. {escape(question.title)}</h2>\n"
        f'<p class="note">{escape(" · ".join(facts))} · <code>{escape(each.id)}</code></p>\n'
        + (f'<ul class="look">{said}</ul>\n' if said else "")
        + f"<p>{escape(states)}.</p>\n<p>{escape(' '.join(numbers))}</p>\n"
        + _answers(each, questions)
        + "</section>\n"
    )


def _answers(each: ExerciseStatistics, questions: Questions) -> str:
    """Return the questions with what was answered: one for all, or version by version where they differ."""
    if not each.variants:
        question = questions.question(each.id)
        return _prompt(question) + _outcomes(each, each.together, question)
    rows = []
    parts: list[str] = []
    asked: list[Question] = []
    of = each.of
    for variant, version in sorted(each.versions.items(), key=lambda found: found[0] or 0):
        assert variant is not None
        rows.append([str(variant + 1), str(version.answered), _share(share(version, of))])
        question = questions.question(each.id, variant)
        asked.append(question)
        name = escape(word("paper.variant", n=variant + 1))
        parts.append(
            f"<details><summary>{name}</summary>"
            f"{_prompt(question)}{_outcomes(each, version, question)}</details>\n"
        )
    heads = phrases("report.version", "report.answered", "report.difficulty")
    if not rows:
        return _prompt(questions.question(each.id))
    together = _outcomes(each, each.together, asked[0]) if _alike(asked) else ""
    return together + table(heads, rows) + "".join(parts)


def _alike(asked: Sequence[Question]) -> bool:
    """Return whether these versions offer the same answers, so that one table can count them together."""
    offered = {str((each.rule, each.options, each.items, each.targets, each.sought)) for each in asked}
    return len(offered) == 1


def _prompt(question: Question) -> str:
    return f'<div class="prompt">{question.shown["prompt"]}</div>\n'


def _outcomes(each: ExerciseStatistics, version: Version, question: Question) -> str:
    kind = each.rule["kind"]
    if kind == "by-hand":
        return _by_hand(version, question)
    if kind not in _TABLES or not each.keyed:
        return f'<p class="note">{phrase("report.opinion")}</p>\n'
    return _TABLES[kind](version, question)


def _chosen(group: Group, version: Version) -> list[str]:
    """Return how many did it, of those who answered, and what they reached elsewhere."""
    return [_part(group.n, version), _share(group.mean if group.known else None)]


def _part(n: int, version: Version) -> str:
    share = percent(n / version.answered) if version.answered else "0"
    width = round(100 * n / version.answered) if version.answered else 0
    bar = f'<span class="bar" style="--part:{width}%"></span>'
    return f'{bar}<span class="part">{phrase("report.part", share=share, n=n)}</span>'


def _right() -> str:
    return f'<strong class="right"><span aria-hidden="true">✓ </span>{phrase("report.right")}.</strong> '


def _feedback(html: str | None) -> str:
    return f'<div class="said">{html}</div>' if html else ""


def _choices(version: Version, question: Question) -> str:
    rows = []
    for i, (text, right, said) in enumerate(
        zip(question.options, question.rule["correct"], question.sealed["feedback"]["options"], strict=True)
    ):
        answer = f"{i + 1}. {_right() if right else ''}{text}{_feedback(said)}"
        rows.append([answer, *_chosen(version.group("option", i), version)])
    nothing = version.group("nothing")
    if nothing.n:
        rows.append([phrase("report.nothing"), *_chosen(nothing, version)])
    return table(phrases("report.answer", "report.taken", "report.elsewhere"), rows)


def _bands(version: Version, question: Question) -> str:
    feedback = question.sealed["feedback"]
    rows = []
    for i, (band, said) in enumerate(zip(question.rule["bands"], feedback["bands"], strict=True)):
        answer = f"{i + 1}. {_right() if band['credit'] == 100 else ''}{escape(_band(band))}"
        rows.append(
            [
                f"{answer} {escape(question.unit)}{_feedback(said)}",
                *_chosen(version.group("band", i), version),
            ]
        )
    other = version.group("band")
    rows.append([phrase("report.other-number") + _feedback(feedback["otherwise"]), *_chosen(other, version)])
    common = [
        word("report.common.one", number=each.replace("-", "\N{MINUS SIGN}"), n=n)
        for each, n in sorted((version.numbers or {}).items(), key=lambda found: (-found[1], found[0]))
        if n > 1
    ]
    note = ""
    if version.numbers is None:
        note = phrase("report.common.many", most=MOST_NUMBERS)
    elif common:
        note = phrase("report.common", numbers=", ".join(common[:_MOST_LISTED]))
    listed = table(phrases("report.answer", "report.given", "report.elsewhere"), rows)
    return listed + (f'<p class="note">{note}</p>' if note else "")


def _band(band: dict[str, str | None]) -> str:
    low, high = (
        None if band[end] is None else str(band[end]).replace("-", "\N{MINUS SIGN}") for end in ("from", "to")
    )
    if low is None:
        return word("report.band.up-to", high=high)
    if high is None:
        return word("report.band.from", low=low)
    return low if low == high else word("report.band.span", low=low, high=high)


def _assign(version: Version, question: Question) -> str:
    rows = []
    for i, (text, key) in enumerate(zip(question.items, question.rule["key"], strict=True)):
        if key is None:
            rows.append([f"{i + 1}. {text}", "", phrase("report.own")])
            continue
        given = [
            (target, version.group("item", i, target), target in key)
            for target in range(len(question.targets))
        ]
        right = sum(group.n for _, group, hit in given if hit)
        put = "".join(
            f"<li>{target + 1}. {_right() if hit else ''}{question.targets[target]} "
            f"{_part(group.n, version)}</li>"
            for target, group, hit in given
            if group.n or hit
        )
        rows.append([f"{i + 1}. {text}", _part(right, version), f'<ul class="put">{put}</ul>'])
    return table(phrases("report.item", "report.right.by", "report.put"), rows)


def _order(version: Version, question: Question) -> str:
    rows = [
        [f"{i + 1}. {text}", _part(version.group("places", i).n, version)]
        for i, text in enumerate(question.items)
    ]
    return table(phrases("report.place", "report.right.by"), rows)


def _series(version: Version, question: Question) -> str:
    rows = [
        [escape(x), _part(version.group("inside", i).n, version)] for i, x in enumerate(question.shown["xs"])
    ]
    return table(phrases("report.moment", "report.right.by"), rows)


def _by_hand(version: Version, question: Question) -> str:
    """Return of each criterion how many answers a person gave each level; a note before any has one."""
    rows = []
    for i, sought in enumerate(question.sought.values()):
        given = [(level, version.level(i, label)) for label, level in sought.levels.items()]
        marked = sum(n for _, n in given)
        reached = sum(level.points * n for level, n in given)
        share = reached / marked / sought.points if marked and sought.points else None
        put = "".join(
            f"<li>{phrase('points', n=number(level.points / 100))}: {level.text} {_part(n, version)}</li>"
            for level, n in given
        )
        if marked:
            rows.append([f"{i + 1}. {sought.asks}", _share(share), f'<ul class="put">{put}</ul>'])
    heads = phrases("feedback.criterion", "report.difficulty", "report.levels")
    return table(heads, rows) if rows else f'<p class="note">{phrase("report.by-hand")}</p>\n'


_TABLES: dict[str, Callable[[Version, Question], str]] = {
    "choices": _choices,
    "bands": _bands,
    "assign": _assign,
    "order": _order,
    "series": _series,
}


# -- what concerns the whole


def _same_answers(groups: Sequence[Sequence[str]]) -> str:
    if not groups:
        return _section("report.alike", f"<p>{phrase('report.alike.none')}</p>\n")
    rows = []
    for students in groups[:_MOST_GROUPS]:
        names = [typed(student) for student in students[:_MOST_LISTED]]
        more = len(students) - _MOST_LISTED
        if more > 0:
            names.append(phrase("report.alike.more", n=more))
        rows.append(
            f"<li>{phrase('report.alike.group', students=chr(0)).replace(chr(0), ', '.join(names))}</li>"
        )
    more = len(groups) - _MOST_GROUPS
    if more > 0:
        rows.append(f"<li>{phrase('report.alike.more', n=more)}</li>")
    return _section(
        "report.alike", f'<ul>{"".join(rows)}</ul>\n<p class="note">{phrase("report.alike.why")}</p>\n'
    )


def _method() -> str:
    parts = "".join(
        f"<p>{phrase(f'report.method.{part}')}</p>\n"
        for part in ("difficulty", "discrimination", "elsewhere", "alpha")
    )
    return _section("report.method", parts)


_STYLE = """
.care { padding: .5rem .8rem; border-left: 3px solid var(--seminar-accent); }
.look > li { margin-bottom: .4rem; break-inside: avoid; }
figure { margin: .6rem 0; }
figure svg { display: block; width: 100%; max-width: 34rem; height: auto;
  font-family: system-ui, sans-serif; }
.bar { display: block; width: 100%; min-width: 3.5rem; max-width: 7rem; height: .4rem;
  margin: .45rem 0 .15rem;
  background: linear-gradient(to right, var(--seminar-accent) var(--part), var(--seminar-grid) var(--part)); }
.part { white-space: nowrap; }
.put { min-width: 9rem; padding: 0; list-style: none; }
.put li { margin-bottom: .35rem; }
summary { padding: .2rem 0; cursor: pointer; }
@media print {
  details::details-content { content-visibility: visible; block-size: auto; }
  .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
