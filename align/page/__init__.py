"""One self-contained page of aligned articles: side by side, with what was found, and a reader's decisions made in it.

It reads without JavaScript; with it, it filters, moves by key, and edits beads. Nothing is loaded from anywhere: the
content security policy allows the one style sheet and the one script by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType
from typing import IO

from align.model import Report
from align.page.article import article, findings
from align.page.markup import attribute
from align.page.together import together
from align.reports.facts import sets
from align.triage.decisions import Decisions

SCRIPTS = ("beads.js", "decisions.js", "view.js", "filter.js", "dialogs.js", "page.js")
"""One program, in the order of reading: the values, what is kept of them, what is shown, and the keys at last."""


def write(
    reports: Sequence[Report],
    out: IO[bytes],
    decisions: Decisions | None = None,
    rules: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """The page of all pairs, one below the other; translations of one source before that side by side.

    The reader goes on from `decisions`; `rules` says of each rule what it is about.
    A report in which nothing was checked is an alignment to look at: it gets no findings column.
    """
    style = _read("page.css")
    script = "(() => {\n" + "\n".join(_read(name) for name in SCRIPTS) + "})();\n"
    title = reports[0].alignment.source.title or reports[0].alignment.source.name if reports else "align"
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    out.write(
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{attribute(title)}</title>\n<style>{style}</style></head>\n<body>\n".encode("utf-8", "replace")
    )
    out.write(_read("controls.html").encode())
    heads = {numbers[0]: numbers for numbers in sets(reports) if len(numbers) > 1}
    for number, report in enumerate(reports):
        if numbers := heads.get(number):
            own = [reports[k] for k in numbers]
            out.write(together(own, [findings(reports[k], k) for k in numbers]).encode("utf-8", "replace"))
        out.write(article(report, number, decisions, rules).encode("utf-8", "replace"))
    out.write(f"<script>{script}</script>\n</body></html>\n".encode())


def _read(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """As a policy names an element: of all that is between its tags."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
