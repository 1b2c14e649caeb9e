"""A model of Hugging Face Transformers as a CTranslate2 folder. Needs torch and transformers; running the result needs neither."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from align.engine.neural.description import ENCODER, FILE, TRANSLATOR, Description
from align.engine.neural.detect import SUBWORDS, TARGET_SUBWORDS, described, of_files, subwords
from align.engine.neural.models import WEIGHTS
from align.errors import InputError
from align.training.folders import free, whole

TYPES = {
    "bert": ENCODER,
    "distilbert": ENCODER,
    "roberta": ENCODER,
    "xlm-roberta": ENCODER,
    "marian": TRANSLATOR,
    "m2m_100": TRANSLATOR,
    "mbart": TRANSLATOR,
}
"""model_type of a config.json -> what it becomes."""
PROJECTION = "projection.npz"
BENT = {"torch.nn.modules.linear.Identity": False, "torch.nn.modules.activation.Tanh": True}
"""Activation behind a dense layer -> whether that is a tanh."""


def convert(
    folder: Path,
    out: Path,
    quantisation: str,
    *,
    pooling: str | None = None,
    prefix: str | None = None,
    encoder: bool = False,
) -> Description:
    """Convert the model in `folder` to `out`, whole or not at all; InputError where that cannot be done.

    With `encoder` only that part of a translator, whose states are compared token by token.
    """
    kind = ENCODER if encoder else _kind(folder)
    free(out)
    os.environ["HF_HUB_OFFLINE"] = "1"  # what is asked for lies on this disk, and nothing is fetched
    try:
        import torch  # noqa: F401
        from ctranslate2.converters import TransformersConverter
        from transformers import AutoTokenizer, logging
    except ImportError as error:
        raise InputError(
            str(folder), f"{error.name} is needed to convert it", 'pip install "align-toolkit[convert]"'
        ) from None
    logging.set_verbosity_error()
    with whole(out) as made:
        try:
            tokenizer = AutoTokenizer.from_pretrained(str(folder))
            converter = _encoding(TransformersConverter) if encoder else TransformersConverter
            converter(str(folder)).convert(str(made), quantization=None if quantisation == "float32" else quantisation)
        except Exception as error:  # whatever these libraries raise, the folder is what they could not read
            reason = " ".join(str(error).split())[:200]
            raise InputError(str(folder), f"cannot be converted: {reason}") from error
        found = _beside(folder, made, kind, tokenizer)
        if encoder and _kind(folder) == TRANSLATOR:
            found = replace(
                found, begin=(), pooling="tokens"
            )  # what it begins with is a language, and that is known later
        (made / FILE).write_text(found.text(), encoding="utf-8")
        told = described(made, pooling=pooling, prefix=prefix)
        (made / FILE).write_text(told.text(), encoding="utf-8")
    return told


def _encoding(converter: Any) -> Any:
    """A converter that keeps the encoder of a translator."""
    from ctranslate2.specs import TransformerEncoderModelSpec, TransformerSpec

    class Encoding(converter):  # type: ignore[misc]
        def _load(self) -> Any:
            spec = super()._load()
            if not isinstance(spec, TransformerSpec):
                return spec
            kept = TransformerEncoderModelSpec(spec.encoder, pooling_layer=False)
            kept.register_vocabulary(spec._vocabularies["source"][0])
            kept.config.unk_token, kept.config.layer_norm_epsilon = (
                spec.config.unk_token,
                spec.config.layer_norm_epsilon,
            )
            return kept

    return Encoding


def _kind(folder: Path) -> str:
    """What the model in a folder becomes."""
    if not folder.is_dir():
        raise InputError(
            str(folder), "not a folder" if folder.exists() else "no such folder", "give the folder of a model"
        )
    if (folder / WEIGHTS).exists():
        raise InputError(str(folder), "CTranslate2 can run it as it is", f"align model add NAME {folder}")
    try:
        config = json.loads((folder / "config.json").read_bytes())
        name = str(config.get("model_type", ""))
    except (OSError, ValueError, AttributeError):
        raise InputError(
            str(folder), "no config.json that can be read", "give the folder of a Transformers model"
        ) from None
    if name not in TYPES:
        known = ", ".join(TYPES)
        raise InputError(str(folder), f"a model of type {name or 'unknown'}", f"these can be converted: {known}")
    return TYPES[name]


def _beside(folder: Path, made: Path, kind: str, tokenizer: Any) -> Description:
    """Copy what the model needs beside its weights; how it is to be fed comes back."""
    names = [name for name in (*SUBWORDS, TARGET_SUBWORDS) if (folder / name).is_file()]
    for name in names:
        shutil.copy(folder / name, made / name)
    if not names and tokenizer.is_fast:  # BERT with vocab.txt alone
        tokenizer.backend_tokenizer.save(str(made / "tokenizer.json"))
    told = of_files(folder, made, kind, subwords(made))
    if kind == ENCODER:
        begin, end = _around(tokenizer)
        return replace(told, begin=begin, end=end, projection=_projection(folder, made))
    return told


def _around(tokenizer: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tokens that the tokenizer puts before and behind a text."""
    unknown = tokenizer.unk_token_id
    whole = tokenizer.build_inputs_with_special_tokens([unknown])
    at = whole.index(unknown)
    return tuple(tokenizer.convert_ids_to_tokens(whole[:at])), tuple(tokenizer.convert_ids_to_tokens(whole[at + 1 :]))


def _projection(folder: Path, made: Path) -> str:
    """Write the dense layer that Sentence Transformers put behind the pooling; "" where there is none."""
    layers = sorted(folder.glob("*_Dense"))
    if not layers:
        return ""
    if len(layers) > 1:
        raise InputError(str(folder), "more than one dense layer behind the pooling", "such models cannot be converted")
    config = json.loads((layers[0] / "config.json").read_bytes())
    activation = config.get("activation_function")
    if activation not in BENT:
        raise InputError(str(layers[0]), f"a dense layer with {activation}", "such models cannot be converted")
    weights = _weights(layers[0])
    bias = weights.get("linear.bias")
    weight = weights["linear.weight"]
    np.savez(
        made / PROJECTION,
        weight=weight,
        bias=np.zeros(len(weight), np.float32) if bias is None else bias,
        tanh=BENT[activation],
    )
    return PROJECTION


def _weights(folder: Path) -> dict[str, Any]:
    if (folder / "model.safetensors").is_file():
        from safetensors.torch import load_file

        found = load_file(folder / "model.safetensors")
    else:
        import torch

        found = torch.load(folder / "pytorch_model.bin", map_location="cpu", weights_only=True)  # no code is run
    return {name: value.float().numpy() for name, value in found.items()}
