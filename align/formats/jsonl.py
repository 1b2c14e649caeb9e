"""JSON, a unit a line: everything that the memory knows of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from align.about import from_dict, to_dict
from align.errors import FormatError
from align.files import json_loads
from align.formats import Format
from align.formats.options import Options
from align.formats.text import FINDING
from align.model import Unit
from align.tags import canonical


def write_units(units: Iterable[Unit], out: IO[bytes], options: Options) -> None:
    """The fields of `Unit` by name, those that are empty left out; `meta` an object, `findings` objects, `variants` by language."""
    for unit in units:
        out.write(f"{json.dumps(_told(unit, options), ensure_ascii=False)}\n".encode("utf-8", "replace"))


def _told(unit: Unit, options: Options) -> dict[str, Any]:
    told: dict[str, Any] = unit._asdict()
    told["source_lang"], told["target_lang"] = options.tags(unit.source_lang, unit.target_lang)
    told["meta"] = dict(unit.meta)
    told["variants"] = dict(unit.variants)
    told["about"] = _about(unit, options) if unit.about else {}
    told["findings"] = [dict(zip(FINDING, finding, strict=True)) for finding in unit.findings]
    return {name: value for name, value in told.items() if value not in ("", (), [], {})}


def _about(unit: Unit, options: Options) -> dict[str, Any]:
    return to_dict(unit.about if options.codes else unit.about.without_codes())


def units(
    stream: Iterable[bytes],
    name: str,
    source: str = "",
    target: str = "",
    *,
    codes: bool = False,
    left: Counter[str] | None = None,
) -> Iterator[Unit]:
    """The units of a file as `write_units` makes it; of others those objects that have texts in `source` and `target`.

    A wrong line ends in a FormatError that names it. A unit is in two languages, whichever are asked for.
    """
    del source, target, left
    for number, line in enumerate(stream, 1):
        if line.strip():
            try:
                unit = _Row(json_loads(line.decode("utf-8-sig"))).unit()
                yield unit if codes or not unit.about else unit._replace(about=unit.about.without_codes())
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                raise FormatError(
                    f"{name}:{number}", "no unit", 'a line is an object with the texts "source" and "target"'
                ) from None


@dataclass(frozen=True, slots=True)
class _Row:
    value: dict[str, Any]

    def text(self, key: str) -> str:
        found = self.value.get(key, "")
        if not isinstance(found, str):
            raise TypeError(key)
        return found

    def unit(self) -> Unit:
        value = self.value
        if "source" not in value or "target" not in value:
            raise KeyError("source")
        findings = tuple((str(f["rule"]), str(f["severity"]), str(f["message"])) for f in value.get("findings", ()))
        return Unit(
            self.text("source"),
            self.text("target"),
            canonical(self.text("source_lang")),
            canonical(self.text("target_lang")),
            self.text("document"),
            self.text("bead"),
            float(value.get("confidence", 1.0)),
            self.text("created"),
            self.text("signature"),
            self.text("date"),
            tuple((str(k), str(v)) for k, v in value.get("meta", {}).items()),
            findings,
            tuple(map(str, value.get("flags", ()))),
            tuple((canonical(str(lang)), str(text)) for lang, text in value.get("variants", {}).items()),
            from_dict(value.get("about", {})),
        )


FORMAT = Format(("jsonl",), place=40, write_units=write_units, read_units=units, variants=True)
