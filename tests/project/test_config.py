"""align.toml: what it may say, and the line of what it may not."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import FormatError
from align.project.config import Config, Pair, Silence, read

WHOLE = """
source-lang = "ko"
target-lang = "en"
glossary = ["terms.tsv", "more.csv"]
lexicon = ["mine.npz"]
ledger = "names.tsv"
baseline = "known.json"
decisions = "decided.json"
engine = "encoder:labse"
date = 2024-11-05

[[pairs]]
source = "articles/*.ko.md"
target = "articles/*.en.md"

[[pairs]]
source = "one.ko.md"
target = "one.en.md"
date = "2024-11-06"

[check]
select = ["name-drift", "omission"]
ignore = ["addition"]
fail-on = "warning"
min-probability = 0.8

[check.severity]
name-drift = "info"

[[check.silence]]
fingerprint = "0123456789abcdef"
reason = "house style"
"""


def test_everything_that_it_may_say() -> None:
    assert read(WHOLE.encode(), "align.toml") == Config(
        "align.toml", "ko", ("en",), ("terms.tsv", "more.csv"), ("mine.npz",), "names.tsv", "known.json", "decided.json",
        "encoder:labse", date(2024, 11, 5),
        (Pair("articles/*.ko.md", "articles/*.en.md", None, 13), Pair("one.ko.md", "one.en.md", date(2024, 11, 6), 17)),
        ("name-drift", "omission"), ("addition",), "warning", {"name-drift": "info"},
        (Silence("0123456789abcdef", "house style", 31),), 0.8,
    )  # fmt: skip


def test_nothing_is_enough() -> None:
    assert read(b"", "align.toml") == Config("align.toml")


@pytest.mark.parametrize("data", [b"", b"[tool.other]\nalign = 1\n", b"[tool]\n", b"tool = 3\n"])
def test_a_pyproject_without_a_table(data: bytes) -> None:
    assert read(data, "pyproject.toml") is None


def test_a_table_of_pyproject() -> None:
    data = (
        b'[project]\nname = "x"\n[tool.align]\nsource-lang = "ko"\n[[tool.align.pairs]]\nsource = "a"\ntarget = "b"\n'
    )
    assert read(data, "pyproject.toml") == Config("pyproject.toml", "ko", pairs=(Pair("a", "b", None, 6),))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('sorce-lang = "ko"', "align.toml:1: unknown key 'sorce-lang' (nearest: source-lang)"),
        ('# glosary\n\nglosary = ["a"]', "align.toml:3: unknown key 'glosary' (nearest: glossary)"),
        ("source-lang = 3", "align.toml:1: source-lang has to be a text"),
        ('source-lang = "not a tag"', "align.toml:1: 'not a tag' is no language tag"),
        ('\nglossary = "terms.tsv"', "align.toml:2: glossary has to be a list of texts"),
        ("date = 2024", "align.toml:1: 2024 is no date"),
        ('date = "2024-13-05"', "align.toml:1: '2024-13-05' is no date"),
        ('[check]\nignore = ["addition",\n  "omision"]', "align.toml:3: no rule 'omision' (nearest: omission)"),
        ('[check]\nselect = ["nonsense"]', "align.toml:2: no rule 'nonsense' (`align explain` lists all)"),
        ('[check]\nfail-on = "never"', "align.toml:2: fail-on is one of error, warning, info"),
        ('[check.severity]\nomission = "bad"', "align.toml:2: omission is one of"),
        ('[check]\nseverity.omision = "info"', "align.toml:2: unknown key 'omision' (nearest: omission)"),
        ('check.severity = "info"', "align.toml:1: a table is expected"),
        (
            '[[pairs]]\nsource = "a"\ntarget = "b"\n[[pairs]]\nsource = "a"\ntraget = "b"',
            "align.toml:6: unknown key 'traget'",
        ),
        ('[[pairs]]\nsource = "a"\ntarget = "b"\n[[pairs]]\nsource = "a"', "align.toml:5: [[pairs]] without a target"),
        ('[[pairs]]\n\nsource = "*.ko"\ntarget = "en"', "align.toml:4: its * and ** are not those of source"),
        ('pairs = "a"', "align.toml:1: pairs has to be a list of tables ([[pairs]])"),
        ('[[check.silence]]\nfingerprint = "0123456789abcdef"', "align.toml:2: [[check.silence]] without a reason"),
        ('[[check.silence]]\nreason = "x"\nfingerprint = "12"', "align.toml:3: '12' is no fingerprint"),
        ('source-lang = "ko"\ntarget-lang = en', "align.toml:2: not TOML"),
        ("[check\n", "align.toml:1: not TOML"),
        ('a = """\n\n', "align.toml:1: not TOML"),
    ],
)
def test_what_it_may_not_say(text: str, says: str) -> None:
    with pytest.raises(FormatError) as error:
        read(text.encode(), "align.toml")
    assert str(error.value).startswith(says)
    assert "\n" not in str(error.value)


def test_a_line_of_pyproject() -> None:
    with pytest.raises(FormatError, match=r"^pyproject.toml:4: unknown key 'ignor'"):
        read(b'[tool.align]\nsource-lang = "ko"\n[tool.align.check]\nignor = ["omission"]\n', "pyproject.toml")


def test_not_utf_8() -> None:
    with pytest.raises(FormatError, match=r"^align.toml:2: not UTF-8"):
        read(b'source-lang = "ko"\n# \xb0\xa1\n', "align.toml")


@given(
    st.text()
    | st.sampled_from(WHOLE.split("\n")).map(lambda line: line * 2)
    | st.lists(st.sampled_from(WHOLE.split("\n"))).map("\n".join)
)
def test_any_text_is_a_configuration_or_one_line(text: str) -> None:
    said = "align.toml:1"
    try:
        read(text.encode("utf-8", "replace"), "align.toml")
    except FormatError as error:
        said = error.where
    assert re.fullmatch(r"align\.toml:\d+", said)
