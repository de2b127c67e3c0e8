// What is asked of the person, and what is shown before it is taken: between the rows and the foot of
// the page, so that the rows stay in sight.
import { keyName } from "./keys.js";
import { count, make, short } from "./words.js";

export class Dock {
  /// - wish: sends a wish to the server.
  /// - back: gives the focus back to the rows.
  constructor(element, opening, wish, back) {
    Object.assign(this, { element, opening, wish, back });
  }

  /// Shows what is asked; takes it away when nothing is.
  show(asks, conflict) {
    const before = this.asks;
    if (!asks) {
      if (before) this.close();
      return;
    }
    this.asks = asks;
    if (before?.kind === asks.kind) {
      if (asks.kind === "text" || asks.kind === "comment") return this.compare(conflict);
      if (asks.kind === "acceptance") return this.count(asks);
    }
    this.element.hidden = false;
    this.element.className = asks.kind;
    this[asks.kind](asks);
  }

  close() {
    this.asks = null;
    this.element.hidden = true;
    this.element.replaceChildren();
    this.back();
  }

  /// Fills the dock and puts the focus where it belongs.
  fill(label, hint, focus, ...content) {
    this.element.setAttribute("aria-label", label);
    this.element.replaceChildren(
      make("p", { class: "label" }, make("strong", {}, label), make("span", { class: "hint" }, hint)),
      ...content);
    focus.focus({ preventScroll: true });
  }

  buttons(...pairs) {
    return make("p", { class: "buttons" }, ...pairs.map(([words, action, kind]) => {
      const button = make("button", { type: "button", class: kind }, words);
      button.addEventListener("click", action);
      return button;
    }));
  }

  leave() { this.wish({ leave: {} }); }

  take() { this.wish({ take: {} }); }

  // MARK: Fields. Keys of an input method are its own: none of them saves or discards.

  text(asks) {
    const field = make("textarea", {
      lang: this.opening.languages.target, rows: 3, "aria-label": `Target text of row ${asks.row}`,
    });
    field.value = asks.words;
    this.longField(field, `Correct row ${asks.row}`);
  }

  comment(asks) {
    const field = make("textarea", { rows: 2, "aria-label": `Comment on row ${asks.row}` });
    field.value = asks.words;
    this.longField(field, `Comment on row ${asks.row}`);
  }

