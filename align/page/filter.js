// Which findings are shown: those of the pressed severities and rules, all where none is pressed.

const SEVERITIES = ["error", "warning", "info"];

class Filter {
  constructor(bar, pairs) {
    this.pairs = pairs;
    this.notes = pairs.flatMap(pair => pair.notes);
    this.pressed = { severity: new Set(), rule: new Set() };
    const count = key => {
      const found = new Map();
      for (const note of this.notes) found.set(note.dataset[key], (found.get(note.dataset[key]) ?? 0) + 1);
      return found;
    };
    const severities = count("severity");
    for (const name of SEVERITIES.filter(s => severities.has(s))) bar.append(this.chip("severity", name, severities.get(name)));
    for (const [name, times] of [...count("rule")].sort()) bar.append(this.chip("rule", name, times));
    const only = make("button", "chip only", this.notes.length ? "only beads with findings" : "only marked beads");
    only.setAttribute("aria-pressed", "false");
    only.addEventListener("click", () => {
      const on = document.body.classList.toggle("only");
      only.setAttribute("aria-pressed", String(on));
    });
    bar.append(only);
  }

  chip(key, name, times) {
    const chip = make("button", `chip ${key} ${key === "severity" ? name : ""}`, name + " ");
    chip.append(make("b", "", String(times)));
    chip.dataset[key] = name;
    chip.setAttribute("aria-pressed", "false");
    chip.addEventListener("click", () => {
      const pressed = this.pressed[key];
      if (!pressed.delete(name)) pressed.add(name);
      chip.setAttribute("aria-pressed", String(pressed.has(name)));
      this.show();
    });
    return chip;
  }

  show() {
    const passes = note => Object.entries(this.pressed).every(([key, set]) => !set.size || set.has(note.dataset[key]));
    for (const note of this.notes) note.hidden = !passes(note);
    underline();
  }
}

/** Each place in the text looks like the gravest finding on it that is shown and not wrong, and leads to it. */
function underline() {
  for (const hit of document.querySelectorAll(".hit")) {
    const notes = hit.dataset.for.split(" ").map(id => document.getElementById(id));
    const live = notes.filter(note => !note.hidden && !note.classList.contains("wrong"));
    const first = SEVERITIES.flatMap(s => live.filter(note => note.dataset.severity === s))[0];
    hit.classList.remove(...SEVERITIES);
    hit.classList.toggle("off", !first);
    if (first) hit.classList.add(first.dataset.severity);
    hit.href = `#${(first ?? notes[0]).id}`;
  }
}
