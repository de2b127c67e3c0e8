// All there is to know of the cursor's row, beside the rows: why to look, remarks, terms, who touched
// it last.
import { make, short, sign, time } from "./words.js";

const part = (head, ...content) =>
  content.flat().length ? [make("h2", {}, head), ...content.flat()] : [];

function reasons(row) {
  const isNew = row.status === "unreviewed" && row.confidence === undefined;
  const told = row.doubts.map(({ kind, detail, probability }) =>
    make("li", {}, make("b", {}, kind), ` ${detail}`
      + (probability === undefined ? "" : ` (${short(Math.floor(probability * 100))})`)));
  if (isNew) told.unshift(make("li", {}, "new borders, of unknown confidence"));
  return told.length ? [make("ul", { class: "why" }, ...told)]
    : [make("p", { class: "none" }, row.isDoubtful ? "improbable" : "no doubt")];
}

function term(use, languages) {
  const [mark, spoken] = use.rendering === undefined ? ["✗", "not rendered"]
    : ["preferred", "admitted"].includes(use.status) ? ["✓", "rendered"] : ["~", use.status];
  const other = use.rendering ?? use.wanted.slice(0, 2).join(" / ");
  return make("li", { class: use.rendering === undefined ? "unmet" : null },
    make("span", { class: "sign", "aria-hidden": "true" }, mark),
    make("span", { class: "spoken" }, `${spoken}: `),
    make("span", { lang: languages.source }, use.term), " → ",
    make("span", { lang: languages.target }, other || "?"));
}

function twin({ row, number, target }, languages, goTo) {
  const button = make("button", { type: "button" }, `row ${number}`);
  button.addEventListener("click", () => goTo(row));
  return make("li", {}, button, make("span", { lang: languages.target }, ` ${target || "∅"}`));
}

const event = ({ time: seconds, author, action, subject }) =>
  make("li", {}, `${action} ${subject}`, make("span", { class: "when" }, ` · ${author}, ${time(seconds)}`));

/// Fills the panel.
/// - view: the row; `undefined` while it is on its way.
/// - detail: its terms, twins and history; `null` while these are.
/// - goTo: called with the id of a row to go to.
export function fillAside(element, view, detail, languages, goTo) {
  if (!view) return element.replaceChildren();
  const { row } = view;
  const [mark, spoken] = sign(row);
  element.replaceChildren(
    make("p", { class: "what" }, make("strong", {}, `Row ${row.row}`), ` ${mark} ${spoken} · ${row.shape}`
      + (row.confidence === undefined ? "" : ` · ${short(Math.floor(row.confidence * 100))}`)),
    ...part("Why look", reasons(row)),
    ...part("Comment", row.comment ? make("p", { class: "comment" }, row.comment) : []),
    ...part("Before it was corrected",
      row.original ? make("p", { lang: languages.target, class: "original" }, row.original) : []),
    ...part("Terms", detail?.terms.length
      ? make("ul", { class: "terms" }, ...detail.terms.map((use) => term(use, languages))) : []),
    ...part("Speaker", row.speaker || row.targetSpeaker
      ? make("p", {}, [row.speaker, row.targetSpeaker].filter(Boolean).join(" ↔ ")) : []),
    ...part("Same source elsewhere", detail?.twins.length
      ? make("ul", {}, ...detail.twins.map((other) => twin(other, languages, goTo))) : []),
    ...part("History", detail?.history.length
      ? make("ul", { class: "history" }, ...detail.history.map(event)) : []));
}
