"""align model, and --engine on every command that has it, with models that are made here."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import cli
from align.cli.building import beside
from align.engine.neural import sentences as check
from align.errors import AlignError
from align.memory.store import Store
from tests.conftest import ROOT

KO, EN = (str(ROOT / "corpora" / "demo" / f"treaty.{lang}.txt") for lang in ("ko", "en"))
WITH = ["--engine", "encoder:mine"]


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, [*map(str, args)], standalone_mode=False)


def error(result: Result) -> str:
    """The one line that `align.cli.main` prints."""
    assert isinstance(result.exception, AlignError)
    return str(result.exception)


@pytest.fixture
def mine(folder: Path) -> Path:
    result = run("model", "add", "mine", folder)
    assert result.exit_code == 0, result.output
    assert "mine: encoder, mean, ko en; finds" in result.stderr
    assert "warning: mine: finds the translation of only" in result.stderr  # its weights are random
    return folder


def test_a_model_from_add_to_remove(mine: Path) -> None:
    assert str(mine) in run("model", "list").stdout
    told = {each["name"]: each for each in json.loads(run("model", "list", "--json").stdout)}
    assert told["mine"]["kind"] == "encoder"
    tried = run("model", "test", "mine")
    assert tried.exit_code == 0
    assert "sentences a second" in tried.stdout
    assert run("model", "remove", "mine").exit_code == 0
    assert "mine: no such model" in error(run("model", "test", "mine"))
    assert "no model was added" in error(run("model", "remove", "mine"))


def test_a_listed_model_that_is_gone(mine: Path, tmp_path: Path) -> None:
    run("model", "add", "other", mine)
    note = tmp_path / "noted" / "other.json"
    note.write_text(note.read_text().replace(str(mine), str(tmp_path / "gone")))
    result = run("model", "list")
    assert result.return_value == 2
    assert "no longer there" in result.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["model", "add", "a b", "FOLDER"], "no name for a model"),
        (["model", "add", "x", "FOLDER/none"], "no such folder"),
        (["model", "add", "x", "FOLDER/model.bin"], "not a folder"),
        (["model", "convert", "FOLDER/none", "OUT"], "no such folder"),
        (["model", "convert", "FOLDER", "OUT"], "CTranslate2 can run it as it is"),
        (["model", "convert", str(ROOT / "corpora"), "OUT"], "no config.json"),
        (["train", "--encoder", KO, "-o", str(ROOT / "corpora"), "--columns", "1,1"], "something else in it"),
        (["train", "--encoder", KO, "-o", EN, "--columns", "1,1"], "a file, and not a folder"),
        (["pair", KO, EN, "--engine", "encoder:none"], "none: no such model"),
        (["pair", KO, EN, "--engine", "translator:mine"], "use --engine encoder:mine"),
        (["pair", KO, EN, "--target-lang", "is", *WITH], "mine knows ko and en, and not is"),
        (["check", KO, EN, "--engine", "magic"], "no such engine"),
        (["build", str(ROOT / "corpora" / "demo"), "-o", "OUT.tmx", "--engine", "magic"], "no such engine"),
        (["evaluate", str(ROOT / "corpora" / "news"), "--engine", "magic"], "no such engine"),
    ],
)
def test_what_cannot_be_done_is_one_line(args: list[str], said: str, mine: Path, tmp_path: Path) -> None:
    result = run(*(str(arg).replace("FOLDER", str(mine)).replace("OUT", str(tmp_path / "out")) for arg in args))
    assert said in error(result)
    assert "\n" not in error(result)


def test_pair_and_check_with_a_model(mine: Path) -> None:
    plain, asked = run("pair", KO, EN, "--to", "beads"), run("pair", KO, EN, "--to", "beads", *WITH)
    assert asked.exit_code == 0, asked.output
    assert asked.stdout == plain.stdout == (ROOT / "corpora" / "demo" / "treaty.gold").read_text()
    assert "engine encoder:mine (" in json.loads(run("pair", KO, EN, "--to", "json", *WITH).stdout)["signature"]
    assert (
        run("check", KO, EN, "--date", "2024-11-05", *WITH).exit_code
        == run("check", KO, EN, "--date", "2024-11-05").exit_code
    )


def test_the_engine_of_the_project(mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("align.toml").write_text('engine = "encoder:mine"\n', encoding="utf-8")
    assert "engine encoder:mine (" in json.loads(run("pair", KO, EN, "--to", "json").stdout)["signature"]
    assert (
        "engine lexical" in json.loads(run("pair", KO, EN, "--to", "json", "--engine", "lexical").stdout)["signature"]
    )


def test_build_with_a_model(mine: Path, tmp_path: Path) -> None:
    out = tmp_path / "news.tmx"
    asked = ["build", str(ROOT / "corpora" / "demo"), "-o", str(out), "--json", "--jobs", "1"]
    assert json.loads(run(*asked).stdout)["aligned"] == 1
    assert json.loads(run(*asked).stdout)["aligned"] == 0  # done before
    assert json.loads(run(*asked, *WITH).stdout)["aligned"] == 1  # but not with this engine
    assert json.loads(run(*asked, *WITH).stdout)["aligned"] == 0
    with Store.open(beside([str(out)])) as store:
        assert "encoder:mine" in store.signature()


def test_evaluate_with_a_model_in_processes(mine: Path) -> None:
    found = run("evaluate", ROOT / "corpora" / "news", "--mutations", "1", "--jobs", "2", "--lines", *WITH)
    assert found.exit_code == 0, found.output


def test_a_model_that_broke_is_no_silent_fallback(mine: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(mine, tmp_path / "own"))
    run("model", "add", "own", own)
    data = (own / "model.bin").read_bytes()
    (own / "model.bin").write_bytes(b"\0" * len(data))
    result = run("pair", KO, EN, "--engine", "encoder:own")
    assert "CTranslate2 cannot load the model own" in error(result)
    built = run(
        "build", str(ROOT / "corpora" / "demo"), "-o", tmp_path / "x.tmx", "--engine", "encoder:own", "--jobs", "1"
    )
    assert "cannot load the model own" in error(built)


def test_train_an_encoder(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    text = tmp_path / "text.tsv"
    text.write_text("".join(f"{a}\t{b}\n" for a, b in zip(*check.texts(), strict=True)), encoding="utf-8")
    words = ["train", "--encoder", str(text), "-o", str(tmp_path / "made"), "--minutes", "0.05", "--vocabulary", "400"]
    words += ["--min-pairs", "40"]
    assert "fewer than the text has letters" in error(run(*words, "--vocabulary", "100"))
    for more in (["--layers", "1"], ["--bag"]):
        made = run(*words, *more, "--dictionary", str(text))
        assert made.exit_code == 0, made.output
        assert run("model", "add", "made", tmp_path / "made").exit_code == 0
        assert run("pair", KO, EN, "--engine", "encoder:made", "--to", "beads").exit_code == 0


@pytest.mark.parametrize("more", [[], ["--minutes", "60", "--bag"], ["--min-pairs", "41"]])
def test_no_encoder_of_a_handful_of_pairs(more: list[str], tmp_path: Path) -> None:
    text = tmp_path / "text.tsv"
    text.write_text("하나\tone\n" * 40, encoding="utf-8")
    told = error(run("train", "--encoder", text, "-o", tmp_path / "made", *more))
    assert "40 sentence pairs and 0 dictionary entries are too few" in told
    assert "\n" not in told
    assert not (tmp_path / "made").exists()


def test_train_without_torch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import align.training

    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "align.training.encoder", raising=False)
    monkeypatch.delattr(align.training, "encoder", raising=False)
    text = tmp_path / "text.tsv"
    text.write_text("하나\tone\n" * 40, encoding="utf-8")
    result = run("train", "--encoder", text, "-o", tmp_path / "made", "--vocabulary", "100", "--min-pairs", "40")
    assert 'pip install "align-toolkit[train]"' in error(result)


@pytest.mark.parametrize("family", ["xlmr", "marian"])
def test_convert_add_and_use(family: str, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from tests.engine.neural import tiny

    getattr(tiny, family)(tmp_path / "hf", False)
    assert run("model", "convert", tmp_path / "hf", tmp_path / "out").exit_code == 0
    assert "align model convert" in error(run("model", "add", "tiny", tmp_path / "hf"))
    added = run("model", "add", "tiny", tmp_path / "out")
    assert added.exit_code == 0, added.output
    kind = "encoder" if family == "xlmr" else "translator"
    assert run("pair", KO, EN, "--engine", f"{kind}:tiny", "--to", "beads").exit_code == 0
    assert (
        run("model", "convert", tmp_path / "hf", tmp_path / "out", "--quantization", "float32").exit_code == 0
    )  # in its place
    assert [path.name for path in tmp_path.glob(".*")] == []
    (tmp_path / "hf" / "config.json").write_text(
        json.dumps({"model_type": "xlm-roberta" if kind == "encoder" else "marian"})
    )
    assert "cannot be converted" in error(run("model", "convert", tmp_path / "hf", tmp_path / "again"))
    assert not (tmp_path / "again").exists()
