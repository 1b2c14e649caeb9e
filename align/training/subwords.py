"""A SentencePiece vocabulary for both languages of parallel text."""

from __future__ import annotations

import io
from collections.abc import Iterable

import sentencepiece


def learn(texts: Iterable[str], size: int) -> bytes:
    """The model file of a unigram vocabulary of at most `size` pieces; the same texts give the same bytes.

    Kudo (2018), "Subword Regularization". Both languages share the pieces, so that names and numbers in Latin script are one.
    """
    out = io.BytesIO()
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
    return out.getvalue()


def size(model: bytes) -> int:
    """How many pieces a model has."""
    found: int = sentencepiece.SentencePieceProcessor(model_proto=model).get_piece_size()
    return found
