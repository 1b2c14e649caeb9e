"""One name spelt two ways, or not as the house does.

What it does: A person, place or body is followed through the article, and held against the house's list of names
(--ledger). The spelling that the article has more often, or first, is taken for the right one. A surname alone,
another case, a hyphen or an ending (Russia, Russian) is no other spelling.

Why it matters: Two spellings read as two persons, and a search finds half of the articles.

Known limits: Of two spellings that come as often the later one is told. A place that has two names (Mumbai, Bombay)
may be told as well. Each article may spell a name its own way; the house's list tells.

Bad:  리선권 위원장은 … 리 위원장은 …  |  Chairman Ri Son-gwon … Chairman Lee said …
Good: 리선권 위원장은 … 리 위원장은 …  |  Chairman Ri Son-gwon … Ri said …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.checks.context import Article
from align.checks.name_findings import finding, mismatched
from align.checks.rule import Rule
from align.model import Finding
from align.names import coined
from align.names.drift import drifts
from align.names.inventory import Names
from align.names.pronouns import respelt_families
from align.names.slips import changed

RULE = Rule(
    __name__,
    __doc__,
    severity="warning",
    place=12,
    mqm="Terminology/Inconsistent use of terminology",
    planted=("name_spelling", "name_wrong", "term_inconsistent"),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each rendering that is spelt otherwise than the house or the rest of the article spells the name."""
    if article.names is None:
        return
    seen = set()
    for found in _house(article, article.names):
        seen.add(found.target or found.source)
        yield found
    for drift in drifts(article.names):
        link = drift.link
        found = finding(
            article,
            RULE,
            "warning",
            f"{drift.part} for {link.name}, which is {drift.usual} elsewhere",
            link.bead,
            link.heard,
            link.spelt,
            drift.usual,
            link.name,
        )
        if (found.target or found.source) not in seen:
            yield found
    for bead, spelt, form, link in respelt_families(article.names):
        message = f"{form} for {link.name}, which is {link.family} elsewhere"
        yield finding(article, RULE, "warning", message, bead, None, spelt, link.family, link.name)
    for bead, spelt, form, link in changed(article.names):
        message = f"{form} for {link.name}, which is {link.form} elsewhere"
        yield finding(article, RULE, "warning", message, bead, None, spelt, link.form, link.name)
    for slip in coined.slips(article.names) if article.names.hearing.searches else ():
        message = f"{slip.form} for {slip.name}, which is {slip.usual} elsewhere"
        yield finding(article, RULE, "warning", message, slip.bead, slip.heard, slip.spelt, slip.usual, slip.name)
    for miss in mismatched(article):
        if miss.misspelt:
            yield finding(
                article,
                RULE,
                "warning",
                f"{miss.name} is {miss.expected} elsewhere",
                miss.bead,
                miss.heard,
                miss.spelt,
                miss.expected,
                miss.name,
            )


def _house(article: Article, names: Names) -> Iterator[Finding]:
    """Renderings that the house's list of names does not have; a part of a form (a surname) will do."""
    house = {term.source.replace(" ", ""): term.target for term in article.knowledge.names}
    if not house:
        return
    spelling = names.hearing.spelling
    for links in names.links:
        for link in links:
            forms = house.get(link.name) or house.get(link.written)
            if not forms:
                continue
            allowed = {spelling.plain(part) for form in forms for part in (form, *re.split(r"\s", form))}
            own = spelling.plain(link.form)
            if own not in allowed and not any(spelling.derived(own, form) for form in allowed):
                yield finding(
                    article,
                    RULE,
                    "warning",
                    f"{link.form} for {link.name}, which the house spells {' or '.join(forms)}",
                    link.bead,
                    link.heard,
                    link.spelt,
                    forms[0],
                    link.name,
                )