  longField(field, label) {
    const save = () => this.wish({ answer: { words: field.value } });
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const isSave = event.ctrlKey || event.metaKey
        ? event.key === "s" || event.key === "Enter" : false;
      if (!isSave && event.key !== "Escape") return;
      event.preventDefault();
      if (isSave) save(); else this.leave();
    });
    this.fill(label, "Ctrl-S saves · Esc discards", field, field, make("div", { class: "theirs" }),
      this.buttons(["Save", save, "main"], ["Discard", () => this.leave()]));
  }

  /// The other version, under the words being typed, which stay.
  compare(conflict) {
    if (!conflict) return;
    const theirs = this.element.querySelector(".theirs");
    const { by, row, isThere } = conflict;
    const words = this.asks.kind === "text" ? conflict.theirs.target : conflict.theirs.comment ?? "";
    theirs.replaceChildren(
      make("p", {}, `Row ${row} was changed meanwhile${by ? ` by ${by.author}` : ""}. Nothing was stored. `
        + (isThere ? "Saving again puts your words in place of these:"
          : "The row that you began with is no more; its text stands here now:")),
      make("blockquote", { lang: this.opening.languages.target }, words || "(nothing)"));
  }

  find() { this.shortField("Find", "in either text; Enter alone finds the next"); }

  row() { this.shortField("Go to row", "its number", { inputmode: "numeric" }); }

  command() {
    const list = make("datalist", { id: "commands" },
      ...this.opening.keys.map(({ command, help }) => make("option", { value: command }, help)));
    this.shortField("Command", "any action by its name, as in move source 40", { list: "commands" }, list);
  }

  shortField(label, hint, attributes = {}, ...more) {
    const field = make("input", { type: "text", "aria-label": label, autocomplete: "off", ...attributes });
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const isTop = label === "Go to row" && !field.value && this.isGoTo(event);
      if (event.key === "Enter") this.wish({ answer: { words: field.value } });
      else if (event.key === "Escape") this.leave();
      else if (isTop) this.wish({ command: { name: "top" } });
      else return;
      event.preventDefault();
      this.close();
    });
    this.fill(label, `${hint} · Esc leaves`, field, field, ...more);
  }

  /// `gg` goes to the first row.
  isGoTo(event) {
    const line = this.opening.keys.find(({ command }) => command === "go-to");
    return line.keys.includes(keyName(event));
  }

  // MARK: Choices

  /// A box that keys act on, until one takes or leaves what is shown.
  chooser(label, keys, ...content) {
    const box = make("div", { class: "chooser", tabindex: 0, role: "group", "aria-label": label },
      ...content);
    box.addEventListener("keydown", (event) => {
      if (event.target !== box) return;
      const name = keyName(event);
      if (!name || !keys(name)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    return box;
  }

  /// Keys of a split or a term, as on the terminal's screen; the Tab key is the browser's, and others
  /// go to the other side.
  draftKeys = (name) => {
    const others = this.asks.kind === "split" ? ["up", "down"] : ["space"];
    const other = others.includes(name);
    this.wish({ key: { name: other ? "tab" : name } });
    return true;
  };

  split(asks) {
    const label = `Split row ${asks.row}`;
    const rows = asks.after
      ? [this.table(asks.after, asks.side)] : [make("p", {}, "It cannot be split there.")];
    const press = (name) => () => this.wish({ key: { name } });
    const box = this.chooser(label, this.draftKeys, ...rows);
    this.fill(label, "← → by a word · ; , likely places · ↑ ↓ other side · Enter splits · Esc leaves", box, box,
      this.buttons(["Split", () => this.take(), "main"], ["←", press("left")], ["→", press("right")],
        ["Next likely place", press(";")], ["Other side", press("tab")], ["Leave", () => this.leave()]));
  }

  realignment(asks) {
    const label = `Realign: ${count(asks.count, "changed row")}`;
    const box = this.chooser(label, (name) => {
      if (name === "enter") this.take();
      else this.leave();
      return ["enter", "esc", "q"].includes(name);
    }, make("div", { class: "pair" },
      make("div", {}, make("h3", {}, "As they are"), this.table(asks.before)),
      make("div", {}, make("h3", {}, "As they would be"), this.table(asks.after))));
    this.fill(label, "Enter takes · Esc leaves", box, box,
      this.buttons(["Take", () => this.take(), "main"], ["Leave", () => this.leave()]));
  }

  /// Rows that are not stored yet; the side that keys act on is marked.
  table(rows, active) {
    const cell = (row, side) => make("td", {
      lang: this.opening.languages[side], class: side === active ? "active" : null,
    }, ...(row[side].length ? row[side] : ["∅"]).map((text) => make("div", { class: "segment" }, text)));
    return make("table", {}, make("tbody", {}, ...rows.map((row) =>
      make("tr", { class: row.isChanged ? "changed" : null },
        make("th", { scope: "row" }, `${row.isChanged ? "* " : ""}${row.row}`),
        cell(row, "source"), cell(row, "target"), make("td", { class: "shape" }, row.shape)))));
  }

  acceptance(asks) {
    const field = make("input", {
      type: "number", min: 0, max: 1, step: 0.01, value: asks.threshold, id: "threshold",
    });
    field.addEventListener("change", () => this.wish({ threshold: { value: Number(field.value) } }));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.leave();
      else if (event.key !== "Enter") return;
      else if (Number(field.value) !== this.asks.threshold) return;
      else this.take();
      event.preventDefault();
    });
    this.fill("Accept the rest", "rows that nobody has seen · Enter accepts · Esc leaves", field,
      make("p", {}, make("label", { for: "threshold" }, "From a probability of "), field),
      make("p", { class: "risk", role: "status" }),
      this.buttons(["Accept", () => this.take(), "main"], ["Leave", () => this.leave()]));
    this.count(asks);
  }

  count({ count: rows, threshold, errors, left }) {
    this.element.querySelector(".risk").textContent =
      `Accept ${count(rows, "row")} unseen, of ${short(Math.floor(threshold * 100))} and more? `
      + `${errors.toFixed(1)} errors expected among them; ${count(left, "row")} left unreviewed.`;
    this.element.querySelector(".main").disabled = rows === 0;
  }

  rowUndo(asks) {
    const label = `${asks.words}: take back ${count(asks.events.length, "change")}, the last first`;
    const box = this.chooser(label, (name) => {
      if (name === "enter") this.take(); else this.leave();
      return true;
    }, make("ol", {}, ...asks.events.map((words) => make("li", {}, words))));
    this.fill(label, "Enter takes them back · Esc leaves", box, box,
      this.buttons(["Take back", () => this.take(), "main"], ["Leave", () => this.leave()]));
  }

  // MARK: Terms

  /// Keeps what is selected in a row, and puts the cursor there: the words of the term to come.
  select() {
    const selection = getSelection();
    const cell = selection.anchorNode?.parentElement?.closest(".text");
    const words = String(selection).trim();
    this.selected = cell && words ? { side: cell.dataset.side, words } : null;
    if (!this.selected) return;
    this.wish({ point: { at: { row: Number(cell.closest(".row").dataset.row), side: cell.dataset.side } } });
    selection.removeAllRanges();
  }

  words(asks) {
    if (this.selected) return this.take();
    const line = (side) => {
      const [from, to] = asks.chosen[side] ?? [0, 0];
      const text = asks.texts[side];
      return make("p", { lang: this.opening.languages[side], class: side === asks.side ? "active" : null },
        text.slice(0, from), make("mark", { class: "chosen" }, text.slice(from, to)), text.slice(to));
    };
    const box = this.chooser("Choose a term's words", this.draftKeys, line("source"), line("target"));
    this.fill("Add a term", "← → choose · ↑ ↓ fewer, more words · Space other side · Enter goes on · Esc leaves", box, box,
      this.buttons(["Go on", () => this.take(), "main"],
        ["Other side", () => this.wish({ key: { name: "tab" } })], ["Leave", () => this.leave()]));
  }

  term(asks) {
    const { selected } = this;
    this.selected = null;
    const value = (side) => !selected ? asks.texts[side] : side === selected.side ? selected.words : "";
    const field = (side) => {
      const input = make("input", {
        type: "text", lang: this.opening.languages[side], value: value(side), id: `term-${side}`,
        autocomplete: "off",
      });
      input.addEventListener("keydown", (event) => {
        if (event.isComposing || !["Enter", "Escape"].includes(event.key)) return;
        event.preventDefault();
        if (event.key === "Enter") add(); else this.leave();
      });
      return input;
    };
    const [source, target] = [field("source"), field("target")];
    const add = () => this.wish({ term: { source: source.value, target: target.value } });
    this.fill("Add a term", "Enter adds · Esc leaves", selected?.side === "source" ? target : source,
      make("p", { class: "fields" },
        make("label", { for: "term-source" }, "Source"), source,
        make("label", { for: "term-target" }, "Target"), target),
      this.buttons(["Add", add, "main"], ["Leave", () => this.leave()]));
  }

  filter() {
    const buttons = this.opening.filters.map(({ key, name }) =>
      [`${key} ${name}`, () => this.wish({ filter: { name } })]);
    const box = this.chooser("Show only some rows", (name) => {
      this.wish({ key: { name } });
      return true;
    }, this.buttons(...buttons));
    this.fill("Show", "a letter chooses · any other key leaves", box, box);
  }
}
