// The beads as values. A bead is {s, t, c, d, m}: the numbers of its source and target segments, rising; its
// confidence; whether the reader decided it; whether it is moved. Nothing here changes what it was given.
"use strict";

const rise = (a, b) => a - b;

/** One bead, or a null for each segment where one side is empty. */
function whole(bead) {
  if (bead.s.length && bead.t.length) return [{ ...bead, s: [...bead.s].sort(rise), t: [...bead.t].sort(rise) }];
  return [...bead.s.map(i => ({ ...bead, s: [i], t: [] })), ...bead.t.map(j => ({ ...bead, s: [], t: [j] }))];
}

/** The positions of a longest rising run, as align.bead_order.longest_increasing finds it. */
function longestIncreasing(values) {
  const tails = [], ends = [], before = [];
  values.forEach((value, k) => {
    let low = 0, high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle] < value) low = middle + 1; else high = middle;
    }
    before.push(low ? ends[low - 1] : -1);
    tails[low] = value;
    ends[low] = k;
  });
  const found = new Set();
  for (let k = ends.length ? ends.at(-1) : -1; k >= 0; k = before[k]) found.add(k);
  return found;
}

/** In the canonical order and with the moved ones marked, as align.bead_order.ordered does it. */
function ordered(beads) {
  const full = beads.filter(b => b.s.length && b.t.length).sort((a, b) => a.s[0] - b.s[0]);
  const kept = longestIncreasing(full.map(b => b.t[0]));
  const moved = new Set(full.filter((_, k) => !kept.has(k)));
  const nulls = new Map(beads.filter(b => !b.s.length).map(b => [b.t[0], b]));
  const found = [];
  const add = bead => {
    found.push(bead.m === moved.has(bead) ? bead : { ...bead, m: moved.has(bead) });
    for (let j of bead.t) while (nulls.has(j + 1)) found.push(nulls.get(++j));
  };
  if (nulls.has(0)) add(nulls.get(0));
  beads.filter(b => b.s.length).sort((a, b) => a.s[0] - b.s[0]).forEach(add);
  return found;
}

/** `beads` with those of `old` replaced by what the reader decided. */
function decided(beads, old, fresh) {
  const held = fresh.flatMap(sides => whole({ c: 1, d: true, m: false, ...sides }));
  return ordered([...beads.filter(b => !old.includes(b)), ...held]);
}

const merged = (beads, a, b) => decided(beads, [a, b], [{ s: [...a.s, ...b.s], t: [...a.t, ...b.t] }]);

/** `bead` cut before its i-th source and j-th target segment. */
const cut = (beads, bead, i, j) => decided(beads, [bead], [
  { s: bead.s.slice(0, i), t: bead.t.slice(0, j) }, { s: bead.s.slice(i), t: bead.t.slice(j) }]);

/** Segment n of a side ("s" or "t") of bead `from` moved to bead `to`, or alone where there is none. */
function relinked(beads, from, side, n, to) {
  const left = { s: from.s, t: from.t, [side]: from[side].filter(k => k !== n) };
  const base = to ? { s: to.s, t: to.t } : { s: [], t: [] };
  return decided(beads, [from, to], [left, { ...base, [side]: [...base[side], n] }]);
}

/** `beads` with `held` ones decided where none of their segments is missing or taken, as align.triage.decisions.apply does it. */
function replayed(beads, held) {
  const taken = { s: new Set(), t: new Set() }, found = [];
  let stale = 0;
  for (const { s, t } of held) {
    if (s.some(i => i < 0 || taken.s.has(i)) || t.some(j => j < 0 || taken.t.has(j))) { stale += 1; continue; }
    found.push(...whole({ s, t, c: 1, d: true, m: false }));
    s.forEach(i => taken.s.add(i));
    t.forEach(j => taken.t.add(j));
  }
  for (const bead of beads) {
    const s = bead.s.filter(i => !taken.s.has(i)), t = bead.t.filter(j => !taken.t.has(j));
    if (s.length === bead.s.length && t.length === bead.t.length) found.push(bead);
    else found.push(...whole({ ...bead, s, t, d: false }));
  }
  return { beads: ordered(found), stale };
}
