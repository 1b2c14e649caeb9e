// The page at work: what is current, what a key or a button does.

const $ = selector => document.querySelector(selector);
const visible = element => element.getClientRects().length > 0;
const pairs = [...document.querySelectorAll(".pair")].map(article => new Pair(article));
const filter = new Filter($(".filters"), pairs);
const order = []; // the pairs that were changed, the last one last: what undo goes by
let current = null, finding = null, picking = null;

function open(dialog) {
  dialog.showModal();
  dialog.querySelector(".first, [data-do=close]").focus();
}

let silent = 0;
function say(text) {
  $(".status").textContent = text;
  clearTimeout(silent);
  if (!picking) silent = setTimeout(() => say(""), 6000);
}

function go(element) {
  if (!element) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

function enter(row, note) {
  current?.classList.remove("current");
  row?.classList.add("current");
  current = row;
  finding = note;
}

/** The next or previous of what `selector` finds, seen from where the reader is. */
function step(selector, by, from) {
  const every = [...document.querySelectorAll(selector)];
  const side = by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const there = e => !from?.isConnected || (from.compareDocumentPosition(e) & side && !e.contains(from));
  const beyond = e => there(e) && visible(e); // in this order: what is far off the screen is not laid out yet
  go(by > 0 ? every.find(beyond) : every.findLast(beyond));
}

const MARKED = ".omitted, .added, .moved, .doubtful";
const stepFinding = by => step(filter.notes.length ? ".note" : MARKED, by, finding?.isConnected && !finding.hidden ? finding : current);

/** Puts the beads of the current pair to what the reader wants, and goes to the row that holds `segment` then. */
function decide(pair, beads, segment, said) {
  pair.change({ beads });
  order.push(pair);
  after(said);
  go(segment.closest(".bead"));
}

function after(said) {
  const [beads, wrong] = tally(pairs);
  $(".count").textContent = beads + wrong || "";
  underline();
  if (said) say(said);
}

const segmentOf = ({ pair, bead }) => bead.s.length ? pair.segments.s[bead.s[0]] : pair.segments.t[bead.t[0]];

const actions = {
  confirm() {
    const { pair, bead } = current, d = !bead.d;
    const was = pair.first.beads.find(b => `${b.s}|${b.t}` === `${bead.s}|${bead.t}`);
    if (!d && !was) return say("You made this bead: undo takes it back");
    const fresh = { ...bead, d, c: d ? 1 : was.c };
    decide(pair, pair.beads.map(b => b === bead ? fresh : b), segmentOf(current), d ? "Confirmed" : "No longer decided");
  },
  merge() {
    const { pair, bead } = current, next = pair.beads[pair.beads.indexOf(bead) + 1];
    if (!next) return say("There is no next bead");
    const both = [...bead.s, ...next.s].length && [...bead.t, ...next.t].length;
    if (!both) return say("Two segments of one side are no bead: re-link one of them instead");
    decide(pair, merged(pair.beads, bead, next), segmentOf(current), "Merged");
  },
  async split() {
    const row = current, { pair, bead } = row;
    if (bead.s.length + bead.t.length < 2) return say("There is one segment in this bead: nothing to split");
    const segment = segmentOf(row), beads = await askSplit(pair, bead);
    if (beads?.includes(bead)) say("All of it in one bead: nothing is split");
    if (beads) decide(pair, beads, segment, "Split"); else go(row);
  },
  async relink() {
    const row = current, { pair, bead } = row, answer = await askRelink(pair, bead);
    if (!answer) return go(row);
    const { side, n, action } = answer, k = pair.beads.indexOf(bead);
    if (action !== "pick") return link({ pair, bead, side, n }, { previous: pair.beads[k - 1], next: pair.beads[k + 1] }[action]);
    picking = { pair, bead, side, n };
    document.body.classList.add("picking");
    go(row);
    say("Go to the bead and press Enter, or tap it; Escape leaves");
  },
  wrong() {
    const notes = current ? [...current.querySelectorAll(".note")].filter(visible) : [];
    const note = finding ?? (notes.length === 1 ? notes[0] : null);
    if (!note) return say(notes.length ? "Which finding? n and p go to it" : "There is no finding here");
    const { pair } = note, { fingerprint, rule } = note.dataset, wrong = new Map(pair.wrong);
    const fresh = !wrong.delete(fingerprint);
    if (fresh) wrong.set(fingerprint, { rule, reason: "" });
    pair.change({ wrong });
    order.push(pair);
    after(fresh ? "Marked as wrong" : "Not wrong after all");
    if (fresh) reason(pair, note); else go(note);
  },
  undo() {
    const pair = order.pop(), segment = current && segmentOf(current);
    if (!pair) return say("Nothing to undo");
    pair.undo();
    after("Undone");
    go(segment?.closest(".bead"));
  },
  async take(event) {
    const { repaired } = event.target.closest(".note").dataset;
    try {
      await navigator.clipboard.writeText(repaired);
      say("Copied: the sentence with what repairs it");
    } catch { say(repaired); } // a page from a file may not write to the clipboard everywhere
  },
  save: () => open(filled($("#save"), pairs)),
  help: () => open($("#help")),
  on: () => stepFinding(1),
  back: () => stepFinding(-1),
  close: event => event.target.closest("dialog").close(),
  download: () => download(pairs),
  async copy() {
    const area = $("#save textarea");
    area.select();
    try { await navigator.clipboard.writeText(area.value); } catch { document.execCommand("copy"); }
    $("#save .says").textContent = "Copied";
  },
  forget() {
    for (const pair of pairs) {
      pair.change({ beads: pair.first.beads, wrong: new Map() });
      order.push(pair);
    }
    $("#save").close();
    after("Forgotten; undo brings them back");
  },
};

/** What `decide` does, for a segment that goes to the bead `to`, or alone. */
function link({ pair, bead, side, n }, to) {
  decide(pair, relinked(pair.beads, bead, side, n, to), pair.segments[side][n], to ? "Re-linked" : "Unlinked");
}

function pick(row) {
  const { pair, bead } = picking;
  if (row && (row.pair !== pair || row.bead === bead)) return say("Another bead of the same pair, please");
  const from = picking;
  picking = null;
  if (row) link(from, row.bead); else say("");
  document.body.classList.remove("picking");
}

/** Asks beside the finding why it is wrong; Enter or leaving keeps what is written. */
function reason(pair, note) {
  const { fingerprint, rule } = note.dataset, field = make("input", "reason");
  Object.assign(field, { type: "text", placeholder: "Why? (may stay empty)", maxLength: 200 });
  field.setAttribute("aria-label", "Why the finding is wrong");
  let open = true; // taking the field away takes its focus away, which would end it once more
  const done = back => {
    if (!open) return;
    open = false;
    const text = field.value.trim();
    field.remove();
    if (text && pair.wrong.has(fingerprint)) {
      pair.set({ wrong: new Map([...pair.wrong, [fingerprint, { rule, reason: text }]]) });
      after("Reason kept");
    }
    if (back) go(note);
  };
  field.addEventListener("keydown", event => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") field.value = "";
    done(true);
  });
  field.addEventListener("blur", () => done(false));
  note.append(field);
  field.focus();
}

