"""A glossary term rendered otherwise than allowed.

What it does: It looks for a rendering that the glossary allows, and for those that it forbids. Korean particles and
spacing do not matter, nor do English plurals and endings. A sentence that leaves the term out is for information
where the sentence beside it has the translation.

Why it matters: A house that has a glossary wants one word for one thing.

Known limits: Where a term stands twice in a sentence, one right rendering is enough.

Bad:  (glossary: 전기차 → electric vehicle)  전기차 보조금은 …  |  The electric car subsidy …
Good: (glossary: 전기차 → electric vehicle)  전기차 보조금은 …  |  Subsidies for electric vehicles …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.checks.context import Article, Term
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.lang import language
from align.model import Document, Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=41,
    mqm="Terminology/Inconsistent with terminology resource",
    given=True,
    planted=("name_wrong", "term_inconsistent"),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each bead with a glossary term that is rendered otherwise."""
    alignment = article.alignment
    pattern = language(alignment.source.lang).part("terms").pattern
    for term in article.knowledge.terms:
        sought = pattern(term.source)
        for number, bead in enumerate(alignment.beads):
            if not bead.target:
                continue
            for i in bead.source:
                segment = alignment.source.segments[i]
                match = sought.search(alignment.source.text, segment.start, segment.end)
                if match:
                    yield from _judged(article, term, number, match.span(1))
                    break


def _judged(article: Article, term: Term, number: int, span: tuple[int, int]) -> Iterator[Finding]:
    alignment = article.alignment
    target = alignment.target
    here = alignment.beads[number].target
    wanted = " | ".join(term.target)
    for form in term.forbidden:
        found = _found(target, here, form)
        if found and not any(_found(target, here, good) and form.lower() in good.lower() for good in term.target):
            yield finding(
                article,
                RULE,
                "error",
                f"{term.source} is not to be {form}: the glossary has {wanted}",
                number,
                span,
                found,
                expected=term.target[0] if term.target else "",
                value=term.source,
            )
            return
    if not term.target or any(_found(target, here, form) for form in term.target):
        return
    beside = [j for k in (number - 1, number + 1) if 0 <= k < len(alignment.beads) for j in alignment.beads[k].target]
    near = any(_found(target, beside, form) for form in term.target)
    yield finding(
        article,
        RULE,
        "info" if near else "error",
        f"the glossary has {wanted} for {term.source}",
        number,
        span,
        (target.segments[here[0]].start, target.segments[here[-1]].end),
        expected=term.target[0],
        value=term.source,
    )


def _found(document: Document, indices: Sequence[int], form: str) -> tuple[int, int] | None:
    """Where some segments have a form; None where they do not."""
    find = language(document.lang).part("terms").find
    for j in indices:
        segment = document.segments[j]
        if found := find(document.text[segment.start : segment.end], form):
            return segment.start + found[0], segment.start + found[1]
    return None
