// The rows, of which only those in sight are elements: a book of 20,000 rows scrolls as a page does.
import { rowElement } from "./row.js";
import { Refused } from "./server.js";

/// Rows above and below the window that are made ready, in pixels.
const margin = 700;
/// How much of the window stays visible above and below the cursor's row.
const context = 0.22;

export class Ladder {
  /// - element: scrolls; is the grid.
  /// - load: gives the views of rows at some places, as a promise.
  constructor(element, languages, load) {
    this.element = element;
    this.languages = languages;
    this.load = load;
    /// Every row: id, status, confidence, flags, lengths, and how high it is.
    this.rows = [];
    /// The places of the rows that the filter shows.
    this.shown = [];
    this.views = new Map();
    this.cursor = null;
    this.detail = null;
    this.version = 0;
    this.elements = new Map();
    this.space = document.createElement("div");
    this.space.className = "space";
    this.space.setAttribute("role", "presentation");
    this.body = document.createElement("div");
    this.body.className = "body";
    this.body.setAttribute("role", "rowgroup");
    this.space.append(this.body);
    element.append(this.space);
    element.addEventListener("scroll", () => this.soon());
    new ResizeObserver(() => this.resized()).observe(element);
  }

  // MARK: What changes

  /// Takes a change in; false when it does not fit what is here.
  apply(change) {
    if (change.since !== 0 && change.since !== this.version) return false;
    const added = change.rows ? change.rows.trimEnd().split("\n").map((line) => {
      const [id, status, confidence, flags, source, target] = line.split(" ").map(Number);
      return { id, status, confidence, flags, source, target, height: 0 };
    }) : [];
    const from = change.since === 0 ? 0 : change.from;
    const removed = change.since === 0 ? this.rows.length : change.removed;
    this.keepHeights(this.rows.slice(from, from + removed), added);
    this.rows = this.rows.slice(0, from).concat(added, this.rows.slice(from + removed));
    this.version = change.version;
    this.shown = [];
    this.rows.forEach((row, place) => { if (row.flags & 2) this.shown.push(place); });
    this.element.setAttribute("aria-rowcount", this.rows.length);
    this.stale = new Set(this.views.keys());
    this.tops = null;
    if (change.since === 0) this.divide();
    return true;
  }

  /// Gives each side as much of the width as its text takes of both.
  divide() {
    const sum = (side) => this.rows.reduce((all, row) => all + row[side], 0);
    const share = sum("source") / Math.max(1, sum("source") + sum("target"));
    this.share = Math.max(0.35, Math.min(0.65, share));
    const { style } = this.element.parentElement;
    style.setProperty("--source", `${this.share}fr`);
    style.setProperty("--target", `${1 - this.share}fr`);
  }

  /// Rows that were only decided stay as high as they are.
  keepHeights(old, added) {
    const heights = new Map(old.map((row) => [row.id, row]));
    for (const row of added) {
      const before = heights.get(row.id);
      if (before?.source === row.source && before.target === row.target) row.height = before.height;
    }
  }

  place(cursor) {
    this.cursor = cursor;
    this.detail = null;
  }

  tell(detail) {
    if (detail?.row !== this.cursor?.row) return;
    this.detail = detail;
    this.render();
  }

  resized() {
    if (this.width === this.element.clientWidth) return this.soon();
    this.width = this.element.clientWidth;
    for (const row of this.rows) row.height = 0;
    this.tops = null;
    this.reveal();
  }

  // MARK: Where rows stand

  /// How high a row that was never shown may be.
  estimate(row) {
    const isStacked = this.width < 640;
    const lines = (length, share) => {
      const column = isStacked ? this.width - 40 : (this.width - 190) * share - 30;
      return Math.max(1, Math.ceil((length * 8.2) / Math.max(100, column)));
    };
    const [source, target] = [lines(row.source, this.share), lines(row.target, 1 - this.share)];
    const all = isStacked ? source + target + 1 : Math.max(source, target);
    return all * 26 + 13;
  }

  /// Adds the heights up again where one changed. O(rows shown).
  measure() {
    if (this.tops) return;
    this.tops = new Float64Array(this.shown.length + 1);
    this.shown.forEach((place, index) => {
      const row = this.rows[place];
      this.tops[index + 1] = this.tops[index] + (row.height || this.estimate(row));
    });
    this.space.style.height = `${this.tops[this.shown.length]}px`;
  }

