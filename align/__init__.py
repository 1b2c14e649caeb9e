"""Align a Korean article with its English translation, check the pair, and build translation memories.

    import align

    article = align.read("treaty.ko.txt", date="2024-11-05")
    alignment = align.pair(article, "treaty.en.txt")
    report = align.check(alignment)
    for finding in report:
        print(finding)
    alignment.save("treaty.tmx")
    report.save("report.html")

Nothing here prints, exits or reads standard input. What is wrong with an input is an AlignError that says where, what and what
to do; a warning is a line in the `notes` of the document, alignment or report that it is about.
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # type checkers take it for True; typing itself would be a third of `import align`

if TYPE_CHECKING:
    from align.api import build as build
    from align.api import check as check
    from align.api import explain as explain
    from align.api import pair as pair
    from align.articles import read as read
    from align.checks.rule import Rule as Rule
    from align.corpus.whole import Built as Built
    from align.corpus.whole import Progress as Progress
    from align.errors import AlignError as AlignError
    from align.errors import FormatError as FormatError
    from align.errors import InputError as InputError
    from align.errors import OutputError as OutputError
    from align.model import Alignment as Alignment
    from align.model import Bead as Bead
    from align.model import Document as Document
    from align.model import Fact as Fact
    from align.model import Finding as Finding
    from align.model import Mention as Mention
    from align.model import Place as Place
    from align.model import Replacement as Replacement
    from align.model import Report as Report
    from align.model import Segment as Segment
    from align.model import Unit as Unit
    from align.model import Witness as Witness
    from align.session import Session as Session

WHERE = {
    "align.api": "build check explain pair",
    "align.articles": "read",
    "align.session": "Session",
    "align.model": "Alignment Bead Document Fact Finding Mention Place Replacement Report Segment Unit Witness",
    "align.checks.rule": "Rule",
    "align.corpus.whole": "Built Progress",
    "align.errors": "AlignError FormatError InputError OutputError",
}
"""Module -> the names that come from it; each is imported when it is asked for, so that `import align` costs nothing."""

__all__ = [
    "AlignError",
    "Alignment",
    "Bead",
    "Built",
    "Document",
    "Fact",
    "Finding",
    "FormatError",
    "InputError",
    "Mention",
    "OutputError",
    "Place",
    "Progress",
    "Replacement",
    "Report",
    "Rule",
    "Segment",
    "Session",
    "Unit",
    "Witness",
    "__version__",
    "build",
    "check",
    "explain",
    "pair",
    "read",
]

if not TYPE_CHECKING:  # for a type checker only the names above are there

    def __getattr__(name: str) -> object:
        from importlib import import_module

        for module, names in WHERE.items():
            if name in names.split():
                found = getattr(import_module(module), name)
                globals()[name] = found
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
