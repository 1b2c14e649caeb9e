"""Why a corpus builder may not want a unit: flags, kept with it so that what is delivered can be chosen later.

`own` tells what a unit shows by itself; `across` marks in the store what only all units together show.
"""

from __future__ import annotations

import re
from functools import cache

from align.engine.evidence.length import size
from align.lang import language
from align.lang.detect import TABLE, language_of
from align.lang.scripts import foreign
from align.memory.flags import FLAGS, bits
from align.memory.keys import normal
from align.memory.store import UNSUMMED, Store
from align.tags import UNKNOWN, primary

RATIO = 3.0
"""Times that one side may be longer than the other, in Latin letters; as OpusFilter's LengthRatioFilter has it by default."""
SHORT = 30.0
"""Latin letters of the longer side below which its length says nothing."""
SEEN = 4
"""Of the commonest words of another language that a segment in Latin script has to have to be taken for it."""
LEFT = 0.1
"""Share of the target's letters in the source's script from which it is not all translated."""
MARKED = "marked"
"""The store's value that tells what units there were when `across` was done."""
REPEATED = 5
"""Documents from which a sentence is boilerplate: a by-line, a copyright notice, a caption of every article."""


def own(source: str, target: str, source_lang: str, target_lang: str) -> int:
    """The flags that a unit shows by itself, as a number."""
    if not (source.strip() and target.strip()):
        return bits(("empty",))
    found = []
    mine, other = primary(source_lang), primary(target_lang)
    if not (_is(source, mine) and _is(target, other)):
        found.append("language")
    short, long = sorted((size(source), size(target)))
    if long > SHORT and long > RATIO * short:
        found.append("length")
    if normal(source).casefold() == normal(target).casefold():
        found.append("identical")
    left = _pattern(foreign(mine, other))
    if left and len(left.findall(target)) > LEFT * sum(map(str.isalpha, target)):
        found.append("untranslated")
    return bits(found)


@cache
def _pattern(letters: str) -> re.Pattern[str] | None:
    return re.compile(f"[{letters}]") if letters else None


def _is(text: str, lang: str) -> bool:
    """Whether a text may be in a language, as far as script and, in a long one, the commonest words tell."""
    script = _pattern(language(lang).letters)
    if script:
        if script.search(text):
            return True
    elif text.isascii() and not TABLE.get(lang, frozenset()).isdisjoint(text.lower().split()):
        return True
    seen = language_of(text)
    if seen in (UNKNOWN, lang):
        return True
    if seen not in TABLE or script:
        return False
    words = set(
        text.lower().split()
    )  # both in Latin letters: the commonest words of the other language have to be there
    return len(words & TABLE[seen]) < SEEN or len(words & TABLE.get(lang, frozenset())) * 2 > len(words & TABLE[seen])


def across(store: Store) -> None:
    """Mark in the store sentences that many documents have, and units that differ from an earlier one by digits, case and the like.

    Where no unit has come or gone since the last time, nothing is done.
    """
    state = "{} {}".format(*store.connection.execute("SELECT max(id), count(*) FROM units").fetchone()).encode()
    if store.get(MARKED) == state:
        return
    of = "ifnull((SELECT identity FROM sets WHERE sets.document = units.document), document)"  # one article's translations
    of = of if store.tied() else "document"
    boilerplate, near = bits(["boilerplate"]), bits(["near-duplicate"])
    with store.transaction() as connection:
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS repeated (source_key INTEGER PRIMARY KEY)")
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS alike (skeleton INTEGER PRIMARY KEY, id INTEGER)")
        connection.execute("DELETE FROM repeated")
        connection.execute("DELETE FROM alike")
        connection.execute(
            "INSERT INTO repeated SELECT source_key FROM"
            " (SELECT source_key FROM units GROUP BY source_key HAVING count(*) >= :least) AS often"
            f" WHERE (SELECT count(DISTINCT {of}) FROM units WHERE source_key = often.source_key) >= :least",
            {"least": REPEATED},
        )
        connection.execute(
            "INSERT INTO alike SELECT skeleton, min(id) FROM units WHERE first IS NULL AND skeleton <> 0"
            " GROUP BY skeleton HAVING count(*) > 1"
        )
        for bit, holds in (
            (boilerplate, "source_key IN repeated"),
            (near, "first IS NULL AND id > (SELECT id FROM alike WHERE alike.skeleton = units.skeleton)"),
        ):
            connection.execute(
                f"UPDATE units SET sum = NULL, flags = flags & ~{bit} WHERE flags & {bit} AND NOT ifnull({holds}, 0)"
            )
            connection.execute(
                f"UPDATE units SET sum = NULL, flags = flags | {bit} WHERE NOT flags & {bit} AND {holds}"
            )
        connection.execute(UNSUMMED)
    store.put({MARKED: state})


def counts(store: Store, condition: str = "1") -> dict[str, int]:
    """How many units there are, how many of them say what an earlier one says, and how many of the others have each flag.

    Of those that meet a condition of SQL.
    """
    row = store.connection.execute(
        "SELECT count(*), count(first), "
        + ", ".join(f"ifnull(sum(first IS NULL AND flags >> {k} & 1), 0)" for k in range(len(FLAGS)))
        + f" FROM units WHERE {condition}"
    ).fetchone()
    return dict(zip(("units", "duplicates", *FLAGS), row, strict=True))
