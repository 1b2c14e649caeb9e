"""What a CTranslate2 folder holds, read from the model's own files.

`align model convert` and `align train --encoder` leave a description. A folder converted by other means is known by what such folders
carry along: CTranslate2's model.bin and config.json, the vocabulary, and the files of Sentence Transformers and Transformers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from struct import error as StructError  # noqa: N812
from struct import unpack
from typing import Any, cast

from align.engine.neural.description import ENCODER, FILE, POOLINGS, TRANSLATOR, Description
from align.engine.neural.models import WEIGHTS, Model
from align.engine.neural.vocabulary import load as load_subwords
from align.errors import FormatError, InputError
from align.files import load
from align.tags import primary

KINDS = {"TransformerEncoderSpec": ENCODER, "TransformerSpec": TRANSLATOR}
"""CTranslate2's name for a kind of model -> ours."""
SUBWORDS = (
    "sentencepiece.bpe.model",
    "sentencepiece.model",
    "spiece.model",
    "spm.model",
    "source.spm",
    "tokenizer.json",
)
"""Files of subwords: SentencePiece first, since it is read without another package."""
TARGET_SUBWORDS = "target.spm"
"""Of a translator that has its own for the target."""
ALIKE = 0.9
"""Share of the subwords in a file that the model has to know, for the file to be the model's own."""
LONGEST = 512
"""Tokens of a text where the model does not say how many it takes."""
POOLED = {"pooling_mode_mean_tokens": "mean", "pooling_mode_cls_token": "cls"}
"""Sentence Transformers' names -> ours."""
ROUND = (("[CLS]", "[SEP]"), ("<s>", "</s>"))
"""What encoders want around a text: the first pair that the vocabulary has."""
END = "</s>"
ASKED = re.compile(r">>(\w+)<<")
"""A target language's token in OPUS-MT models."""
TOKENS = re.compile(r"__([a-z]{2,3})__|([a-z]{2,3})_[A-Z][a-z]{3}|([a-z]{2})_[A-Z]{2}")
"""A language's token in M2M100, NLLB and mBART models."""
DIRECTION = re.compile(r"opus-mt-(?:tc-\w+?-)?([a-z]{2,3})-([a-z]{2,3})$")
QUERY = "query: "
"""What multilingual E5 wants before each text that is compared with its like."""


def described(
    folder: Path, *, pooling: str | None = None, prefix: str | None = None, langs: tuple[str, ...] = ()
) -> Description:
    """How the model in `folder` is to be fed; what the options say counts more than what the files say.

    InputError where it is no folder of a model that can be run here.
    """
    if not folder.is_dir():
        raise InputError(
            str(folder), "not a folder" if folder.exists() else "no such folder", "give the folder that has model.bin"
        )
    if not (folder / WEIGHTS).is_file():
        if (folder / "config.json").is_file():
            raise InputError(
                str(folder), "a model that CTranslate2 cannot run as it is", f"first: align model convert {folder} OUT"
            )
        raise InputError(str(folder), f"no {WEIGHTS} in it", "give the folder of a CTranslate2 model")
    kind = kind_of(folder / WEIGHTS)
    if (folder / FILE).is_file():
        found = Description.of(load(str(folder / FILE)), str(folder / FILE))
        if found.kind != kind:
            raise FormatError(
                str(folder / FILE), f"says {found.kind}, but the model is of kind {kind}", "convert it again"
            )
    else:
        found = of_files(folder, folder, kind, subwords(folder))
    if pooling is not None:
        if kind != ENCODER:
            raise InputError(str(folder), "a translator has no pooling", "leave out --pooling")
        found = replace(found, pooling=pooling)
    if prefix is not None:
        found = replace(found, prefix=prefix)
    if langs:
        found = replace(found, langs=tuple(map(primary, langs)))
    if kind == TRANSLATOR and not found.tokens and len(found.langs) != 2:
        raise InputError(str(folder), "from which language into which does it translate?", "say it: --langs ko,en")
    return found


def kind_of(path: Path) -> str:
    """Whether a model.bin encodes or translates; InputError where it does neither."""
    try:
        with path.open("rb") as stream:
            head = stream.read(256)
        size = unpack("<H", head[4:6])[0]
        name = head[6 : 6 + size].rstrip(b"\0").decode("ascii")
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, StructError):
        name = ""
    if not re.fullmatch(r"[A-Za-z0-9]+Spec", name):
        raise FormatError(str(path), "not a CTranslate2 model", "convert it: align model convert FOLDER OUT")
    if name not in KINDS:
        raise InputError(
            str(path), f"a model of CTranslate2's kind {name}", "sentence encoders and translators can be used"
        )
    return KINDS[name]


def vocabulary(folder: Path) -> frozenset[str]:
    """The tokens that a CTranslate2 model knows."""
    for name in ("shared_vocabulary.json", "vocabulary.json", "source_vocabulary.json"):
        if (folder / name).is_file():
            found = _json(folder / name)
            if not isinstance(found, list):
                raise FormatError(str(folder / name), "not a list of tokens", "convert the model again")
            return frozenset(map(str, found))
    for name in ("shared_vocabulary.txt", "vocabulary.txt", "source_vocabulary.txt"):
        if (folder / name).is_file():
            return frozenset(load(str(folder / name)).decode("utf-8", "replace").split("\n"))
    raise InputError(str(folder), "no vocabulary in it", "convert the model again")


