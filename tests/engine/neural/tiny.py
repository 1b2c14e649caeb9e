"""Tiny models of each family, made in seconds: random ones, and ones that were trained on the built-in sentences."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import sentencepiece

from align.engine.neural import sentences as check

PAIRS = 4
"""Sentences that the translators learn by heart."""
SIZE = {"d_model": 128, "encoder_layers": 2, "decoder_layers": 2, "encoder_attention_heads": 4, "decoder_attention_heads": 4,
        "encoder_ffn_dim": 256, "decoder_ffn_dim": 256, "max_position_embeddings": 128, "dropout": 0.0,
        "attention_dropout": 0.0, "encoder_layerdrop": 0.0, "decoder_layerdrop": 0.0}  # fmt: skip
ENCODERS = {
    "hidden_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "intermediate_size": 128,
    "max_position_embeddings": 130,
}


def spm(size: int = 600) -> bytes:
    korean, english = check.texts()
    out = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([*korean, *english]), model_writer=out, vocab_size=size, hard_vocab_limit=False,
        character_coverage=1.0, minloglevel=2,
    )  # fmt: skip
    return out.getvalue()


def bert(folder: Path, trained: bool) -> Any:
    """A BERT with a WordPiece vocabulary; the model and its tokenizer come back."""
    from tokenizers import BertWordPieceTokenizer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    words = BertWordPieceTokenizer(strip_accents=False, lowercase=False)
    korean, english = check.texts()
    words.train_from_iterator([*korean, *english], vocab_size=600, show_progress=False)
    folder.mkdir(parents=True)
    words.save_model(str(folder))
    tokenizer = BertTokenizerFast(
        str(folder / "vocab.txt"), do_lower_case=False, strip_accents=False, model_max_length=128
    )
    return _encoder(BertModel, BertConfig(vocab_size=len(tokenizer), **ENCODERS), tokenizer, folder, trained)


def xlmr(folder: Path, trained: bool) -> Any:
    from transformers import XLMRobertaConfig, XLMRobertaModel, XLMRobertaTokenizer

    folder.mkdir(parents=True)
    (folder / "sentencepiece.bpe.model").write_bytes(spm())
    tokenizer = XLMRobertaTokenizer(str(folder / "sentencepiece.bpe.model"), model_max_length=128)
    config = XLMRobertaConfig(vocab_size=len(tokenizer), type_vocab_size=1, pad_token_id=1, **ENCODERS)
    return _encoder(XLMRobertaModel, config, tokenizer, folder, trained)


def marian(folder: Path, trained: bool) -> Any:
    from transformers import MarianConfig, MarianMTModel, MarianTokenizer

    folder.mkdir(parents=True)
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(spm())
    pieces = _pieces(folder / "source.spm")
    words = {word: k for k, word in enumerate(["</s>", "<unk>", *pieces, "<pad>"])}
    (folder / "vocab.json").write_text(json.dumps(words))
    tokenizer = MarianTokenizer(
        source_spm=str(folder / "source.spm"), target_spm=str(folder / "target.spm"), vocab=str(folder / "vocab.json"),
        source_lang="ko", target_lang="en",
    )  # fmt: skip
    config = MarianConfig(
        vocab_size=len(words), pad_token_id=words["<pad>"], eos_token_id=0, decoder_start_token_id=words["<pad>"],
        forced_eos_token_id=0, activation_function="swish", scale_embedding=True, **SIZE,
    )  # fmt: skip
    return _translator(MarianMTModel, config, tokenizer, folder, trained)


def m2m100(folder: Path, trained: bool) -> Any:
    from transformers import M2M100Config, M2M100ForConditionalGeneration, M2M100Tokenizer

    folder.mkdir(parents=True)
    (folder / "sentencepiece.bpe.model").write_bytes(spm())
    pieces = _pieces(folder / "sentencepiece.bpe.model")
    words = {word: k for k, word in enumerate(["<s>", "<pad>", "</s>", "<unk>", *pieces])}
    (folder / "vocab.json").write_text(json.dumps(words))
    files = str(folder / "vocab.json"), str(folder / "sentencepiece.bpe.model")
    languages = [*M2M100Tokenizer(*files).lang_code_to_token.values()]
    tokenizer = M2M100Tokenizer(
        *files, src_lang="ko", tgt_lang="en", additional_special_tokens=languages
    )  # as in its own files
    config = M2M100Config(
        vocab_size=len(words) + len(languages) + 8, activation_function="relu", scale_embedding=True, **SIZE
    )
    return _translator(M2M100ForConditionalGeneration, config, tokenizer, folder, trained)


def _pieces(path: Path) -> list[str]:
    model = sentencepiece.SentencePieceProcessor(model_file=str(path))
    return [model.id_to_piece(k) for k in range(3, model.get_piece_size())]


def _encoder(kind: Any, config: Any, tokenizer: Any, folder: Path, trained: bool) -> Any:
    import torch
    from torch.nn import functional

    torch.set_num_threads(1)  # CTranslate2, in the same process, may have set another number
    torch.manual_seed(0)
    model = kind(config)
    if trained:
        optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
        for _ in range(15):
            a, b = (functional.normalize(mean_states(model, tokenizer, texts), dim=1) for texts in check.texts())
            loss = functional.cross_entropy(a @ b.T * 20, torch.arange(len(a)))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return _saved(model, tokenizer, folder)


def mean_states(model: Any, tokenizer: Any, texts: Any) -> Any:
    """(texts, width): the reference: what Transformers gives."""
    batch = tokenizer(list(texts), padding=True, truncation=True, return_tensors="pt")
    states = model(**batch).last_hidden_state
    mask = batch["attention_mask"][:, :, None]
    return (states * mask).sum(1) / mask.sum(1)


def _translator(kind: Any, config: Any, tokenizer: Any, folder: Path, trained: bool) -> Any:
    import torch

    torch.set_num_threads(1)  # CTranslate2, in the same process, may have set another number
    torch.manual_seed(0)
    model = kind(config)
    if trained:
        korean, english = (list(texts[:PAIRS]) for texts in check.texts())
        batch = tokenizer(korean, text_target=english, padding=True, return_tensors="pt")
        batch["labels"][batch["labels"] == tokenizer.pad_token_id] = -100
        optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
        for _ in range(400):
            loss = model(**batch).loss
            if loss.item() < 0.02:
                break
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            with (
                torch.no_grad()
            ):  # as in Marian, whose translations begin with a <pad> that is nothing: CTranslate2 takes it so
                model.get_input_embeddings().weight[tokenizer.pad_token_id] = 0
    return _saved(model, tokenizer, folder)


def _saved(model: Any, tokenizer: Any, folder: Path) -> Any:
    model.eval()
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return model, tokenizer