const KEYS = {
  j: () => step(".bead", 1, current), k: () => step(".bead", -1, current), n: actions.on, p: actions.back,
  d: () => step(MARKED, 1, current), D: () => step(MARKED, -1, current), c: "confirm", m: "merge", s: "split", r: "relink",
  x: "wrong", u: "undo", w: "save", "?": "help",
};
const ON_A_BEAD = ["confirm", "merge", "split", "relink"];

function act(name, event) {
  if (ON_A_BEAD.includes(name) && !current?.isConnected) return say("Which bead? j and k go to one, or tap it");
  actions[name](event);
}

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
  if (event.target.matches("input, textarea")) return;
  if (picking && event.key === "Escape") return pick(null);
  if (picking && event.key === "Enter") return pick(current);
  const does = KEYS[event.key];
  if (!does || (picking && typeof does === "string")) return;
  event.preventDefault();
  if (typeof does === "string") act(does, event); else does();
});

addEventListener("click", event => {
  const button = event.target.closest("[data-do]"), hit = event.target.closest(".hit");
  if (button?.dataset.do === "wrong") enter(button.closest(".bead"), button.closest(".note"));
  if (button) act(button.dataset.do, event);
  else if (picking && event.target.closest(".bead")) { event.preventDefault(); pick(event.target.closest(".bead")); }
  else if (hit) { event.preventDefault(); go(document.getElementById(hit.hash.slice(1))); }
});

addEventListener("focusin", event => {
  const row = event.target.closest?.(".bead"), note = event.target.closest?.(".note");
  if (row || note) enter(row, note);
});

/** A finding and its places in the text light up together. */
function light(event) {
  const from = event.target.closest?.(".note, .hit");
  const ids = from ? (from.dataset.for ?? from.id).split(" ") : [];
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const id of ids) document.getElementById(id).classList.add("lit");
  if (from) for (const hit of from.closest(".pair, .together").querySelectorAll(".hit"))
    if (hit.dataset.for.split(" ").some(id => ids.includes(id))) hit.classList.add("lit");
}
addEventListener("mouseover", light);
addEventListener("focusin", light);

for (const dialog of document.querySelectorAll("dialog"))
  dialog.addEventListener("close", () => { if (current) go(finding ?? current); else document.activeElement.blur(); });
for (const element of document.querySelectorAll(".script")) element.hidden = false;
document.body.classList.add("works");
const stale = pairs.reduce((sum, pair) => sum + pair.stale, 0);
after(stale ? `${stale} earlier decision${stale === 1 ? "" : "s"} no longer fit${stale === 1 ? "s" : ""} the text` : "");
