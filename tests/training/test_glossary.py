"""Glossaries: what renders a term, and what may not."""

from __future__ import annotations

import pytest

from align.engine.glossary import Entry, entries, terms
from align.errors import FormatError

TBX = """<tbx><text><body><conceptEntry>
<langSec xml:lang="ko"><termSec><term>합의</term></termSec></langSec>
<langSec xml:lang="en-US"><termSec><term>agreement</term></termSec>
<termSec><term>accord</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
<termSec><term>deal</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>"""


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("a.tsv", "합의\tagreement|deal\n", [Entry("합의", ("agreement", "deal"))]),
        ("a.tsv", "합의\tagreement\n# remark\n\n합의\tdeal\n", [Entry("합의", ("agreement", "deal"))]),
        ("a.tsv", "ko\ten\tforbidden\n합의\tdeal\taccord|pact\n", [Entry("합의", ("deal",), ("accord", "pact"))]),
        ("a.tsv", "# remark\nko\ten\tnote\tForbidden\n합의\tdeal\tx\taccord\n조약\ttreaty\n", [Entry("합의", ("deal",), ("accord",)), Entry("조약", ("treaty",))]),
        ("a.tsv", "source\ttarget\tforbidden\n합의\t\taccord\n", [Entry("합의", (), ("accord",))]),
        ("a.tsv", "합의\tdeal\taccord\n", [Entry("합의", ("deal",))]),
        ("a.csv", 'ko,en,forbidden\n합의,"deal, agreement",accord\n', [Entry("합의", ("deal, agreement",), ("accord",))]),
        ("a.tbx", TBX, [Entry("합의", ("agreement", "deal"), ("accord",))]),
        ("a.tsv", "", []),
        ("a.tsv", "ko\ten\n", []),
    ],
)  # fmt: skip
def test_entries(name: str, data: str, wanted: list[Entry]) -> None:
    assert entries(data.encode(), name, "ko", "en") == wanted
    assert terms(data.encode(), name, "ko", "en") == [(e.source, t) for e in wanted for t in e.target]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.tsv", "합의\tdeal\n조약\n", "a.tsv:2: one column"),
        ("a.tsv", "ko\ten\tforbidden\n합의\t\t\n", "a.tsv:2: one column"),
        ("a.csv", '합의,"two\nlines"\n조약\n', "a.csv:3: one column"),
        ("a.tbx", "<tbx>\n<text>", "a.tbx:2: not well-formed"),
    ],
)
def test_broken(name: str, data: str, says: str) -> None:
    with pytest.raises(FormatError) as error:
        entries(data.encode(), name, "ko", "en")
    assert str(error.value).startswith(says)
