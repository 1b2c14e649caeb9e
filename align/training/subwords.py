"""A SentencePiece vocabulary for both languages of parallel text."""

from __future__ import annotations

import io
from collections.abc import Iterable

import sentencepiece

from align.errors import InputError


def learn(texts: Iterable[str], size: int) -> bytes:
    """The model file of a unigram vocabulary of at most `size` pieces; the same texts give the same bytes.

    InputError where `size` is less than the letters of the texts. Kudo (2018), "Subword Regularization". Both languages share
    the pieces, so that names and numbers in Latin script are one.
    """
    out = io.BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(texts),
            model_writer=out,
            vocab_size=size,
            hard_vocab_limit=False,
            character_coverage=0.9995,
            normalization_rule_name="nmt_nfkc_cf",
            num_threads=1,
            minloglevel=2,
        )
    except RuntimeError as error:
        if "required_chars" not in str(error):
            raise
        raise InputError("--vocabulary", f"{size} subwords are fewer than the text has letters", "give more") from None
    return out.getvalue()


def size(model: bytes) -> int:
    """How many pieces a model has."""
    found: int = sentencepiece.SentencePieceProcessor(model_proto=model).get_piece_size()
    return found
