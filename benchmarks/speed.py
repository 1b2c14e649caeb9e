"""Speed and memory: python benchmarks/speed.py (the table of the README). Each row is a process of its own.

An article is the demo pair; a book is the articles of corpora/news one behind the other, over and over, with the numbers
of each round changed so that no two rounds are alike.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
NUMBER = re.compile(r"\d+")


def book(segments: int) -> tuple[list[str], list[str]]:
    """About `segments` Korean lines and their English."""
    articles = [
        [(folder / f"{lang}.seg").read_text(encoding="utf-8").splitlines() for lang in ("ko", "en")]
        for folder in sorted((ROOT / "corpora" / "news").iterdir())
    ]
    left: list[str] = []
    right: list[str] = []
    turn = 0
    while len(left) < segments:
        for a, b in articles:
            left += [NUMBER.sub(lambda m, t=turn: str(int(m[0]) + 7 * t), line) for line in a]
            right += [NUMBER.sub(lambda m, t=turn: str(int(m[0]) + 7 * t), line) for line in b]
        turn += 1
    return left[:segments], right[: round(segments * len(right) / len(left))]


def run(*args: str) -> tuple[float, float]:
    """Seconds and peak megabytes of a whole process."""
    code = "import sys; from align.cli import main; main()"
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code, *args], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, args
    return time.perf_counter() - start, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)


def project(folder: Path, pairs: int) -> None:
    """A project of so many article pairs: those of corpora/news over and over, each under names of its own."""
    articles = sorted((ROOT / "corpora" / "news").iterdir())
    for number in range(pairs):
        for lang in ("ko", "en"):
            text = (articles[number % len(articles)] / f"{lang}.seg").read_text(encoding="utf-8")
            (folder / f"{number:04}.{lang}.txt").write_text(text.replace("\n", "\n\n"), encoding="utf-8")
    (folder / "align.toml").write_text('[[pairs]]\nsource = "*.ko.txt"\ntarget = "*.en.txt"\n', encoding="utf-8")


def checked(folder: Path, *args: str) -> float:
    """Processor seconds of `align check` over a project, with all that it starts."""
    code = "import sys; from align.cli import main; main()"
    command = [sys.executable, "-c", code, "check", "--exit-zero", "-o", "report.json", *args]
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, args
    return usage.ru_utime + usage.ru_stime


def pipeline(pairs: int) -> None:
    """Rows of a project: for the first time, unchanged, and with one article changed; the bars are none, 2 and 3 seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder, pairs)
        first = checked(folder)
        report = (folder / "report.json").read_bytes()
        unchanged = sorted(checked(folder) for _ in range(5))[2]
        assert (folder / "report.json").read_bytes() == report
        changed = []
        for turn in range(5):
            with (folder / "0007.en.txt").open("a", encoding="utf-8") as stream:
                stream.write(f"And {turn + 2} more.\n")
            changed.append(checked(folder))
    click.echo(f"| `align check`, a project of {pairs} pairs for the first time, processor time | {first:.1f} | |")
    click.echo(f"| … unchanged; one article changed, processor time | {unchanged:.2f}; {sorted(changed)[2]:.2f} | |")


def warm(threads: int, code: str) -> list[float]:
    """What `code` prints, a number a line, in a process of its own whose numpy has `threads` threads."""
    environment = os.environ | {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return [float(line) for line in done.stdout.split()]


ARTICLES = """
import time
from pathlib import Path
from align import checks
from align.engine.engine import Engine
from align.evaluation.gold import load
engine = Engine.load("ko", "en")
pairs = [gold.running() for gold in load(Path("corpora/news"))]
def timed(work, items):
    for turn in range(4):
        start = time.perf_counter()
        for item in items:
            work(item)
        if turn:
            print((time.perf_counter() - start) / len(items))
"""
ALIGNED = ARTICLES + "timed(lambda pair: engine.align(*pair), pairs)"
CHECKED = ARTICLES + "timed(checks.run, [engine.align(*pair) for pair in pairs])"
BOOK = """
import sys, time
from pathlib import Path
from align.engine.engine import Engine, prepare
from align.lang.segmenting import segment
from align.model import Document
sides = [segment(Document(lang, lang, Path(FOLDER, f"book.{lang}.txt").read_text(encoding="utf-8")), True) for lang in ("ko", "en")]
engine = Engine.load("ko", "en")
start = time.perf_counter()
for side in sides:
    prepare(side)
read = time.perf_counter()
engine.align(*sides, paragraphs=False)
print(read - start, time.perf_counter() - read - (read - start))
"""


def best(*args: str, times: int = 5) -> tuple[float, float]:
    found = sorted(run(*args) for _ in range(times))
    return found[len(found) // 2]


@click.command()
@click.option("--sizes", default="1000,5000,20000", show_default=True, help="Segments of the books.")
def main(sizes: str) -> None:
    demo = ROOT / "corpora" / "demo"
    click.echo("| what | seconds | peak MB |\n|---|---|---|")
    seconds, megabytes = best("--help")
    click.echo(f"| `align --help` | {seconds:.2f} | {megabytes:.0f} |")
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "a.tmx")
        article = str(demo / "treaty.ko.txt"), str(demo / "treaty.en.txt")
        seconds, megabytes = best("pair", *article, "-o", out)
        click.echo(f"| `align pair`, one article to TMX | {seconds:.2f} | {megabytes:.0f} |")
        seconds = sorted(warm(1, ALIGNED))[0]
        click.echo(f"| an article of 20 sentences, warm, one core: tokens to beads | {seconds:.4f} | |")
        seconds, megabytes = best("check", *article, "--exit-zero")
        click.echo(f"| `align check`, one article | {seconds:.2f} | {megabytes:.0f} |")
        seconds = sorted(warm(1, CHECKED))[0]
        click.echo(f"| … of it the checks, warm, one core | {seconds:.4f} | |")
        others = (str(demo / f"treaty.{lang}.txt") for lang in ("ja", "zh"))
        translations = [*article, *others]
        seconds = min(checked(Path(folder), *translations) for _ in range(5))
        click.echo(f"| `align check`, one article against three translations, processor time | {seconds:.2f} | |")
        pipeline(300)
        for size in map(int, sizes.split(",")):
            for lang, lines in zip(("ko", "en"), book(size), strict=True):
                (Path(folder) / f"book.{lang}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
            paths = [str(Path(folder) / f"book.{lang}.txt") for lang in ("ko", "en")]
            seconds, megabytes = run("pair", *paths, "--lines", "-o", out)
            pace = f"{seconds:.1f} ({1e6 * seconds / size:.0f} ms per 1,000)"
            click.echo(f"| a book of {size:,} sentences to TMX, whole process | {pace} | {megabytes:.0f} |")
            tokens, rest = (1e6 * s / size for s in warm(os.cpu_count() or 1, f"FOLDER = {folder!r}\n{BOOK}"))
            click.echo(f"| … of it tokens and mentions; scoring and search | {tokens:.0f}; {rest:.0f} ms per 1,000 | |")


if __name__ == "__main__":
    main()
