"""A glossary term whose translation is none of those that the glossary allows, or one that it forbids. Korean particles and
spacing do not matter, nor do English plurals and endings; a sentence that leaves the term out is not reported where the
sentence beside it has the translation.

Bad:  (glossary: 전기차 → electric vehicle)  전기차 보조금은 …  |  The electric car subsidy …
Good: (glossary: 전기차 → electric vehicle)  전기차 보조금은 …  |  Subsidies for electric vehicles …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.checks.context import Article, Term
from align.checks.value_findings import finding
from align.lang import language
from align.lang.ko.tokens import SUFFIXES
from align.model import Document, Finding
from align.tags import primary

RULE = "term-conflict"
FOLLOWING = "|".join(sorted(map(re.escape, {*SUFFIXES, "씨", "들"}), key=len, reverse=True))


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each bead with a glossary term that is rendered otherwise."""
    alignment = article.alignment
    for term in article.knowledge.terms:
        sought = _pattern(term.source, alignment.source.lang)
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


def _pattern(term: str, lang: str) -> re.Pattern[str]:
    """What finds a source term as a word of its own, whatever its spacing and, in Korean, its particle."""
    body = r"\s?".join(map(re.escape, term.split())) if " " in term else re.escape(term)
    if primary(lang) == "ko":
        return re.compile(rf"(?<![가-힣])({body})(?={FOLLOWING}|[^가-힣]|$)")
    return re.compile(rf"(?<!\w)({body})(?:s|es|['’]s)?(?!\w)", re.IGNORECASE)


def _found(document: Document, indices: Sequence[int], form: str) -> tuple[int, int] | None:
    """Where some segments have a form, its words in their regular endings; None where they do not."""
    if primary(document.lang) != "en":
        for j in indices:
            segment = document.segments[j]
            found = re.search(
                re.escape(form).replace(r"\ ", r"\s?"), document.text[segment.start : segment.end], re.IGNORECASE
            )
            if found:
                return segment.start + found.start(), segment.start + found.end()
        return None
    stem = language("en").part("tokens").stem
    wanted = [stem(word.lower()) for word in re.findall(r"\w+", form)]
    for j in indices:
        segment = document.segments[j]
        words = list(re.finditer(r"\w+", document.text[segment.start : segment.end]))
        stems = [stem(word[0].lower()) for word in words]
        for k in range(len(stems) - len(wanted) + 1):
            if stems[k : k + len(wanted)] == wanted:
                return segment.start + words[k].start(), segment.start + words[k + len(wanted) - 1].end()
    return None
