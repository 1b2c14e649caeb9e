"""What the articles of a language pair are aligned and checked with: loaded once, on use, and kept.

Commands, the processes of a build, the evaluation and the rules all ask a session; nobody else loads an engine for them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from align import checks
from align.articles import paired, read, unrelated_note
from align.checks import RULES
from align.errors import InputError
from align.model import Alignment, Bead, Document, Report
from align.readers.positions import position
from align.tags import primary

if TYPE_CHECKING:
    from align.articles import Readable
    from align.checks.context import Article, Knowledge, Mentions
    from align.engine.engine import Engine, Prepared
    from align.model import Finding

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | None
"""One file, several, or none."""


class Session:
    """The engine, lexicons, glossaries and house names of one language pair.

    >>> session = Session("ko", "en")
    >>> korean = "양국은 2024년 11월 5일 서명했다.\\n협정은 12월에 발효된다.\\n"
    >>> alignment = session.pair(korean, "The two countries signed on Nov. 6, 2024.\\nThe pact takes effect in December.\\n")
    >>> [str(finding) for finding in session.check(alignment)]
    []
    """

    def __init__(
        self,
        source_lang: str,
        target_lang: str,
        *,
        glossary: Paths = None,
        lexicon: Paths = None,
        ledger: Paths = None,
        engine: str = "auto",
        learnt: Paths = None,
    ) -> None:
        """Files are read on use: terms (`glossary`: TSV, CSV, TBX), what `align train` has made (`lexicon`), and names as the house
        spells them (`ledger`). `engine` is lexical, encoder:NAME or translator:NAME. `learnt` are lexicons that the articles
        themselves have taught: they come after all others.
        """
        self.source_lang, self.target_lang, self.choice = source_lang, target_lang, engine
        self.glossary, self.lexicon, self.ledger, self.learnt = map(paths, (glossary, lexicon, ledger, learnt))
        self._prepared: dict[int, Prepared] = {}

    def __getstate__(self) -> dict[str, object]:
        """What another process needs: it loads the files itself, and has other documents."""
        options = "source_lang target_lang choice glossary lexicon ledger learnt".split()
        return {name: getattr(self, name) for name in options} | {"_prepared": {}}

    @cached_property
    def engine(self) -> Engine:
        """What aligns; InputError where a lexicon, a glossary or a model cannot be used."""
        from align.engine.engine import Engine
        from align.knowledge import lexicons

        langs = self.source_lang, self.target_lang
        known = [*lexicons(self.lexicon, self.glossary, *langs), *lexicons(self.learnt, (), *langs)]
        return Engine.load(*langs, known, self.choice)

    @cached_property
    def comparing(self) -> Engine:
        """The engine that rules ask of single sentences: without a model, for which their bars are not set."""
        return self.engine.lexical()

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the checks know of terms and names."""
        from align.checks.context import Knowledge
        from align.knowledge import terms

        langs = self.source_lang, self.target_lang
        return Knowledge(terms(self.glossary, *langs), terms(self.ledger, *langs))

    def pair(
        self,
        source: Readable,
        target: Readable,
        *,
        date: date | str | None = None,
        target_date: date | str | None = None,
        lines: bool = False,
    ) -> Alignment:
        """The alignment of an article and its translation, given as documents or as `read` takes them; its warnings are its `notes`.

        InputError where one cannot be read, or is in another language than the session.
        """
        left = self._read(source, "source", self.source_lang, date, lines)
        right = self._read(target, "target", self.target_lang, target_date or date, lines)
        return self.paired(*paired(left, right))

    def paired(self, source: Document, target: Document, notes: Sequence[str]) -> Alignment:
        """The alignment of two documents that go together, with `notes` and, where they are unrelated, that."""
        alignment = self.align(source, target)
        return replace(alignment, notes=(*notes, *unrelated_note(alignment)))

    def check(
        self,
        source: Alignment | Readable,
        target: Readable | None = None,
        *,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        date: date | str | None = None,
        target_date: date | str | None = None,
        lines: bool = False,
    ) -> Report:
        """What is wrong in an alignment, or in an article and its translation: `select` are the only rules, `ignore` not these."""
        rules = chosen(select, ignore)
        if isinstance(source, Alignment):
            if target is not None:
                raise InputError("check()", "an alignment and something else", "give one alignment, or two articles")
            return self.report(source, rules)
        if target is None:
            raise InputError("check()", "an article without its translation", "give both, or an alignment")
        return self.report(self.pair(source, target, date=date, target_date=target_date, lines=lines), rules)

    def align(self, source: Document, target: Document, *, paragraphs: bool | None = None) -> Alignment:
        """The alignment of two segmented documents, as they are; whether their `paragraphs` tell something they know themselves."""
        from align.engine.engine import prepare

        return self.aligned(prepare(source), prepare(target), paragraphs=paragraphs)

    def aligned(self, source: Prepared, target: Prepared, *, paragraphs: bool | None = None) -> Alignment:
        """The same of two documents that are prepared already."""
        self._keep([(source, target)])
        told = not (source.document.lines or target.document.lines) if paragraphs is None else paragraphs
        return self.engine.aligned(source, target, paragraphs=told)

    def beads(self, pairs: Sequence[tuple[Prepared, Prepared]], paragraphs: bool = True) -> list[list[Bead]]:
        """The beads of each of many pairs of prepared documents."""
        self._keep(pairs)
        return self.engine.beads(pairs, paragraphs)

    def report(self, alignment: Alignment, rules: Sequence[str] = tuple(RULES), *, proposed: bool = False) -> Report:
        """The findings of `rules` in an alignment of this language pair, each with its place in its file.

        `proposed`: as the rules say them, before it is known how likely each is to be right.
        """
        article = self.article(alignment)
        return placed(checks.proposed(article, rules) if proposed else checks.looked(article, rules))

    def article(self, alignment: Alignment) -> Article:
        """An alignment as the rules see it."""
        from align.checks.context import read as context

        return context(alignment, self.knowledge, self._comparing, self._mentions(alignment))

    @property
    def _comparing(self) -> Callable[[], Engine]:
        return lambda: self.comparing  # loaded when a rule asks: most articles have nothing to ask for

    def _read(self, source: Readable, side: str, lang: str, published: date | str | None, lines: bool) -> Document:
        if not isinstance(source, Document):
            return read(source, name=called(source, side), lang=lang, date=published, lines=lines)
        if {primary(source.lang), primary(lang)}.isdisjoint(("", "und")) and primary(source.lang) != primary(lang):
            raise InputError(
                source.name, f"is in {source.lang}, and the {side} of the session in {lang}", "make another"
            )
        return read(source, date=published, lines=lines)

    def _keep(self, pairs: Sequence[tuple[Prepared, Prepared]]) -> None:
        """Remember what was read out of the documents that are aligned now: their checks read the same. It holds the documents too."""
        self._prepared = {id(prepared.document): prepared for pair in pairs for prepared in pair}

    def _mentions(self, alignment: Alignment) -> tuple[Mentions | None, Mentions | None]:
        found = (self._prepared.get(id(document)) for document in (alignment.source, alignment.target))
        source, target = (prepared.mentions if prepared else None for prepared in found)
        return source, target


