"""Speed and memory of translation memories: python benchmarks/tmx.py (a table of the README). Each row is a process of its own.

The units are made while they are written: Korean of about 40 characters, English of about 100, confidence, bead, document and date.
translate-toolkit and a plain lxml tree do the same on fewer units, since both hold all of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
START = """
import itertools, random, sys, time
from align.model import Unit
from align.formats import tmx
from align.formats.options import Options
path, many = sys.argv[1], int(sys.argv[2])
rng = random.Random(1)
ko = ["".join(chr(rng.randint(0xAC00, 0xD7A3)) for _ in range(rng.randint(2, 4))) for _ in range(2000)]
en = ["".join(rng.choice("etaoinshrdlu") for _ in range(rng.randint(3, 8))) for _ in range(2000)]
texts = [(" ".join(rng.choices(ko, k=10)), " ".join(rng.choices(en, k=16))) for _ in range(5000)]
def units():
    for n in range(many):
        source, target = texts[n % 5000]
        yield Unit(f"{n} {source}", f"{n} {target}", "ko", "en", f"d{n // 20}.ko.txt", "3 1:1", 0.9812, "20241107T000000Z")
def loop():  # what making the units costs, which is not the writer's
    start = time.perf_counter()
    for unit in units():
        pass
    return time.perf_counter() - start
"""
OURS = {
    "write": """
spent = loop()
start = time.perf_counter()
with open(path, "wb") as out:
    tmx.write_units(units(), out, Options())
print(time.perf_counter() - start - spent)
""",
    "read": """
start = time.perf_counter()
with open(path, "rb") as stream:
    assert sum(len(unit.texts) == 2 and len(unit.props) == 3 for unit in tmx.read(stream, path)) == many
print(time.perf_counter() - start)
""",
    "read as units of a language pair": """
start = time.perf_counter()
with open(path, "rb") as stream:
    assert sum(unit.confidence < 1 for unit in tmx.units(stream, path, "ko", "en")) == many
print(time.perf_counter() - start)
""",
}
TOOLKIT = {
    "write": """
from translate.storage.tmx import tmxfile
made = list(units())
start = time.perf_counter()
store = tmxfile()
for unit in made:
    store.addtranslation(unit.source, unit.source_lang, unit.target, unit.target_lang)
with open(path, "wb") as out:
    store.serialize(out)
print(time.perf_counter() - start)
""",
    "read": """
from translate.storage.tmx import tmxfile
start = time.perf_counter()
store = tmxfile.parsefile(path)
assert sum(bool(str(unit.source) and str(unit.target)) for unit in store.units) == many
print(time.perf_counter() - start)
""",
}
TREE = {
    "write": """
from lxml import etree
made = list(units())
start = time.perf_counter()
root = etree.Element("tmx", version="1.4")
etree.SubElement(root, "header", srclang="ko")
body = etree.SubElement(root, "body")
for unit in made:
    tu = etree.SubElement(body, "tu", creationdate=unit.created)
    for name, value in (("x-confidence", f"{unit.confidence:.4f}"), ("x-bead", unit.bead), ("x-document", unit.document)):
        etree.SubElement(tu, "prop", type=name).text = value
    for lang, text in ((unit.source_lang, unit.source), (unit.target_lang, unit.target)):
        tuv = etree.SubElement(tu, "tuv", {"{http://www.w3.org/XML/1998/namespace}lang": lang})
        etree.SubElement(tuv, "seg").text = text
etree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
print(time.perf_counter() - start)
""",
    "read": """
from lxml import etree
start = time.perf_counter()
found = 0
for tu in etree.parse(path).iter("tu"):
    texts = [seg.text for seg in tu.iter("seg")]
    props = {prop.get("type"): prop.text for prop in tu.iter("prop")}
    found += len(texts) == 2 and len(props) == 3
assert found == many
print(time.perf_counter() - start)
""",
}


def best(code: str, path: Path, many: int) -> tuple[float, float]:
    """Units a second and peak megabytes of the fastest of three runs, since machines are noisy."""
    return max(run(code, path, many) for _ in range(3))


def run(code: str, path: Path, many: int) -> tuple[float, float]:
    """Units a second and peak megabytes of a process."""
    process = subprocess.Popen(
        [sys.executable, "-c", START + code, str(path), str(many)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    told = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    return many / float(told), usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)


@click.command()
@click.option("--units", default=1_000_000, show_default=True)
@click.option("--others", default=100_000, show_default=True, help="Units for translate-toolkit and the tree.")
def main(units: int, others: int) -> None:
    click.echo("| what | units | units/s | peak MB | times as fast |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        ours: dict[str, float] = {}
        for what, code in OURS.items():
            rate, peak = best(code, Path(folder) / "a.tmx", units)
            ours[what] = rate
            click.echo(f"| align-toolkit, {what} | {units:,} | {rate:,.0f} | {peak:.0f} | |")
        for name, codes in (("translate-toolkit", TOOLKIT), ("a plain lxml tree", TREE)):
            run(OURS["write"], Path(folder) / "b.tmx", others)
            for what in ("read", "write"):
                rate, peak = best(codes[what], Path(folder) / "b.tmx", others)
                click.echo(
                    f"| {name}, {what} | {others:,} | {rate:,.0f} | {peak:.0f} | ours: {ours[what] / rate:.1f} |"
                )


if __name__ == "__main__":
    main()
