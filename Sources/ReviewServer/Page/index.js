// The list of document pairs to choose from.
import { get, root } from "./server.js";
import { make } from "./words.js";

const said = document.getElementById("said");

function line(pair) {
  const share = pair.rows ? Math.floor((pair.decided * 100) / pair.rows) : 0;
  return make("tr", {},
    make("th", { scope: "row" },
      make("a", { href: `${root}review/${encodeURIComponent(pair.name)}` }, pair.name)),
    make("td", {}, `${pair.sourceLanguage} → ${pair.targetLanguage}`),
    make("td", { class: "number" }, String(pair.rows)),
    make("td", { class: "number" }, `${share} %`),
    make("td", { class: "number" }, String(pair.doubtful)),
    make("td", {}, pair.facts.client ?? ""),
    make("td", {}, pair.facts.date ?? ""));
}

try {
  const { pairs } = await get("pairs");
  document.getElementById("pairs").replaceChildren(...pairs.map(line));
  if (!pairs.length) said.textContent = "The workspace has no document pair yet: bitext align makes one.";
} catch (fault) {
  said.textContent = fault.message;
}