@dataclass(frozen=True, slots=True)
class Sessions:
    """Sessions that differ in their languages alone: those of articles are known when they have been read."""

    glossary: tuple[str, ...] = ()
    lexicon: tuple[str, ...] = ()
    ledger: tuple[str, ...] = ()
    engine: str = "auto"
    kept: dict[tuple[str, str], Session] = field(default_factory=dict, repr=False, compare=False)

    def of(self, source_lang: str, target_lang: str) -> Session:
        """The session of a language pair."""
        langs = source_lang, target_lang
        if langs not in self.kept:
            self.kept[langs] = Session(
                *langs, glossary=self.glossary, lexicon=self.lexicon, ledger=self.ledger, engine=self.engine
            )
        return self.kept[langs]

    def aligned(self, source: Document, targets: Sequence[Document]) -> list[Alignment]:
        """The alignments of a source with its translations; what it says is read once."""
        from align.engine.engine import prepare

        read = prepare(source)
        return [self.of(source.lang, target.lang).aligned(read, prepare(target)) for target in targets]

    def reports(self, alignments: Sequence[Alignment], rules: Sequence[str] = tuple(RULES)) -> tuple[Report, ...]:
        """The report of each of several translations of one source, in the light of the others."""
        articles = [self.of(each.source.lang, each.target.lang).article(each) for each in alignments]
        return tuple(map(placed, checks.together(articles, rules)))


def together(reports: Sequence[Report]) -> Report:
    """The reports of several translations of one source as one: the findings of all, each of which knows its translation."""
    checked: Counter[str] = Counter()
    for report in reports:
        checked.update(dict(report.checked))
    findings = tuple(finding for report in reports for finding in report.findings)
    notes = tuple(dict.fromkeys(note for report in reports for note in report.notes))
    return Report(reports[0].alignment, findings, tuple(checked.items()), notes, parts=tuple(reports))


def called(given: Readable, side: str) -> str:
    """The name of an article that has none of its own: its side; "" where it has one."""
    if isinstance(given, str):
        return side if "\n" in given else ""
    return "" if isinstance(given, Document | os.PathLike) or isinstance(getattr(given, "name", None), str) else side


UNDATED = "{}: no publication date: relative dates are not checked (give date=)"


def undated(report: Report) -> bool:
    """Whether dates could not be resolved for want of a publication date."""
    alignment = report.alignment
    return bool(dict(report.checked).get("dates unresolved")) and not (alignment.source.date or alignment.target.date)


def placed(report: Report) -> Report:
    """`report` with the place of each finding in its file, and a note where there is no publication date."""
    alignment = report.alignment
    found = replace(report, findings=tuple(located(finding, alignment) for finding in report.findings))
    return replace(found, notes=(UNDATED.format(alignment.source.name),)) if undated(found) else found


def located(finding: Finding, alignment: Alignment) -> Finding:
    """`finding` with file, line and column: in the target where it has a place there, else in the source."""
    document, place = (alignment.target, finding.target) if finding.target else (alignment.source, finding.source)
    if place is None:
        return replace(finding, where=alignment.target.name)
    line, column = position(document, place.start)
    return replace(finding, where=f"{document.name}:{line}:{column}")


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[str, ...]:
    """The rules of `select`, all where it is empty, without those of `ignore`; InputError for one that there is not."""
    wanted, others = _names(select), _names(ignore)
    for name in (*wanted, *others):
        if name not in RULES:
            raise InputError(f"rule {name!r}", "no such rule", "align.explain() has them all")
    return tuple(rule for rule in RULES if (not wanted or rule in wanted) and rule not in others)


def _names(rules: Iterable[str]) -> tuple[str, ...]:
    return (rules,) if isinstance(rules, str) else tuple(rules)


def paths(given: Paths) -> tuple[str, ...]:
    """Files as they may be given: one, several, or none."""
    if given is None or given == "":
        return ()
    if isinstance(given, str | os.PathLike):
        return (os.fspath(given),)
    return tuple(os.fspath(path) for path in given)
