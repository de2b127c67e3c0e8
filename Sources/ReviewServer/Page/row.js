// One row of the ladder as an element.
import { make, short, sign } from "./words.js";

/// The words of a segment with what answers what in it marked.
function words(text, marks) {
  const parts = [];
  let end = 0;
  for (const { kind, at: [from, to], isMet } of marks ?? []) {
    if (from < end) continue;
    parts.push(text.slice(end, from));
    parts.push(make("mark", { class: `${kind}${isMet ? "" : " unmet"}` }, text.slice(from, to)));
    end = to;
  }
  return [...parts, text.slice(end)];
}

function segment(text, number, isActive, marks) {
  return make("div", { class: `segment${isActive ? " active" : ""}`, "data-segment": number },
    make("span", { class: "handle", "aria-hidden": "true" }),
    make("span", { class: "words" }, ...words(text, marks)));
}

function cell(view, side, language, cursor, detail) {
  const isActive = cursor?.side === side;
  const texts = view[side];
  const content = texts.length
    ? texts.map((text, number) =>
      segment(text, number, isActive && number === cursor.segment, detail?.marks?.[side]?.[number]))
    : [make("span", { class: "gap" }, "∅", make("span", { class: "spoken" }, " no text"))];
  return make("div", {
    role: "gridcell", class: `text ${side}${isActive ? " active" : ""}`, lang: language,
    "data-side": side, "aria-selected": isActive ? "true" : null,
  }, ...content);
}

function facts(row) {
  const [mark, spoken] = sign(row);
  const kinds = [...new Set(row.doubts.map((doubt) => doubt.kind))]
    .filter((kind) => kind !== "flag" && kind !== "null");
  const isFlagged = row.doubts.some((doubt) => doubt.kind === "flag");
  const has = (shown, words) => [
    make("span", { class: "mark", "aria-hidden": "true" }, shown),
    make("span", { class: "spoken" }, ` ${words},`),
  ];
  return make("div", { role: "gridcell", class: "facts" },
    make("span", { class: "sign", "aria-hidden": "true" }, mark),
    make("span", { class: "spoken" }, `${spoken}, `),
    make("span", { class: "shape" }, row.shape),
    row.confidence === undefined ? null
      : make("span", { class: "confidence" }, short(Math.floor(row.confidence * 100))),
    ...(isFlagged ? has("⚑", "flagged") : []),
    ...(row.comment ? has("”", "commented") : []),
    kinds.length ? make("span", { class: "doubts" }, kinds.join(" · ")) : null);
}

/// The element of a row.
/// - view: the row as the server tells it; `undefined` while it is on its way.
/// - cursor: where in it the cursor stands; `null` in every other row.
export function rowElement(place, summary, view, languages, cursor, detail) {
  const state = view
    ? `${view.row.isDoubtful ? "doubtful" : ""} ${view.row.status} ${view.row.kind}` : "absent";
  return make("div", {
    role: "row", id: `row-${summary.id}`, class: `row ${state}${cursor ? " cursor" : ""}`,
    "aria-rowindex": place + 1, "data-row": summary.id,
    "aria-current": cursor ? "true" : null,
  },
  make("div", { role: "rowheader", class: "number" }, String(place + 1)),
  ...(view ? [
    cell(view, "source", languages.source, cursor, detail),
    cell(view, "target", languages.target, cursor, detail),
    facts(view.row),
  ] : []));
}
