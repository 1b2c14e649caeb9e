// A pair of articles on the page: its beads, its wrong findings, and the rows that show them.

const DOUBTFUL = 0.7; // as align.page.article has it
const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });

const kindOf = b => !b.t.length ? "omitted" : !b.s.length ? "added" : b.m ? "moved" : b.c < DOUBTFUL ? "doubtful" : "";

/** A row's texts, meta line and margin; by place, since a book has many rows. */
function partsOf(row) {
  const [source, target, margin] = row.children;
  return { source, target, margin, meta: margin.firstElementChild };
}

class Pair {
  constructor(article) {
    this.article = article;
    this.list = article.querySelector(".beads");
    this.segments = { s: [], t: [] };
    this.notes = [...article.querySelectorAll(".note")].map(note => Object.assign(note, { pair: this }));
    this.beads = [...this.list.children].map(row => {
      const { source, target } = partsOf(row), c = Number(row.dataset.confidence), m = row.classList.contains("moved");
      const bead = { s: this.take("s", source), t: this.take("t", target), c, d: false, m };
      Object.assign(row, { pair: this, bead, dressed: bead });
      return bead;
    });
    this.wrong = new Map(this.notes.filter(n => "wrong" in n.dataset)
      .map(n => [n.dataset.fingerprint, { rule: n.dataset.rule, reason: n.dataset.wrong }]));
    this.first = { beads: this.beads, wrong: this.wrong };
    this.past = [];
    this.load();
  }

  /** The numbers of the segments in a row's text, which are noted. */
  take(side, text) {
    return [...text.children].map(segment => {
      this.segments[side][segment.dataset.n] = segment;
      return Number(segment.dataset.n);
    });
  }

  /** Takes up the decisions that the page came with, and those that this browser kept. */
  load() {
    let state = this.first;
    const base = this.article.dataset.decisions, own = kept(this);
    if (base && own?.base !== base) state = withDecisions(this, state, JSON.parse(base));
    if (own) state = withDecisions(this, own.base === base ? { ...this.first, wrong: new Map() } : state, own.decisions);
    this.stale = state.stale ?? 0;
    this.beads = state.beads;
    this.wrong = state.wrong;
    this.show();
  }

  /** Goes on to what the reader decided, and keeps it. */
  change(state) {
    this.past.push({ beads: this.beads, wrong: this.wrong });
    this.set(state);
  }

  undo() {
    if (!this.past.length) return false;
    this.set(this.past.pop());
    return true;
  }

  set({ beads = this.beads, wrong = this.wrong }) {
    this.beads = beads;
    this.wrong = wrong;
    this.show();
    keep(this);
  }

  /** Brings the rows in line with the beads; a row whose segments stay together stays itself. */
  show() {
    const key = bead => `${bead.s}|${bead.t}`;
    const old = new Map([...this.list.children].map(row => [key(row.bead), row]));
    const rows = this.beads.map(bead => Object.assign(old.get(key(bead)) ?? this.build(), { bead }));
    for (const row of rows) this.dress(row);
    const staying = new Set(rows);
    for (const row of old.values()) if (!staying.has(row)) row.remove();
    let here = this.list.firstElementChild;
    for (const row of rows) if (row === here) here = here.nextElementSibling; else this.list.insertBefore(row, here);
    for (const note of this.notes) this.place(note);
  }

  build() {
    const row = Object.assign(make("li", "bead"), { tabIndex: -1, pair: this });
    for (const name of ["source", "target"]) {
      const { lang } = this.list.querySelector(`.${name}`);
      row.append(Object.assign(make("p", name), { lang, dir: "auto" }));
    }
    const margin = make("div", "margin"), meta = make("p", "meta");
    meta.append(make("span", "shape"), " · ", make("span", "sure"), " ", make("span", "kind"));
    margin.append(meta);
    row.append(margin);
    return row;
  }

  dress(row) {
    const bead = row.bead;
    if (row.dressed === bead) return;
    row.dressed = bead;
    const { source, target, meta } = partsOf(row);
    for (const [side, text] of [["s", source], ["t", target]]) {
      const segments = bead[side].map(n => this.segments[side][n]);
      if (segments.some(segment => segment.parentNode !== text)) text.replaceChildren(...segments.flatMap(s => [s, " "]).slice(0, -1));
    }
    const kind = kindOf(bead), [shape, sure, name] = meta.children;
    row.classList.remove("omitted", "added", "moved", "doubtful");
    if (kind && !(bead.d && kind === "doubtful")) row.classList.add(kind);
    row.classList.toggle("decided", bead.d);
    shape.textContent = `${bead.s.length}:${bead.t.length}`;
    sure.textContent = bead.d ? "✓ decided" : bead.c.toFixed(2);
    name.textContent = kind;
  }

  /** A finding goes where its segment went, and says whether it is wrong. */
  place(note) {
    const [side, ...n] = note.dataset.anchor, row = side && this.segments[side][n.join("")].closest(".bead");
    if (row && note.closest(".bead") !== row) {
      const { margin } = partsOf(row);
      if (!margin.querySelector(".notes")) margin.append(make("ul", "notes"));
      margin.querySelector(".notes").append(note);
    }
    const mark = this.wrong.get(note.dataset.fingerprint);
    note.classList.toggle("wrong", Boolean(mark));
    note.querySelector(".verdict")?.remove();
    if (mark) note.append(make("p", "verdict", mark.reason ? `marked as wrong: ${mark.reason}` : "marked as wrong"));
    const button = note.querySelector("[data-do=wrong]") ?? make("button", "");
    button.dataset.do = "wrong";
    button.title = "This finding is wrong (x)";
    button.textContent = mark ? "Not wrong" : "Wrong";
    button.setAttribute("aria-pressed", Boolean(mark));
    note.querySelector(".what").append(button);
    if (!note.dataset.repaired || note.querySelector("[data-do=take]")) return;
    const take = make("button", "", "Copy repaired");
    take.dataset.do = "take";
    take.title = note.dataset.repaired;
    note.querySelector(".what").append(take);
  }
}
