"""align.toml: what a project says once instead of on every command line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, NoReturn

from align.checks import RULES, SEVERITIES
from align.errors import FormatError
from align.tags import canonical, parse
from align.triage.severity import advice

LANG = "{lang}"
"""What in a target stands for each language of target-lang."""
STARS = re.compile(r"\*+")
FINGERPRINT = re.compile(r"[0-9a-f]{16}")
CHECK = "select ignore fail-on min-probability severity silence per-file-ignores"
"""The keys of [check]."""
NUMBER = re.compile(r"[0-9a-fA-Fxob_]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Articles and their translations: two paths, relative to the file's folder; * and ** of `source` fill those of `target`.

    An entry of several translations is a pair for each, all of one `line`.
    """

    source: str
    target: str
    date: date | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Silence:
    """A finding that is not to be shown, by its fingerprint, and why."""

    fingerprint: str
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Ignored:
    """Rules whose findings are not to be shown in some files."""

    files: str
    """A path relative to the file's folder, with * and **; of the source or the translation."""
    rules: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Config:
    """What align.toml has; paths are as it has them, relative to its folder."""

    name: str = ""
    source_lang: str | None = None
    target_langs: tuple[str, ...] = ()
    """One that all translations are in, or several, which {lang} in [[pairs]] stands for."""
    glossary: tuple[str, ...] = ()
    lexicon: tuple[str, ...] = ()
    ledger: str | None = None
    baseline: str | None = None
    decisions: str | None = None
    engine: str | None = None
    date: date | None = None
    pairs: tuple[Pair, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    severity: Mapping[str, str] = field(default_factory=dict)
    silence: tuple[Silence, ...] = ()
    min_probability: float = 0.0
    per_file_ignores: tuple[Ignored, ...] = ()

    @property
    def target_lang(self) -> str | None:
        """The language of all translations; None where there are several, or none is given."""
        return self.target_langs[0] if len(self.target_langs) == 1 else None


def read(data: bytes, name: str) -> Config | None:
    """The configuration of align.toml, or of [tool.align] in pyproject.toml: None where there is no such table.

    FormatError names the line of an unknown key, a wrong value or bad TOML.
    """
    import tomllib  # on use: most runs have no project

    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        values = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError(f"{name}:{line}", "not UTF-8", "TOML is UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r" \(at (?:line (\d+)|end)[^)]*\)", str(error))
        line = int(at[1]) if at and at[1] else data.rstrip().count(b"\n") + 1
        raise FormatError(f"{name}:{line}", f"not TOML: {str(error).split(' (at ')[0].lower()}") from error
    except ValueError:
        raise FormatError(f"{name}:{_longest_number(text)}", "a number of more digits than can be read") from None
    prefix: tuple[str, ...] = ()
    if name.replace("\\", "/").endswith("pyproject.toml"):
        prefix = ("tool", "align")
        tools = values.get("tool")
        if not isinstance(tools, dict) or "align" not in tools:
            return None
        values = tools["align"]
    try:
        return _Reader(text, name, prefix).config(values)
    except ValueError:  # a hexadecimal number that is read and cannot be shown
        raise FormatError(f"{name}:{_longest_number(text)}", "a number of more digits than can be shown") from None


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    name: str
    prefix: tuple[str, ...]

    def config(self, values: Any) -> Config:
        keys = "source-lang target-lang glossary lexicon ledger baseline decisions engine date pairs check"
        top = self.table(values, (), keys.split())
        check = self.table(top.get("check", {}), ("check",), CHECK.split())
        severity = self.table(check.get("severity", {}), ("check", "severity"), tuple(RULES))
        for rule in severity:
            self.one_of(severity, ("check", "severity"), rule, SEVERITIES)
        return Config(
            self.name,
            self.tag(top, "source-lang"),
            self.tags(top, "target-lang"),
            self.strings(top, (), "glossary"),
            self.strings(top, (), "lexicon"),
            self.string(top, (), "ledger"),
            self.string(top, (), "baseline"),
            self.string(top, (), "decisions"),
            self.string(top, (), "engine"),
            self.date(top, (), "date"),
            tuple(
                pair
                for i, value in enumerate(self.tables(top, (), "pairs"))
                for pair in self.pairs(value, ("pairs", i), top)
            ),
            self.rules(check, "select"),
            self.rules(check, "ignore"),
            self.one_of(check, ("check",), "fail-on", SEVERITIES),
            severity,
            tuple(
                self.silence(v, ("check", "silence", i))
                for i, v in enumerate(self.tables(check, ("check",), "silence"))
            ),
            self.share(check, ("check",), "min-probability"),
            tuple(self.ignored(check)),
        )

    def pairs(self, value: Any, where: tuple[str | int, ...], top: dict[str, Any]) -> Iterator[Pair]:
        """A pair for each translation of an entry: `target` is a path or a list of them, {lang} in it each of target-lang."""
        self.table(value, where, ("source", "target", "date"))
        source = self.required(value, where, "source")
        several = isinstance(value.get("target"), list) and value["target"]
        given = self.strings(value, where, "target") if several else (self.required(value, where, "target"),)
        targets = [target for each in given for target in self.filled(each, where, top)]
        for target in targets:
            if STARS.findall(source) != STARS.findall(target):
                self.fail(
                    (*where, "target"),
                    "its * and ** are not those of source",
                    "each of source fills one of target, in order",
                )
        day, line = self.date(value, where, "date"), self.line((*where, "source"))
        yield from (Pair(source, target, day, line) for target in dict.fromkeys(targets))

    def filled(self, target: str, where: tuple[str | int, ...], top: dict[str, Any]) -> Iterator[str]:
        """A path for each language that {lang} stands for, as target-lang has it; the path itself where there is none in it."""
        if LANG not in target:
            yield target
            return
        if not self.tags(top, "target-lang"):
            self.fail((*where, "target"), f"{LANG} without a target-lang", 'target-lang = ["en", "ja"], say')
        given = top["target-lang"]
        yield from (target.replace(LANG, lang) for lang in ([given] if isinstance(given, str) else given))

    def silence(self, value: Any, where: tuple[str | int, ...]) -> Silence:
        self.table(value, where, ("fingerprint", "reason"))
        fingerprint, reason = (self.required(value, where, key) for key in ("fingerprint", "reason"))
        if not FINGERPRINT.fullmatch(fingerprint):
            self.fail(
                (*where, "fingerprint"), f"{fingerprint!r} is no fingerprint", "--format json shows those of findings"
            )
        return Silence(fingerprint, reason, self.line((*where, "fingerprint")))

    def ignored(self, check: dict[str, Any]) -> Iterator[Ignored]:
        where = ("check", "per-file-ignores")
        table = check.get("per-file-ignores", {})
        if not isinstance(table, dict):
            self.fail(where, "a table is expected", '"letters/**" = ["omission"]')
        for files in table:
            rules = self.strings(table, where, files)
            for rule in rules:
                if rule not in RULES:
                    self.fail((*where, files), f"no rule {rule!r}", advice(rule), rule)
            yield Ignored(files, rules, self.line((*where, files)))

    def table(self, value: Any, where: tuple[str | int, ...], known: Collection[str]) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.fail(where, "a table is expected")
        for key in value:
            if key not in known:
                near = get_close_matches(key, known, 1)
                self.fail(
                    (*where, key),
                    f"unknown key {key!r}",
                    f"nearest: {near[0]}" if near else f"known: {', '.join(known)}",
                )
        return value

    def tables(self, table: dict[str, Any], where: tuple[str | int, ...], key: str) -> list[Any]:
        value = table.get(key, [])
        if not isinstance(value, list):
            self.fail((*where, key), f"{key} has to be a list of tables", f"[[{'.'.join(map(str, (*where, key)))}]]")
        return value

    def string(self, table: dict[str, Any], where: tuple[str | int, ...], key: str) -> str | None:
        value = table.get(key)
        if value is not None and not (isinstance(value, str) and value.strip()):
            self.fail((*where, key), f"{key} has to be a text in quotation marks")
        return value

    def tag(self, table: dict[str, Any], key: str) -> str | None:
        value = self.string(table, (), key)
        if value is None:
            return None
        if parse(value) is None:
            self.fail((key,), f"{value!r} is no language tag", "ko, en or pt-BR, say")
        return canonical(value)

    def tags(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        """One language tag, or a list of them."""
        given = table.get(key)
        if not isinstance(given, list):
            found = self.tag(table, key)
            return (found,) if found else ()
        return tuple(filter(None, (self.tag({key: value}, key) for value in given)))

    def required(self, table: dict[str, Any], where: tuple[str | int, ...], key: str) -> str:
        value = self.string(table, where, key)
        if value is None:
            names = ".".join(part for part in where if isinstance(part, str))
            self.fail((*where, next(iter(table), key)), f"[[{names}]] without a {key}")
        return value

    def strings(self, table: dict[str, Any], where: tuple[str | int, ...], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail((*where, key), f"{key} has to be a list of texts", f'{key} = ["…"]')
        return tuple(value)

    def rules(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        found = self.strings(table, ("check",), key)
        for rule in found:
            if rule not in RULES:
                self.fail(("check", key), f"no rule {rule!r}", advice(rule), rule)
        return found

    def one_of(
        self, table: dict[str, Any], where: tuple[str | int, ...], key: str, known: Collection[str]
    ) -> str | None:
        value = table.get(key)
        if value is not None and value not in known:
            self.fail((*where, key), f"{key} is one of {', '.join(known)}")
        return value

    def share(self, table: dict[str, Any], where: tuple[str | int, ...], key: str) -> float:
        value = table.get(key, 0.0)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            self.fail((*where, key), f"{key} has to be a number from 0 to 1", f"{key} = 0.8")
        return float(value)

    def date(self, table: dict[str, Any], where: tuple[str | int, ...], key: str) -> date | None:
        value = table.get(key)
        if isinstance(value, datetime):
            value = value.date()
        try:
            return date.fromisoformat(value) if isinstance(value, str) else _day(value)
        except (TypeError, ValueError):
            self.fail((*where, key), f"{value!r} is no date", "write it as 2024-11-05")

    def fail(self, path: tuple[str | int, ...], what: str, advice: str = "", value: str = "") -> NoReturn:
        raise FormatError(f"{self.name}:{self.line(path, value)}", what, advice)

    def line(self, path: tuple[str | int, ...], value: str = "") -> int:
        """The line of a key, or of a value of it; where it cannot be told, that of its table."""
        names = [part for part in (*self.prefix, *path) if isinstance(part, str)]
        number = next((part for part in path if isinstance(part, int)), 0)
        header, seen, best = "", -1, 0
        lines = self.text.split("\n")
        for k, line in enumerate(lines):
            if match := re.match(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$", line):
                header = _plain(match[1])
                seen += header == ".".join(names[:-1])
                best = best or (k + 1 if header == ".".join(names) else 0)
            elif match := re.match(r"""\s*((?:"[^"]*"|'[^']*'|[\w.\s-])+?)\s*=""", line):
                key = ".".join(filter(None, (header, _plain(match[1]))))
                inside = (
                    header != ".".join(names[:-1]) or not any(isinstance(part, int) for part in path) or seen == number
                )
                if inside and (key == ".".join(names) or (".".join(names).startswith(f"{key}.") and names[-1] in line)):
                    wanted = f'"{value}"'
                    return next((j + 1 for j in range(k, len(lines)) if value and wanted in lines[j]), k + 1)
        return best or 1


def _longest_number(text: str) -> int:
    """The line of the longest number."""
    longest = max(NUMBER.finditer(text), key=lambda match: len(match[0]), default=None)
    return text.count("\n", 0, longest.start()) + 1 if longest else 1


def _day(value: Any) -> date | None:
    if value is not None and not isinstance(value, date):
        raise TypeError
    return value


def _plain(key: str) -> str:
    """A dotted key without quotation marks and spaces."""
    return re.sub(r"[\s\"']", "", key)
