"""A trained encoder as a CTranslate2 folder: torch is not needed for it, nor to run it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.engine.neural.description import ENCODER, FILE, Description
from align.training.folders import whole

Arrays = dict[str, NDArray[np.float32]]

SUBWORDS = "sentencepiece.model"
EPSILON = 1e-5
"""Of the layer norms, as torch has it."""


def export(
    arrays: Arrays, heads: int, subwords: bytes, langs: tuple[str, ...], folder: Path, quantisation: str = "int8"
) -> Description:
    """Write the encoder with the weights of `align.training.encoder.train` into `folder`; how it is to be fed comes back.

    `langs` are the languages that it has learnt.
    """
    from ctranslate2.specs import TransformerEncoderModelSpec, TransformerEncoderSpec
    from ctranslate2.specs.common_spec import Activation

    arrays = {name: value.copy() for name, value in arrays.items()}  # CTranslate2 quantises in place
    layers = sum(name.endswith("attention_norm.weight") for name in arrays)
    spec = TransformerEncoderModelSpec(
        TransformerEncoderSpec(layers, heads, pre_norm=True, activation=Activation.GELU), pooling_layer=False
    )
    encoder = spec.encoder
    encoder.scale_embeddings = False
    encoder.embeddings[0].weight = arrays["embed.weight"]
    encoder.position_encodings.encodings = arrays["places"]
    _norm(encoder.layer_norm, arrays, "norm")
    for k, layer in enumerate(encoder.layer):
        own = f"blocks.{k}"
        _norm(layer.self_attention.layer_norm, arrays, f"{own}.attention_norm")
        _linear(layer.self_attention.linear[0], arrays, f"{own}.project")
        _linear(layer.self_attention.linear[1], arrays, f"{own}.out")
        _norm(layer.ffn.layer_norm, arrays, f"{own}.feed_norm")
        _linear(layer.ffn.linear_0, arrays, f"{own}.wide")
        _linear(layer.ffn.linear_1, arrays, f"{own}.narrow")
    told = Description(ENCODER, SUBWORDS, longest=len(arrays["places"]), langs=langs)
    save(spec, EPSILON, subwords, told, folder, quantisation)
    return told


def save(spec: Any, epsilon: float, subwords: bytes, told: Description, folder: Path, quantisation: str) -> None:
    """Write a filled CTranslate2 specification of an encoder with its subwords and its description into `folder`."""
    spec.register_vocabulary(_tokens(subwords))
    spec.config.layer_norm_epsilon = epsilon
    spec.config.unk_token = "<unk>"
    spec.validate()
    spec.optimize(quantization=None if quantisation == "float32" else quantisation)
    with whole(folder) as made:
        made.mkdir()
        spec.save(str(made))
        (made / told.vocabulary).write_bytes(subwords)
        (made / FILE).write_text(told.text(), encoding="utf-8")


def _tokens(subwords: bytes) -> list[str]:
    import sentencepiece

    model = sentencepiece.SentencePieceProcessor(model_proto=subwords)
    return [model.id_to_piece(k) for k in range(model.get_piece_size())]


def _norm(spec, arrays: Arrays, name: str) -> None:  # type: ignore[no-untyped-def]
    spec.gamma, spec.beta = arrays[f"{name}.weight"], arrays[f"{name}.bias"]


def _linear(spec, arrays: Arrays, name: str) -> None:  # type: ignore[no-untyped-def]
    spec.weight, spec.bias = arrays[f"{name}.weight"], arrays[f"{name}.bias"]
