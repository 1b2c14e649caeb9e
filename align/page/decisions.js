// From beads to the decisions file and back; segments go by the names that the page gives them.

const SCHEMA = "align-decisions/1";
const BEGINS = 24; // as align.triage.decisions has it

const nameKey = name => `${name.hash} ${name.occurrence ?? 1}`;

function nameOf(segment) {
  const plain = segment.textContent.normalize("NFC").split(/\s+/).filter(Boolean).join(" ");
  const letters = [...plain];
  const begins = letters.length <= BEGINS ? plain : letters.slice(0, BEGINS - 1).join("").trimEnd() + "…";
  const name = { hash: segment.dataset.hash, begins };
  if (segment.dataset.occurrence) name.occurrence = Number(segment.dataset.occurrence);
  return name;
}

/** The decisions on a pair as a value of the file. */
function decisionsOf(pair) {
  return {
    schema: SCHEMA,
    pair: [pair.article.dataset.source, pair.article.dataset.target],
    beads: pair.beads.filter(b => b.d).map(b => ({
      source: b.s.map(i => nameOf(pair.segments.s[i])), target: b.t.map(j => nameOf(pair.segments.t[j])),
    })),
    findings: [...pair.wrong].map(([fingerprint, { rule, reason }]) => ({ fingerprint, rule, reason })),
  };
}

const lines = rows => "[" + rows.map(row => "\n  " + JSON.stringify(row)).join(",") + "]";

/** The file: a bead and a finding a line, so that two versions can be compared. */
function fileOf(pairs) {
  const every = pairs.map(decisionsOf).filter(d => pairs.length === 1 || d.beads.length || d.findings.length);
  const texts = every.map(d => `{"schema": ${JSON.stringify(d.schema)},\n "pair": ${JSON.stringify(d.pair)},\n` +
    ` "beads": ${lines(d.beads)},\n "findings": ${lines(d.findings)}}\n`);
  return texts.length === 1 ? texts[0] : "[\n" + texts.map(t => t.trimEnd()).join(",\n") + "\n]\n";
}

/** A pair's beads and wrong findings with the decisions `value` on top; `stale` counts those that no longer fit. */
function withDecisions(pair, { beads, wrong }, value) {
  const numbers = side => new Map(pair.segments[side].map((segment, n) => [nameKey(nameOf(segment)), n]));
  const known = { s: numbers("s"), t: numbers("t") };
  const find = (side, names) => names.map(name => known[side].get(nameKey(name)) ?? -1);
  const result = replayed(beads, value.beads.map(b => ({ s: find("s", b.source), t: find("t", b.target) })));
  const marks = new Map([...wrong, ...value.findings.map(f => [f.fingerprint, { rule: f.rule, reason: f.reason }])]);
  return { beads: result.beads, wrong: marks, stale: result.stale };
}

// A browser may refuse to keep anything for a file on disk: then the page still works, and the file is the way to save.
const storeKey = pair => [SCHEMA, location.pathname, pair.article.dataset.source, pair.article.dataset.target].join(" ");

function keep(pair) {
  try {
    localStorage.setItem(storeKey(pair), JSON.stringify({ base: pair.article.dataset.decisions, decisions: decisionsOf(pair) }));
    return true;
  } catch { return false; }
}

/** What was kept: {base: the decisions that the page came with then, decisions}, or null. */
function kept(pair) {
  try {
    const value = JSON.parse(localStorage.getItem(storeKey(pair)));
    return value?.decisions?.schema === SCHEMA ? value : null;
  } catch { return null; }
}
