"""Several translations of one source in the light of each other: a row says what each text has, and who is told."""

from __future__ import annotations

from itertools import permutations

import pytest

import align
from align.checks.departures import listed

QUIET = [
    ("all alike", "350명이 왔다.", ("350 people came.", "350 Personen kamen.", "350 personnes sont venues.")),
    ("the source is silent and all agree", "많이 왔다.", ("350 people came.", "350 Personen kamen.", "350 personnes.")),
    ("one alone adds a figure", "많이 왔다.", ("350 people came.", "Viele kamen.", "Beaucoup sont venus.")),
    ("each adds another", "많이 왔다.", ("350 people came.", "In 12 Bussen.", "Le 7e jour.")),
    (
        "a rounded one beside exact ones",
        "4,312명이 왔다.",
        ("Some 4,300 people came.", "4312 Personen.", "4312 personnes."),
    ),
    ("a coarser date", "11월 6일 왔다.", ("They came in November.", "Sie kamen (2024-11-06).", "Venus (2024-11-06).")),
]
TOLD = [
    ("one of three", "350명이 왔다.", ("350 people came.", "350 Personen kamen.", "530 personnes."), {"fr": "530"}),
    ("all of three", "350명이 왔다.", ("530 people came.", "530 Personen.", "530 personnes."), {"en": "530", "de": "530", "fr": "530"}),
    ("two against the source and one", "350명이 왔다.", ("530 people.", "530 Personen.", "350 personnes."), {"en": "530", "de": "530"}),
    ("a silent source", "많이 왔다.", ("350 people came.", "350 Personen kamen.", "530 personnes."), {"fr": "530"}),
    ("the other way round", "많이 왔다.", ("530 people came.", "350 Personen kamen.", "350 personnes."), {"en": "530"}),
]  # fmt: skip
LANGS = ("en", "de", "fr")


def report(source: str, targets: tuple[str, ...]) -> align.Report:
    head = "양국 대표단이 서울에서 만났다.\n\n"
    heads = ("The two delegations met in Seoul.", "Die Delegationen trafen sich in Seoul.", "Rencontre à Séoul.")
    alignments = [
        align.pair(
            align.read(text=f"{head}{source}\n", name="a.ko.txt", date="2024-11-07"),
            align.read(text=f"{mine}\n\n{text}\n", name=f"a.{lang}.txt", date="2024-11-07"),
        )
        for lang, mine, text in zip(LANGS, heads, targets, strict=False)
    ]
    found = align.check(*alignments)
    assert isinstance(found, align.Report)
    return found


def conflicts(found: align.Report) -> dict[str, str]:
    texts = {part.alignment.target.lang: part.alignment.target.text for part in found.parts}
    return {
        f.lang: texts[f.lang][f.target.start : f.target.end] for f in found if f.rule.endswith("-conflict") and f.target
    }


@pytest.mark.parametrize(("source", "targets"), [row[1:] for row in QUIET], ids=[row[0] for row in QUIET])
def test_quiet(source: str, targets: tuple[str, ...]) -> None:
    assert conflicts(report(source, targets)) == {}


@pytest.mark.parametrize(("source", "targets", "told"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_told(source: str, targets: tuple[str, ...], told: dict[str, str]) -> None:
    assert conflicts(report(source, targets)) == told


def test_of_two_that_differ_neither_is_blamed() -> None:
    found = [
        f for f in report("많이 왔다.", ("350 people came.", "530 Personen kamen.")) if f.rule == "number-conflict"
    ]
    assert {f.severity for f in found} == {"info"}
    assert found[0].message == "de says 530; this says 350, and the source leaves it open"
    assert not found[0].expected


def test_what_the_others_say_is_named() -> None:
    (finding,) = [f for f in report(*TOLD[3][1:3]) if f.rule == "number-conflict"]
    assert finding.source is None
    assert [(w.lang, w.text) for w in finding.others] == [("en", "350"), ("de", "350")]
    assert finding.message == "en and de say 350; this says 530, and the source leaves it open"
    assert str(finding).startswith("a.fr.txt:3:1: ")


def test_which_one_is_wrong_does_not_hang_on_the_order() -> None:
    texts = dict(zip(LANGS, TOLD[3][2], strict=True))
    for order in permutations(LANGS):
        alignments = [
            align.pair(
                align.read(text="많이 왔다.", name="a.ko.txt", lang="ko"),
                align.read(text=texts[lang], name=f"a.{lang}.txt", lang=lang),
            )
            for lang in order
        ]
        found = align.check(*alignments)
        assert isinstance(found, align.Report)
        assert [f.lang for f in found if f.rule == "number-conflict"] == ["fr"]


def test_a_witness_makes_a_finding_likelier() -> None:
    together = [f for f in report(*TOLD[0][1:3]) if f.rule == "number-conflict"]
    alone = [f for f in report(*TOLD[1][1:3]) if f.lang == "fr" and f.rule == "number-conflict"]
    assert len(together[0].others) == 2
    assert not alone[0].others
    assert together[0].probability > alone[0].probability


def test_one_report_of_all() -> None:
    found = report(*TOLD[0][1:3])
    assert [part.alignment.target.lang for part in found.parts] == [*LANGS]
    assert len(found.findings) == sum(len(part.findings) for part in found.parts)
    value = found.to_dict()
    assert {row["kind"] for row in value["facts"]} >= {"number"}
    assert value["checked"]["numbers"] == dict(found.checked)["numbers"]
    assert "a.fr.txt" in found._repr_html_()


def test_other_alignments_have_a_report_each() -> None:
    first = align.pair("하나가 왔다.\n", "One came.\n", source_lang="ko", target_lang="en")
    second = align.pair("둘이 왔다.\n", "Deux sont venus.\n", source_lang="ko", target_lang="fr")
    assert isinstance(align.check(first, second), tuple)
    assert isinstance(align.check(first, first), tuple)


def test_names_in_a_row() -> None:
    assert listed(["en", "ja", "zh"]) == "en, ja and zh"
