"""One self-contained page: both articles side by side, and what belongs together lights up together."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import IO

from align.formats.options import Options
from align.formats.text import shape, side
from align.model import Alignment, Bead, Document

STYLE = """
:root{color-scheme:light dark;--paper:#fff;--ink:#1c1e21;--soft:#6b7280;--line:#e5e7eb;--lit:#fff3c4;--omitted:#b42318;--added:#16794a;--moved:#1f6feb;--doubt:#b7791f}
@media(prefers-color-scheme:dark){:root{--paper:#16181c;--ink:#e6e6e6;--soft:#9aa1ab;--line:#2d3138;--lit:#4a4012;--omitted:#ff8a80;--added:#7ee2a8;--moved:#8ab8ff;--doubt:#f0c674}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.65 system-ui,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",sans-serif}
h1{font-size:1.15rem;margin:.2rem 0;overflow-wrap:anywhere}
:lang(ko){word-break:keep-all}
.about{color:var(--soft);font-size:.82rem;margin:0 0 .8rem}
.about b{font-weight:600;color:var(--ink)}
.bead{display:grid;grid-template-columns:1fr 1fr 3.6rem;gap:0 1.4rem;padding:.45rem .5rem;border-bottom:1px solid var(--line);border-left:4px solid transparent;outline:none}
.bead p{margin:0;overflow-wrap:anywhere}
.bead .meta{color:var(--soft);font-size:.75rem;text-align:right;font-variant-numeric:tabular-nums;line-height:1.9}
.bead:hover,.bead:focus{background:var(--lit)}
.omitted{border-left-color:var(--omitted)}.added{border-left-color:var(--added)}.moved{border-left-color:var(--moved)}.doubtful{border-left-color:var(--doubt)}
.tag{display:block;white-space:nowrap}.omitted .tag{color:var(--omitted)}.added .tag{color:var(--added)}.moved .tag{color:var(--moved)}.doubtful .tag{color:var(--doubt)}
.none{color:var(--soft)}
.gap{margin-top:.9rem}
.legend span{margin-right:1rem;padding-left:.4rem;border-left-width:4px;border-left-style:solid}
@media(max-width:40rem){body{padding:.5rem}.bead{grid-template-columns:1fr;gap:.25rem}.bead .meta{text-align:left;order:-1;line-height:1.3}.tag{display:inline;margin-left:.6rem}.bead p+p{color:var(--soft)}.none{display:none}}
@media print{body{max-width:none;font-size:9.5pt;padding:0}.bead{break-inside:avoid}.keys{display:none}}
"""
SCRIPT = """
const beads=[...document.querySelectorAll('.bead')];
addEventListener('keydown',e=>{
  if(e.ctrlKey||e.metaKey||e.altKey)return;
  const step={j:1,ArrowDown:1,k:-1,ArrowUp:-1}[e.key];
  const jump={n:1,p:-1}[e.key];
  if(!step&&!jump)return;
  e.preventDefault();
  let i=beads.indexOf(document.activeElement);
  if(step)i=Math.min(beads.length-1,Math.max(0,i+step));
  else{do{i+=jump}while(beads[i]&&!beads[i].querySelector('.tag'));if(!beads[i])return}
  beads[i].focus();beads[i].scrollIntoView({block:'nearest'});
});
"""
DOUBTFUL = 0.7


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """The page of all alignments, one below the other; every text is escaped, and nothing is loaded from anywhere."""
    from base64 import b64encode
    from hashlib import sha256

    allowed = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    every = list(alignments)
    title = escape(every[0].source.title or every[0].source.name) if every else ""
    out.write(
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        f'script-src \'sha256-{allowed}\'"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{STYLE}</style></head><body>\n".encode("utf-8", "replace")
    )
    for alignment in every:
        out.write(_article(alignment).encode("utf-8", "replace"))
    out.write(f"<script>{SCRIPT}</script></body></html>\n".encode())


def _article(alignment: Alignment) -> str:
    source, target = alignment.source, alignment.target
    omitted = sum(len(b.source) for b in alignment.beads if not b.target)
    added = sum(len(b.target) for b in alignment.beads if not b.source)
    rows = "".join(_row(alignment, number, bead) for number, bead in enumerate(alignment.beads))
    return (
        f"<main><h1>{escape(source.name)} → {escape(target.name)}</h1>\n"
        f'<p class="about">{len(source.segments)} and {len(target.segments)} segments, <b>{omitted}</b> omitted, <b>{added}</b> added. '
        f"{escape(alignment.signature)}</p>\n"
        '<p class="about legend"><span class="omitted">omitted</span><span class="added">added</span><span class="moved">moved</span>'
        '<span class="doubtful">doubtful</span><i class="keys">j/k next, previous; n/p next, previous marked</i></p>\n'
        f"{rows}</main>\n"
    )


def _row(alignment: Alignment, number: int, bead: Bead) -> str:
    kind = (
        "omitted" if not bead.target else "added" if not bead.source else "moved" if bead.moved
        else "doubtful" if bead.confidence < DOUBTFUL else ""
    )  # fmt: skip
    first = _paragraph(alignment.source, bead.source, number) or (
        not bead.source and _paragraph(alignment.target, bead.target, number)
    )
    classes = " ".join(filter(None, ("bead", kind, "gap" if first else "")))
    tag = f'<span class="tag">{kind}</span>' if kind else ""
    return (
        f'<section class="{classes}" tabindex="0" id="b{number}">{_side(alignment.source, bead.source)}{_side(alignment.target, bead.target)}'
        f'<div class="meta">{shape(bead)} · {bead.confidence:.2f}{tag}</div></section>\n'
    )


def _side(document: Document, indices: tuple[int, ...]) -> str:
    text = escape(side(document, indices))
    return f'<p lang="{escape(document.lang or "und")}">{text}</p>' if indices else '<p class="none">—</p>'


def _paragraph(document: Document, indices: tuple[int, ...], number: int) -> bool:
    """Whether a bead begins a paragraph of a running text (where each line is one, none is marked)."""
    if not indices or not number or len({s.paragraph for s in document.segments}) == len(document.segments):
        return False
    i = indices[0]
    return i > 0 and document.segments[i].paragraph != document.segments[i - 1].paragraph
