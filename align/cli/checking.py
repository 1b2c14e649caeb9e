"""From the inputs of `align check` to reports, in this process or several: warnings and faults are kept, and told in order."""

from __future__ import annotations

import io
import os
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from align import knowledge
from align.articles import Reading
from align.checks import RULES
from align.checks import run as run_rules
from align.checks.context import Knowledge
from align.cli import warnings as articles
from align.errors import AlignError, FormatError, unexpected
from align.files import load, shown
from align.formats import FORMATS, of_file
from align.model import Alignment, Bead, Document, Finding, Report
from align.triage.decisions import Decisions

if TYPE_CHECKING:
    from align.engine.engine import Engine
    from align.names.table import Row

FILES = tuple(name for name, found in FORMATS.items() if found.read)
"""Formats that hold alignments."""


@dataclass(frozen=True, slots=True)
class Task:
    """An article pair, or a file of alignments where `target` is ""."""

    source: str
    target: str = ""
    date: date | None = None
    """Of [[pairs]]: where the files themselves have none."""
    listed: bool = False
    """The pair is one of align.toml, whose translation may not be there yet."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for all inputs."""

    source_lang: str | None = None
    target_lang: str | None = None
    published: date | None = None
    target_published: date | None = None
    date: date | None = None
    """Where nothing else tells."""
    lines: bool = False
    lexicons: tuple[str, ...] = ()
    glossaries: tuple[str, ...] = ()
    ledger: str = ""
    rules: tuple[str, ...] = tuple(RULES)
    decisions: Decisions | None = None
    alone: bool = True
    """There is one input: decisions that are not about it are worth a note."""
    names: bool = False
    """The names are asked for, and no findings."""
    engine: str = "lexical"


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with the files it is about."""

    report: Report
    paths: tuple[str, str]
    """As reports show them."""
    key: tuple[str, str]
    """By which the pair is known from one run to the next: two paths, or a file and the document in it."""
    inside: bool = False
    """`key` names a document in a file."""
    names: tuple[Row, ...] = ()

    def with_report(self, report: Report) -> Checked:
        return replace(self, report=report)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an input."""

    checked: tuple[Checked, ...] = ()
    notes: str = ""
    """Lines for stderr."""
    error: str = ""