def subwords(folder: Path) -> str:
    """The file of subwords in a folder."""
    found = next((name for name in SUBWORDS if (folder / name).is_file()), None)
    if found is None:
        wanted = "sentencepiece.bpe.model, source.spm or tokenizer.json"
        raise InputError(str(folder), "no file of subwords in it", f"copy the model's own beside {WEIGHTS}: {wanted}")
    return found


def of_files(files: Path, made: Path, kind: str, vocabulary_file: str) -> Description:
    """The description of the CTranslate2 model in `made` by the `files` that came with it: those of the folder it was made from."""
    known = vocabulary(made)
    config, tokenizer = _json(files / "config.json"), _json(files / "tokenizer_config.json")
    names = [str(value) for value in (config.get("_name_or_path"), files.absolute().name) if value]
    found = Description(kind, vocabulary_file, longest=_longest(files, config, tokenizer))
    if kind == ENCODER:
        around = next(((a, b) for a, b in ROUND if a in known and b in known), ())
        return replace(found, begin=around[:1], end=around[1:], pooling=_pooling(files), prefix=_prefix(files, names))
    if (files / TARGET_SUBWORDS).is_file():
        found = replace(found, target_vocabulary=TARGET_SUBWORDS)
    asked = _languages((m[1], token) for token in sorted(known) if (m := ASKED.fullmatch(token)))
    spoken = _languages((m[1] or m[2] or m[3], token) for token in sorted(known) if (m := TOKENS.fullmatch(token)))
    ends = () if _json(made / "config.json").get("add_source_eos") else (END,)  # else CTranslate2 adds it
    langs = () if asked or spoken else _direction(tokenizer, names)
    return replace(found, tokens=asked or spoken, asked=bool(asked), langs=langs, end=ends)


def fits(model: Model) -> None:
    """InputError where the subwords of a model's folder are not its own."""
    known = vocabulary(Path(model.folder))
    file = model.file(model.description.vocabulary)
    pieces = load_subwords(file).all()
    right = sum(piece in known for piece in pieces)
    if not pieces or right < ALIKE * len(pieces) or right < len(known) / 10:
        what = f"{right} of its {len(pieces)} subwords are known to the model: not those of this model"
        raise InputError(str(file), what, f"copy the model's own file beside {WEIGHTS}")


def _pooling(files: Path) -> str:
    """As Sentence Transformers noted it; where it did not, the tokens are compared one by one."""
    noted = _json(files / "1_Pooling" / "config.json") or _json(files / "pooling.json")
    chosen = [name for name, value in noted.items() if name.startswith("pooling_mode_") and value is True]
    if not chosen:
        return "tokens"
    if len(chosen) > 1 or chosen[0] not in POOLED:
        how = " and ".join(name.removeprefix("pooling_mode_") for name in chosen)
        raise InputError(
            str(files), f"this model pools by {how}, which is not known here", f"try --pooling {'|'.join(POOLINGS)}"
        )
    return POOLED[chosen[0]]


def _prefix(files: Path, names: Iterable[str]) -> str:
    prompts = _json(files / "config_sentence_transformers.json").get("prompts")
    if isinstance(prompts, Mapping) and prompts.get("query") == QUERY:
        return QUERY
    return QUERY if any(re.search(r"(?<![a-z])e5(?![0-9])", name.lower()) for name in names) else ""


def _longest(files: Path, config: Mapping[str, Any], tokenizer: Mapping[str, Any]) -> int:
    told = (
        _json(files / "sentence_bert_config.json").get("max_seq_length"),
        tokenizer.get("model_max_length"),
        config.get("max_position_embeddings"),
    )
    return int(min([LONGEST, *(value for value in told if isinstance(value, int | float) and value > 8)]))


def _direction(tokenizer: Mapping[str, Any], names: Iterable[str]) -> tuple[str, ...]:
    """Source and target of a translator for one pair of languages; () where nothing tells."""
    told = tokenizer.get("source_lang"), tokenizer.get("target_lang")
    if all(isinstance(value, str) and value for value in told):
        return tuple(_tag(str(value)) for value in told)
    found = next((m for name in names if (m := DIRECTION.search(name.lower()))), None)
    return (_tag(found[1]), _tag(found[2])) if found else ()


def _languages(tokens: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each language with its first token."""
    found: dict[str, str] = {}
    for code, token in tokens:
        found.setdefault(_tag(code.split("_")[0]), token)
    return found


def _tag(code: str) -> str:
    """The language tag of a code of two or three letters, as short as it goes: kor is ko."""
    from babel.core import get_global

    aliases = cast("Mapping[str, str]", get_global("language_aliases"))
    return primary(str(aliases.get(code, code)))


def _json(path: Path) -> Any:
    """What a JSON file has, {} where there is none."""
    if not path.is_file():
        return {}
    try:
        return json.loads(load(str(path)))
    except (ValueError, RecursionError):
        raise FormatError(str(path), "not JSON", "the model's folder is damaged") from None
