"""Which elements of HTML have no end, and which stand apart from the sentence around them."""

from __future__ import annotations

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset(
    (
        "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th blockquote pre "
        "figure figcaption address hr br body html details summary tbody thead"
    ).split()
)
