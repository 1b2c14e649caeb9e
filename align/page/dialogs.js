// What is asked of the reader: where to split, which segment to move and where, and how to take the decisions home.

/** A dialog of radio groups and actions; resolves to {action, values}, or null where it was closed. */
function ask(title, groups, actions) {
  const dialog = make("dialog", "ask"), heading = make("h2", "", title);
  heading.id = "ask-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(heading);
  groups.forEach(({ legend, options, chosen }, g) => {
    const field = make("fieldset", "");
    field.append(make("legend", "", legend));
    options.forEach(({ text, lang }, k) => {
      const label = make("label", ""), radio = Object.assign(make("input", ""), { type: "radio", name: `g${g}`, value: k, checked: k === chosen });
      label.append(radio, Object.assign(make("span", "", text), { lang: lang ?? "en" }));
      field.append(label);
    });
    dialog.append(field);
  });
  const row = make("p", "actions");
  return new Promise(resolve => {
    const answer = action => {
      const values = groups.map((_, g) => Number(dialog.querySelector(`[name=g${g}]:checked`).value));
      dialog.close();
      dialog.remove(); // at once: its close event comes later, when the next may be open
      resolve({ action, values });
    };
    actions.forEach(([action, text], k) => {
      const button = make("button", k ? "" : "first", text);
      button.addEventListener("click", () => answer(action));
      row.append(button, " ");
    });
    const close = make("button", "", "Cancel");
    close.addEventListener("click", () => dialog.close());
    row.append(close);
    dialog.append(row);
    dialog.addEventListener("keydown", event => {
      if (event.key === "Enter" && event.target.type === "radio") { event.preventDefault(); answer(actions[0][0]); }
    });
    dialog.addEventListener("close", () => { dialog.remove(); resolve(null); });
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector("input:checked") ?? row.firstChild).focus();
  });
}

const optionsOf = (pair, side, numbers) => numbers.map(n => {
  const segment = pair.segments[side][n];
  return { text: segment.textContent, lang: segment.parentNode.lang };
});

/** The bead's beads after a split: where the second one begins on each side. */
async function askSplit(pair, bead) {
  const group = (side, legend) => {
    const options = optionsOf(pair, side, bead[side]), none = { text: "none: all of this side stays in the first" };
    const half = options.length > 1 ? Math.ceil(options.length / 2) : side === "t" && bead.s.length === 1 ? 0 : options.length;
    return { legend, options: [...options, none], chosen: half };
  };
  const answer = await ask("Where does the second bead begin?", [group("s", "Source"), group("t", "Target")], [["split", "Split"]]);
  return answer && cut(pair.beads, bead, ...answer.values);
}

/** Which segment goes, and where: {side, n, action}. */
async function askRelink(pair, bead) {
  const all = [["s", bead.s], ["t", bead.t]].flatMap(([side, numbers]) => numbers.map(n => [side, n]));
  const options = all.map(([side, n]) => optionsOf(pair, side, [n])[0]);
  const chosen = bead.t.length > 1 || !bead.s.length ? all.length - 1 : bead.s.length - 1;
  const k = pair.beads.indexOf(bead), actions = [];
  if (k > 0) actions.push(["previous", "To the previous bead"]);
  if (k < pair.beads.length - 1) actions.push(["next", "To the next bead"]);
  if (all.length > 1) actions.push(["alone", "Unlink"]);
  if (pair.beads.length > 1) actions.push(["pick", "To one that I pick…"]);
  if (!actions.length) return null;
  const answer = await ask("Which segment goes, and where?", [{ legend: "Segment", options, chosen }], actions);
  return answer && { side: all[answer.values[0]][0], n: all[answer.values[0]][1], action: answer.action };
}

/** The dialog that takes the decisions home, with them in it. */
function filled(dialog, pairs) {
  const [beads, wrong] = tally(pairs);
  dialog.querySelector(".says").textContent = beads + wrong
    ? `${beads} bead${beads === 1 ? "" : "s"} decided, ${wrong} finding${wrong === 1 ? "" : "s"} marked as wrong. --decisions replays the file.`
    : "Nothing is decided yet: confirm, merge, split or re-link beads, or mark a finding as wrong.";
  dialog.querySelector("textarea").value = fileOf(pairs);
  return dialog;
}

const tally = pairs => [pairs.flatMap(p => p.beads.filter(b => b.d)).length, pairs.flatMap(p => [...p.wrong]).length];

function download(pairs) {
  const link = make("a", "");
  link.href = URL.createObjectURL(new Blob([fileOf(pairs)], { type: "application/json" }));
  link.download = pairs.length === 1 ? `${pairs[0].article.dataset.target.replace(/\.\w+$/, "")}.decisions.json` : "decisions.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
