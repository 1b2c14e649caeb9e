"""Translations by CTranslate2: texts in, texts out, each computed once and remembered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from align.engine.neural.cache import Cache, keys
from align.engine.neural.encoder import batches, opened
from align.engine.neural.libraries import RUNS, library
from align.engine.neural.models import Model
from align.engine.neural.vocabulary import load
from align.errors import InputError
from align.tags import primary

BEAM = 2
"""Hypotheses that are kept: more cost time and change few words."""


class Translator:
    """A translation model."""

    def __init__(self, model: Model, cache: Cache) -> None:
        self.model, self.told, self.cache = model, model.description, cache
        self.name = model.name
        self.source = load(model.file(self.told.vocabulary))
        self.target = load(model.file(self.told.target_vocabulary)) if self.told.target_vocabulary else self.source

    @cached_property
    def run(self) -> Any:
        """The model, loaded when the first text is not in the cache."""
        return opened(library(RUNS).Translator, self.model)

    def serves(self, source_lang: str, target_lang: str) -> bool:
        """Whether it translates in this direction."""
        if self.told.langs:
            return [*map(primary, self.told.langs)] == [primary(source_lang), primary(target_lang)]
        known = self.told.tokens
        return primary(target_lang) in known and (self.told.asked or primary(source_lang) in known)

    def translate(self, texts: Sequence[str], source_lang: str, target_lang: str) -> list[str]:
        """The translation of each text."""
        if not self.serves(source_lang, target_lang):
            raise InputError(self.name, f"this model does not translate {source_lang} into {target_lang}")
        asked = keys(f"{self.model.fingerprint[:32]} {primary(source_lang)} {primary(target_lang)}", texts)
        known = self.cache.found([*dict.fromkeys(asked)])
        missing = {key: text for key, text in zip(asked, texts, strict=True) if key not in known}
        if missing:
            fresh = [
                text.encode()
                for text in self._computed([*missing.values()], primary(source_lang), primary(target_lang))
            ]
            values = dict(zip(missing, fresh, strict=True))
            self.cache.keep(values)
            known |= values
        return [known[key].decode("utf-8", "replace") for key in asked]

    def _computed(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        told = self.told
        lead = [told.tokens[target if told.asked else source]] if told.tokens else []
        begins = [told.tokens[target]] if told.tokens and not told.asked else []
        room = max(1, told.longest - len(lead) - len(told.begin) - len(told.end))
        rows = [
            [*lead, *told.begin, *pieces[:room], *told.end]
            for pieces in self.source.pieces([told.prefix + text for text in texts])
        ]
        found = [""] * len(rows)
        for batch in batches([len(row) for row in rows]):
            out = self.run.translate_batch(
                [rows[k] for k in batch],
                target_prefix=[begins] * len(batch) if begins else None,
                beam_size=BEAM,
                max_decoding_length=min(self.told.longest - 1, 2 * max(len(rows[k]) for k in batch) + 8),
            )
            for k, result in zip(batch, out, strict=True):
                tokens = result.hypotheses[0]
                found[k] = self.target.text(tokens[len(begins) :] if tokens[: len(begins)] == begins else tokens)
        return found
