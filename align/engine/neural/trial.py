"""A model on sentences whose translations are known."""

from __future__ import annotations

import time
from dataclasses import dataclass

from align.engine.neural import sentences as check
from align.engine.neural.cache import Cache
from align.engine.neural.choice import encoder as opened
from align.engine.neural.comparing import Comparer, EncoderComparer, TranslatorComparer
from align.engine.neural.description import ENCODER
from align.engine.neural.detect import fits
from align.engine.neural.models import Model
from align.engine.neural.translator import Translator


@dataclass(frozen=True, slots=True)
class Trial:
    """How a model did."""

    right: float
    """Share of sentences, of both languages, that are most like their own translation."""
    sentences: int
    """That the model read."""
    seconds: float


def trial(model: Model) -> Trial | None:
    """The model on the built-in sentences, nothing remembered; None where it does not know their languages.

    InputError where the model is broken.
    """
    if not model.package:
        fits(model)
    cache = Cache(None)
    source, target = check.texts()
    comparer: Comparer
    if model.description.kind == ENCODER:
        encoder = opened(model, cache)
        comparer, sentences = EncoderComparer(encoder, model.name), len(source) + len(target)
        if comparer.unknown(check.LANGS):
            return None
        encoder.states(["."])  # loading is not what is timed
        start = time.monotonic()
        encoder.states([*source, *target])
    else:
        translator = Translator(model, cache)
        comparer, sentences = TranslatorComparer([translator], model.name), len(source)
        way = next((way for way in (check.LANGS, check.LANGS[::-1]) if translator.serves(*way)), None)
        if way is None:
            return None
        translator.translate(["."], *way)
        start = time.monotonic()
        translator.translate(source if way == check.LANGS else target, *way)
    seconds = time.monotonic() - start
    likeness = comparer.compared(source, target, check.LANGS).likeness([(1, 1)])[1, 1]
    found = [likeness.argmax(axis) == range(len(source)) for axis in (0, 1)]
    return Trial(float((found[0].mean() + found[1].mean()) / 2), sentences, seconds)