@dataclass(slots=True)
class Checker:
    """Checks inputs one by one; what is loaded for one language pair stays."""

    settings: Settings
    engines: dict[tuple[str, str], Engine] = field(default_factory=dict)
    known: dict[tuple[str, str], Knowledge] = field(default_factory=dict)

    def check(self, task: Task) -> Result:
        """The reports of an input, or what kept it from being read."""
        notes = io.StringIO()
        error = ""
        found: tuple[Checked, ...] = ()
        try:
            with redirect_stderr(notes):
                found = tuple(self._pair(task) if task.target else self._file(task.source))
        except AlignError as fault:
            error = str(fault)
        except RecursionError:
            error = f"{task.source}: the input is nested too deeply"
        except Exception as fault:  # what is wrong with one input must not stop the others
            if os.environ.get("ALIGN_DEBUG"):
                traceback.print_exc(file=notes)
            error = f"{task.source}: {unexpected(fault)}"
        return Result(found, notes.getvalue(), error)

    def _pair(self, task: Task) -> Iterator[Checked]:
        paths = shown(PurePath(task.source).as_posix()), shown(PurePath(task.target).as_posix())
        s = self.settings
        if task.listed and not Path(task.target).exists():
            source = articles.article(task.source, s.source_lang, s.published, s.lines)
            yield Checked(_missing(source, task.target, s.rules), paths, paths)
            return
        how = Reading(s.source_lang, s.target_lang, s.published, s.target_published, task.date or s.date, s.lines)
        left, right = articles.pair(task.source, task.target, how)
        alignment = self._engine(left.lang, right.lang).align(left, right, paragraphs=not s.lines)
        articles.warn_unrelated(alignment)
        yield self._checked(alignment, paths, paths, "" if task.target == "-" else task.target)

    def _file(self, path: str) -> Iterator[Checked]:
        s = self.settings
        name = shown(PurePath(path).as_posix())
        for alignment in read(path, s.source_lang or "", s.target_lang or ""):
            left, right = (
                replace(document, lang=lang or document.lang)
                for document, lang in ((alignment.source, s.source_lang), (alignment.target, s.target_lang))
            )
            left, right = _dated((left, right), s.published, s.target_published, s.date)
            names = dict.fromkeys((left.name, right.name))
            # of a memory or XLIFF both sides lie in the one file; an alignment file has the lines of the articles
            paths = (left.name, right.name) if of_file(path) == "json" else (name, name)
            found = self._checked(replace(alignment, source=left, target=right), paths, (name, " | ".join(names)))
            yield replace(found, inside=True)

    def _checked(self, alignment: Alignment, paths: tuple[str, str], key: tuple[str, str], target: str = "") -> Checked:
        s = self.settings
        if s.decisions and (s.alone or s.decisions.on(alignment)):
            from align.triage.decisions import apply

            alignment, notes = apply(alignment, s.decisions)
            _warn(notes)
        langs = alignment.source.lang, alignment.target.lang
        if s.names:
            return Checked(Report(alignment, (), ()), paths, key, names=self._names(alignment))
        report = run_rules(alignment, self._knowledge(*langs), s.rules)
        if dict(report.checked).get("dates unresolved") and not (alignment.source.date or alignment.target.date):
            articles.warn(f"{alignment.source.name}: no publication date: relative dates are not checked (give --date)")
        if target:
            from align.readers import decoded
            from align.triage.silence import inline

            report, notes = inline(report, decoded(load(target), target), s.rules, paths[1])
            _warn(notes)
        if s.decisions:
            from align.triage.decisions import silence

            report = silence(report, s.decisions)
        return Checked(report, paths, key)

    def _names(self, alignment: Alignment) -> tuple[Row, ...]:
        """The table of the names of an article, () where neither or both sides are Korean."""
        from align.checks.context import read as article
        from align.names.table import table

        langs = alignment.source.lang, alignment.target.lang
        names = article(alignment, self._knowledge(*langs)).names
        return tuple(table(alignment, names, self._engine(*langs).lexicons)) if names else ()

    def _engine(self, source: str, target: str) -> Engine:
        from align.engine.engine import Engine

        if (source, target) not in self.engines:
            s = self.settings
            added = knowledge.lexicons(s.lexicons, s.glossaries, source, target)
            self.engines[source, target] = Engine.load(source, target, added, s.engine)
        return self.engines[source, target]

    def _knowledge(self, source: str, target: str) -> Knowledge:
        if (source, target) not in self.known:
            terms = partial(knowledge.terms, source=source, target=target)
            s = self.settings
            self.known[source, target] = Knowledge(terms(s.glossaries), terms([s.ledger] if s.ledger else []))
        return self.known[source, target]


def read(path: str, source: str, target: str) -> list[Alignment]:
    """The alignments of a file; FormatError where it has none."""
    reader = FORMATS[of_file(path) or "json"].read
    assert reader
    found = reader(load(path), path, source, target)
    if not found:
        raise FormatError(path, "no alignment in it")
    short = PurePath(path).name
    return [replace(a, source=_named(a.source, path, short), target=_named(a.target, path, short)) for a in found]


def _named(document: Document, path: str, short: str) -> Document:
    return replace(document, name=short) if document.name == path else document


def _dated(
    pair: tuple[Document, Document], published: date | None, translated: date | None, default: date | None
) -> tuple[Document, Document]:
    """Both documents with the dates of the options, else with their own, else with that of align.toml."""
    source = replace(pair[0], date=published or pair[0].date or default)
    return source, replace(pair[1], date=translated or published or pair[1].date or source.date)


def _missing(source: Document, target: str, rules: Sequence[str]) -> Report:
    """The report of an article without its translation: one finding, of the rule `omission`."""
    beads = tuple(Bead((i,), ()) for i in range(len(source.segments)))
    name = PurePath(target).name
    finding = Finding("omission", "error", "the translation is missing", None, None, 0, 1.0, value="missing")
    empty = Document(name, "", "")
    return Report(Alignment(source, empty, beads), (finding,) if "omission" in rules else (), ())


def _warn(notes: Iterable[str]) -> None:
    for note in notes:
        articles.warn(note)
