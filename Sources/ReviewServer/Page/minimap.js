// The whole ladder in a strip: where the doubts are, what is decided, and what is in sight. A click
// goes to the row there.

/// A later one covers an earlier one where rows share a line.
const kinds = ["open", "accepted", "decided", "gap", "doubt", "grave", "flag"];

/// The place in `kinds` of a row.
function kind(row, statuses) {
  if (row.flags & 4) return 6;
  if (row.flags & 1) return row.confidence >= 0 && row.confidence < 60 ? 5 : 4;
  const status = statuses[row.status];
  if (status === "unreviewed") return row.source && row.target ? 0 : 3;
  return status === "accepted" ? 1 : 2;
}

export class Minimap {
  constructor(element, ladder, statuses, goTo) {
    Object.assign(this, { element, ladder, statuses });
    this.canvas = element.querySelector("canvas");
    this.frame = element.querySelector("div");
    element.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const share = (event.clientY - element.getBoundingClientRect().top) / element.clientHeight;
      const place = ladder.shown[Math.floor(Math.max(0, Math.min(0.9999, share)) * ladder.shown.length)];
      if (place !== undefined) goTo(ladder.rows[place].id);
    });
    new ResizeObserver(() => this.draw()).observe(element);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  /// Draws every row, or the worst of those that share a line. O(rows).
  draw() {
    const { canvas, element, ladder: { shown, rows } } = this;
    const scale = window.devicePixelRatio || 1;
    const [width, height] = [element.clientWidth, element.clientHeight];
    if (!width || !height) return;
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    const style = getComputedStyle(element);
    const colours = kinds.map((name) => style.getPropertyValue(`--map-${name}`));
    const lines = Math.min(height, shown.length);
    const step = height / lines;
    for (let line = 0; line < lines; line += 1) {
      const from = Math.floor((line * shown.length) / lines);
      const to = Math.max(from + 1, Math.floor(((line + 1) * shown.length) / lines));
      let worst = 0;
      for (let index = from; index < to; index += 1) {
        worst = Math.max(worst, kind(rows[shown[index]], this.statuses));
      }
      context.fillStyle = colours[worst];
      context.fillRect(3, line * step, width - 6, Math.max(1, step - (step > 3 ? 1 : 0)));
    }
    this.frameWindow();
  }

  /// Puts the frame around what is in sight.
  frameWindow() {
    const { ladder, element, frame } = this;
    const count = ladder.shown.length;
    if (!ladder.tops || !count) return;
    const { scrollTop, clientHeight } = ladder.element;
    const first = ladder.at(scrollTop);
    frame.style.top = `${(first / count) * 100}%`;
    frame.style.height = `${((ladder.at(scrollTop + clientHeight) + 1 - first) / count) * 100}%`;
    element.setAttribute("aria-valuemax", count);
    element.setAttribute("aria-valuenow", first + 1);
  }
}