  /// The shown row at a height: its index among those shown.
  at(y) {
    let [low, high] = [0, this.shown.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tops[middle + 1] <= y) low = middle + 1; else high = middle;
    }
    return Math.max(0, low);
  }

  /// The index among those shown of the row at a place.
  indexOf(place) {
    let [low, high] = [0, this.shown.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.shown[middle] < place) low = middle + 1; else high = middle;
    }
    return low;
  }

  // MARK: Showing

  soon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.render();
    });
  }

  render() {
    if (!this.shown.length) return this.body.replaceChildren();
    this.measure();
    const { scrollTop, clientHeight } = this.element;
    const anchor = this.at(scrollTop);
    const offset = scrollTop - this.tops[anchor];
    const first = this.isWhole ? 0 : this.at(scrollTop - margin);
    const last = this.isWhole ? this.shown.length - 1 : this.at(scrollTop + clientHeight + margin);
    const places = this.shown.slice(first, last + 1);
    this.fetch(places);
    this.fill(places);
    this.body.style.transform = `translateY(${this.tops[first]}px)`;
    if (this.settle(places)) {
      this.measure();
      this.body.style.transform = `translateY(${this.tops[first]}px)`;
      const top = this.tops[anchor] + offset;
      if (Math.abs(this.element.scrollTop - top) > 0.5) this.element.scrollTop = top;
    }
    this.describe();
    this.onRender?.();
  }

  /// Asks for rows that are not here, or that may have changed. One request at a time: what is in
  /// sight when it is answered is asked for next, not all that was passed by.
  async fetch(places) {
    const wanted = places.filter((place) => {
      const { id } = this.rows[place];
      return !this.views.has(id) || this.stale?.has(id);
    });
    if (this.isAsking || !wanted.length) return;
    const { version } = this;
    this.isAsking = true;
    try {
      const views = await this.load(wanted);
      if (version === this.version) this.take(views);
    } catch (fault) {
      // A server that is gone, or has forgotten the tab, is told of where keys are sent.
      if (!(fault instanceof Refused)) throw fault;
      return;
    } finally {
      this.isAsking = false;
    }
    this.render();
    if (this.reveals) this.reveal();
  }

  take(views) {
    for (const view of views) {
      this.views.set(view.id, view);
      this.stale?.delete(view.id);
    }
  }

  /// Puts the elements of some rows in order, keeping those that are right already.
  fill(places) {
    const kept = new Map();
    let next = this.body.firstChild;
    for (const place of places) {
      const summary = this.rows[place];
      const view = this.views.get(summary.id);
      const cursor = this.cursor?.row === summary.id ? this.cursor : null;
      const detail = cursor ? this.detail : null;
      let entry = this.elements.get(summary.id);
      const isRight = entry && entry.view === view && entry.place === place
        && entry.cursor === cursor && entry.detail === detail;
      if (!isRight) {
        const element = rowElement(place, summary, view, this.languages, cursor, detail);
        if (!view) element.style.height = `${summary.height || this.estimate(summary)}px`;
        if (entry?.element === next) next = next.nextSibling;
        entry?.element.remove();
        entry = { element, view, place, cursor, detail };
      }
      kept.set(summary.id, entry);
      if (entry.element === next) next = next.nextSibling;
      else this.body.insertBefore(entry.element, next);
    }
    for (const [id, { element }] of this.elements) if (!kept.has(id)) element.remove();
    this.elements = kept;
  }

  /// Notes how high rows are; true when one is not as high as it was taken for.
  settle(places) {
    let isOther = false;
    for (const place of places) {
      const row = this.rows[place];
      const { element, view } = this.elements.get(row.id);
      if (!view) continue;
      const height = element.getBoundingClientRect().height;
      if (Math.abs(height - row.height) < 0.25) continue;
      row.height = height;
      isOther = true;
    }
    if (isOther) this.tops = null;
    return isOther;
  }

  /// Tells screen readers which row has the cursor, while it is an element.
  describe() {
    const isThere = this.cursor && this.elements.has(this.cursor.row);
    if (isThere) this.element.setAttribute("aria-activedescendant", `row-${this.cursor.row}`);
    else this.element.removeAttribute("aria-activedescendant");
  }

  /// Brings the cursor's row into sight, with some rows around it.
  reveal() {
    if (!this.cursor || !this.shown.length) return this.render();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      this.measure();
      const index = this.indexOf(this.cursor.index);
      const { clientHeight, scrollTop } = this.element;
      const room = Math.min(clientHeight * context, 160);
      const [top, bottom] = [this.tops[index], this.tops[index + 1] ?? this.tops[index]];
      let wanted = scrollTop;
      if (bottom > scrollTop + clientHeight - room) wanted = bottom - clientHeight + room;
      if (top < wanted + room) wanted = top - room;
      wanted = Math.max(0, Math.min(wanted, this.tops[this.shown.length] - clientHeight));
      if (Math.abs(wanted - scrollTop) > 1) this.element.scrollTop = wanted;
      this.render();
      if (Math.abs(wanted - scrollTop) <= 1) break;
    }
    this.reveals = !this.views.has(this.cursor.row);
  }
}
