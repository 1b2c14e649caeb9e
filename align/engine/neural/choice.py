"""The engine that is asked for by name: static, encoder:NAME, translator:NAME, or translator:NAME,NAME for both directions."""

from __future__ import annotations

import copyreg
from pathlib import Path
from typing import Any

from align.engine.neural.cache import Cache
from align.engine.neural.comparing import Comparer, EncoderComparer, Langs, TranslatorComparer
from align.engine.neural.description import ENCODER, TRANSLATOR
from align.engine.neural.embedder import Embedder
from align.engine.neural.encoder import Encoder
from align.engine.neural.libraries import there
from align.engine.neural.models import Model, find, memory
from align.engine.neural.translator import Translator
from align.engine.static import STATIC, shipped
from align.engine.static.comparing import StaticComparer
from align.engine.static.table import load
from align.errors import InputError

MODELS = {ENCODER: 1, TRANSLATOR: 2}
"""Kind of engine -> how many models it may have."""


def comparer(choice: str, langs: Langs) -> Comparer:
    """The engine for a pair of languages; InputError where its models do not know these."""
    found = loaded(choice)
    unknown = found.unknown(langs)
    if unknown:
        raise InputError(f"engine {choice}", unknown, "are the languages right?")
    return found


def loaded(choice: str) -> Comparer:
    """The engine for any languages."""
    kind, _, name = choice.partition(":")
    if kind == STATIC:
        return StaticComparer(load(Path(name) if name else shipped()), choice)
    found = models(choice)
    cache = Cache(memory())
    if found[0].description.kind == ENCODER:
        return EncoderComparer(encoder(found[0], cache), choice)
    return TranslatorComparer([Translator(model, cache) for model in found], choice)


def encoder(model: Model, cache: Cache) -> Embedder:
    """The encoder, run by CTranslate2 or by its own package."""
    if model.package:
        from align.engine.neural.use import UseEncoder

        return UseEncoder(model, cache)
    return Encoder(model, cache)


def fingerprints(choice: str) -> str:
    """What the models of an engine are known by; InputError where one is not there."""
    kind, _, name = choice.partition(":")
    if kind == STATIC:
        return load(Path(name) if name else shipped()).said.fingerprint
    return " ".join(model.fingerprint for model in models(choice))


def models(choice: str) -> list[Model]:
    """The models of an engine; InputError where it names none, or one of another kind."""
    kind, _, names = choice.partition(":")
    if kind not in MODELS or not names:
        raise InputError(
            f"engine {choice}",
            "no such engine",
            "lexical, static, encoder:NAME, translator:NAME; `align model list` has the names",
        )
    found = [find(name) for name in names.split(",")]
    if not all(model.package for model in found):
        there()
    for model in found:
        own = model.description.kind
        if own != kind:
            raise InputError(f"engine {choice}", f"{model.name} is no {kind}", f"use --engine {own}:{model.name}")
    if len(found) > MODELS[kind]:
        raise InputError(f"engine {choice}", "too many models", "give one encoder, or a translator for each direction")
    return found


def _by_name(comparer: Any) -> tuple[Any, tuple[str]]:
    """A loaded model goes to another process by its name."""
    return loaded, (comparer.choice,)


for each in (EncoderComparer, StaticComparer, TranslatorComparer):
    copyreg.pickle(each, _by_name)
