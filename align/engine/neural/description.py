"""What a model folder holds, as far as it takes to run it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from align.errors import FormatError
from align.tags import primary

FILE = "align-model.json"
"""In a model's folder: written by `align model convert` and `align train --encoder`."""
ENCODER, TRANSLATOR = KINDS = ("encoder", "translator")
POOLINGS = ("mean", "cls", "pooler", "tokens")
"""How the states of a text become its vector: their mean, the first, the model's own layer on the first, or not at all."""


@dataclass(frozen=True, slots=True)
class Description:
    """How a model is to be fed, and what is to be made of what it gives."""

    kind: str
    vocabulary: str
    """File of the subwords: SentencePiece, or tokenizer.json."""
    target_vocabulary: str = ""
    """Of a translator with two."""
    begin: tuple[str, ...] = ()
    """Tokens before those of a text."""
    end: tuple[str, ...] = ()
    prefix: str = ""
    """Text before each text, as E5 wants it."""
    longest: int = 512
    """Tokens of a text; more are cut off."""
    pooling: str = "mean"
    projection: str = ""
    """File of a dense layer behind the pooling (.npz: weight, bias, activation)."""
    langs: tuple[str, ...] = ()
    """Source and target of a translator for one direction; the languages that an encoder knows, none for many."""
    tokens: Mapping[str, str] = field(default_factory=dict)
    """The token that a translator for many languages has for each, by primary language tag."""
    asked: bool = False
    """The target's token stands before the source text (OPUS-MT), and does not begin the translation."""

    def text(self) -> str:
        """As a file."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def of(cls, text: str | bytes, where: str) -> Description:
        """As `text` wrote it; FormatError where it is something else."""
        try:
            data = json.loads(text)
            kinds = {f.name: f.type for f in fields(cls)}
            given = {name: _typed(value, str(kinds[name])) for name, value in data.items()}
            found = cls(**given)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise FormatError(where, "not a description of a model", "convert the model again") from None
        if found.kind not in KINDS or found.pooling not in POOLINGS or found.longest < 1:
            raise FormatError(where, "not a description of a model that this version runs", "convert the model again")
        tokens = {primary(lang): token for lang, token in found.tokens.items()}
        return replace(found, langs=tuple(map(primary, found.langs)), tokens=tokens)


def _typed(value: Any, kind: str) -> Any:
    """A JSON value as the type that a field has."""
    if kind.startswith("tuple"):
        if not (isinstance(value, list) and all(isinstance(each, str) for each in value)):
            raise TypeError
        return tuple(value)
    wanted = {"str": str, "int": int, "bool": bool}.get(kind, dict)
    if not isinstance(value, wanted):
        raise TypeError
    return value
