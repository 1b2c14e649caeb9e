"""Parquet, by pyarrow: a column a field, for data frames and machine translation at scale."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from typing import IO, Any

from align.errors import InputError
from align.formats.options import Options
from align.model import Unit

GROUP = 50_000
"""Units of a row group: what is held at once."""


def write_units(units: Iterable[Unit], out: IO[bytes], options: Options) -> None:
    """The fields of `Unit` as columns, `meta` a map, `findings` a list of structs; InputError where pyarrow is not installed."""
    try:
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError:
        raise InputError("Parquet", "pyarrow is not installed", "pip install 'align-toolkit[parquet]'") from None
    text = arrow.string()
    finding = arrow.struct([(name, text) for name in ("rule", "severity", "message")])
    types = {"confidence": arrow.float64(), "meta": arrow.map_(text, text)}
    types |= {"findings": arrow.list_(finding), "flags": arrow.list_(text)}
    schema = arrow.schema([(name, types.get(name, text)) for name in Unit._fields])
    rest = iter(units)
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while block := list(islice(rest, GROUP)):
            columns = dict(zip(Unit._fields, map(list, zip(*block, strict=True)), strict=True))
            for name, tag in (("source_lang", options.source_lang), ("target_lang", options.target_lang)):
                columns[name] = [tag] * len(block) if tag else columns[name]
            columns["findings"] = [[dict(zip(("rule", "severity", "message"), f, strict=True)) for f in u.findings] for u in block]
            writer.write_table(arrow.table(columns, schema=schema))
