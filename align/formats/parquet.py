"""Parquet, by pyarrow: a column a field, for data frames and machine translation at scale."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from typing import IO, Any

from align.errors import InputError
from align.formats import Format
from align.formats.options import Options
from align.formats.text import FINDING
from align.model import Unit

GROUP = 50_000
"""Units of a row group: what is held at once."""


def write_units(units: Iterable[Unit], out: IO[bytes], options: Options) -> None:
    """The fields of `Unit` as columns, `meta` and `variants` maps, `findings` a list of structs; InputError without pyarrow."""
    try:
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError:
        raise InputError("Parquet", "pyarrow is not installed", "pip install 'align-toolkit[parquet]'") from None
    text = arrow.string()
    finding = arrow.struct([(name, text) for name in FINDING])
    types = {"confidence": arrow.float64(), "meta": arrow.map_(text, text)}
    types |= {"findings": arrow.list_(finding), "flags": arrow.list_(text)}
    types |= {"variants": arrow.map_(text, text)}
    fields = Unit._fields[: -1 if options.languages else -2]
    schema = arrow.schema([(name, types.get(name, text)) for name in fields])
    rest = iter(units)
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while block := list(islice(rest, GROUP)):
            columns = dict(zip(fields, map(list, zip(*block, strict=True)), strict=False))
            tags = zip(*(options.tags(unit.source_lang, unit.target_lang) for unit in block), strict=True)
            columns["source_lang"], columns["target_lang"] = map(list, tags)
            columns["findings"] = [
                [dict(zip(FINDING, found, strict=True)) for found in unit.findings] for unit in block
            ]
            writer.write_table(arrow.table(columns, schema=schema))


FORMAT = Format(("parquet",), place=100, write_units=write_units, packed=True, variants=True)
