"""Another address, telephone number, version or article.

What it does: Addresses of pages and mail, telephone numbers, versions, articles of laws and designations (KF-21, ISO
9001) are copied, not translated: the two sides are compared as they stand. +82-2-398-0000 is 02-398-0000, www. and
the page's language are let go, and 제9조 2항 is Article 9, Clause 2.

Why it matters: A wrong digit in a telephone number rings at a stranger's, a wrong letter in an address is a dead link,
and both pass every reader who does not try them.

Known limits: An address or number that is altogether another (the desk's own) is no finding, nor one that a side
leaves out.

Bad:  문의는 02-123-4567로 한다.  |  Call 02-123-4576 for inquiries.
Good: 문의는 02-123-4567로 한다.  |  Call +82-2-123-4567 for inquiries.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import conflicting
from align.model import Finding, Mention
from align.values import Code

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=24,
    mqm="Accuracy/Mistranslation",
    planted=("number_wrong", "magnitude_wrong", "code_wrong"),
    since="0.2.0",
)
COPIED = frozenset(("url", "mail", "handle", "phone", "number", "designation"))
"""Families that both sides write in the same letters."""


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each code in whose place another one stands."""
    for found in article.conflicts:
        a, b = found.source.value, found.target.value
        if isinstance(a, Code) and isinstance(b, Code):
            yield conflicting(
                article,
                RULE,
                found,
                "error",
                f"{found.source.text}; the translation says {found.target.text}",
                _expected(found.source, a),
            )


def _expected(source: Mention, code: Code) -> str:
    """What the target should say; "" where that is another word in each language."""
    if code.family == "version":
        return code.text
    return source.text if code.family in COPIED and source.text.isascii() else ""
