// The review of one document pair. What a key means for the rows the server knows; the page shows
// what it answers.
import { fillAside } from "./aside.js";
import { Dock } from "./dock.js";
import { makeDraggable } from "./drag.js";
import { showFigures } from "./figures.js";
import { keyName, moving } from "./keys.js";
import { Ladder } from "./ladder.js";
import { Minimap } from "./minimap.js";
import { follow, inTurn, post, Refused } from "./server.js";
import { fillHelp, fillSwitches, fillTools, toggle } from "./tools.js";
import { make } from "./words.js";

const at = (id) => document.getElementById(id);
const name = decodeURIComponent(location.pathname.split("/")[3]);
const grid = at("rows");

let opening;
let ladder;
let minimap;
let dock;
let picture;
let typed = "";
/// How many wishes are not answered yet.
let pending = 0;
let detailTimer;

// MARK: Wishes and pictures

/// Sends a wish, shows what comes of it.
function wish(what) {
  pending += 1;
  return inTurn(async () => {
    try {
      show(await post(`tab/${opening.tab}/act`, what));
    } catch (fault) {
      await refused(fault);
    } finally {
      pending -= 1;
    }
  });
}

async function refused(fault) {
  if (!(fault instanceof Refused)) throw fault;
  if (fault.status !== 410) return complain(fault.message);
  // The server has forgotten the tab: a new one, at the same row.
  const row = picture.cursor.row;
  opening = await post(`open/${encodeURIComponent(name)}`, {});
  show(opening.picture);
  show(await post(`tab/${opening.tab}/act`, { point: { at: { row } } }));
}

function show(next) {
  const before = picture;
  picture = next;
  if (next.change && !ladder.apply(next.change)) {
    wish({ whole: {} });
    return;
  }
  ladder.place(next.cursor);
  tell(next);
  // Keys typed ahead are for the rows, not for a field that was not seen yet.
  if (pending <= 1 || next.conflict) dock.show(next.asks, next.conflict);
  const isElsewhere = before?.cursor.row !== next.cursor.row || next.change || next.asks;
  if (isElsewhere) ladder.reveal(); else ladder.render();
  if (next.change) minimap.draw();
  showFigures(next, typed);
  aside();
}

/// What came of the last key, in words.
function tell({ said, fault, conflict, shows, asks }) {
  at("said").textContent = said ?? "";
  const told = conflict ? theirs(conflict)
    : fault ? [`${fault.place}: ${fault.problem}.`, make("span", { class: "fix" }, ` ${fault.fix}`)] : [];
  at("alert").replaceChildren(...(conflict && asks?.kind === "text" ? [] : told));
  if (shows === "help") at("help").showModal();
  if (shows === "terms") toggle("aside-switch");
  if (shows === "quit") at("said").textContent = "Everything is stored: the tab can be closed.";
}

/// The other version of a row that somebody else changed.
function theirs({ row, by, theirs: now, isThere }) {
  const who = by ? ` by ${by.author} (${by.action})` : "";
  const what = isThere ? `Row ${row} was changed meanwhile${who}; nothing was stored. It now is:`
    : `The row is no longer there; somebody changed it meanwhile${who}. Nothing was stored. Its text is in row ${row}:`;
  return [what, make("blockquote", {},
    make("span", { lang: opening.languages.source }, now.source || "∅"), " │ ",
    make("span", { lang: opening.languages.target }, now.target || "∅"), ` │ ${now.status}`)];
}

function complain(words) { at("alert").textContent = words; }

const goTo = (row) => wish({ point: { at: { row } } });

/// The panel beside the rows; its terms come when the cursor rests.
function aside() {
  if (at("aside").hidden && !ladder.cursor) return;
  const { row } = picture.cursor;
  fillAside(at("aside"), ladder.views.get(row), ladder.detail, opening.languages, goTo);
  clearTimeout(detailTimer);
  detailTimer = setTimeout(async () => {
    try {
      const detail = await post(`tab/${opening.tab}/detail`, { row });
      if (!detail || picture.cursor.row !== row) return;
      ladder.tell(detail);
      fillAside(at("aside"), ladder.views.get(row), detail, opening.languages, goTo);
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
    }
  }, 60);
}

// MARK: Keys

const keysAreOn = () => at("keys-switch").getAttribute("aria-pressed") === "true";

grid.addEventListener("keydown", (event) => {
  const key = keyName(event);
  if (!key || !opening) return;
  if (!keysAreOn() && !moving.has(key)) return;
  event.preventDefault();
  if (/^\d$/.test(key) && (key !== "0" || typed)) {
    typed = (typed + key).slice(0, 7);
    return showFigures(picture, typed);
  }
  // A key held down goes no faster than the server answers.
  if (event.repeat && pending > 1) return;
  const number = typed ? Number(typed) : null;
  typed = "";
  if (opening.keys.find(({ command }) => command === "term").keys.includes(key)) dock.select();
  wish({ key: number ? { name: key, count: number } : { name: key } });
});

grid.addEventListener("click", (event) => {
  const row = event.target.closest(".row");
  if (!row || String(getSelection())) return;
  if (dock.asks) return;
  const place = { row: Number(row.dataset.row) };
  const side = event.target.closest(".text")?.dataset.side;
  const segment = event.target.closest(".segment")?.dataset.segment;
  if (side) place.side = side;
  if (segment) place.segment = Number(segment);
  wish({ point: { at: place } });
});

document.addEventListener("keydown", (event) => {
  if (!event.ctrlKey && !event.metaKey || event.key !== "p") return;
  event.preventDefault();
  printAll();
});

// MARK: Outline, print

async function fillOutline() {
  const entries = await post(`tab/${opening.tab}/outline`, {});
  const line = ({ row, isHeading, words }) => {
    const button = make("button", { type: "button", class: isHeading ? "heading" : null }, words);
    button.addEventListener("click", () => goTo(row));
    return make("li", {}, button);
  };
  at("outline").replaceChildren(entries.length ? make("ol", {}, ...entries.map(line))
    : make("p", {}, "No headings and no speakers."));
}

/// Prints every row that is shown, not only those in sight.
async function printAll() {
  at("said").textContent = "Getting every row ready to print…";
  const places = ladder.shown.filter((place) => !ladder.views.has(ladder.rows[place].id));
  for (let from = 0; from < places.length; from += 1000) {
    ladder.take(await load(places.slice(from, from + 1000)));
  }
  ladder.isWhole = true;
  ladder.render();
  at("said").textContent = "";
  print();
  ladder.isWhole = false;
  ladder.render();
}

// MARK: Beginning

const load = (rows) => post(`tab/${opening.tab}/rows`, { rows });

try {
  opening = await post(`open/${encodeURIComponent(name)}`, {});
  const { languages } = opening;
  document.title = `${opening.name} – bitext`;
  at("name").textContent = opening.name;
  for (const side of ["source", "target"]) at(`${side}-head`).textContent = `${side} ${languages[side]}`;
  grid.setAttribute("aria-label", `Rows of ${opening.name}`);
  ladder = new Ladder(grid, languages, load);
  minimap = new Minimap(at("minimap"), ladder, opening.statuses, (row) => {
    goTo(row);
    grid.focus({ preventScroll: true });
  });
  ladder.onRender = () => {
    minimap.frameWindow();
    if (picture) fillAside(at("aside"), ladder.views.get(picture.cursor.row), ladder.detail, languages, goTo);
  };
  dock = new Dock(at("dock"), opening, wish, () => grid.focus({ preventScroll: true }));
  makeDraggable(grid, (command, times, place) =>
    wish({ command: { name: command, count: times, at: place } }));
  fillTools(opening.keys, (command, isByMouse) => {
    if (command === "term") dock.select();
    if (isByMouse) grid.focus({ preventScroll: true });
    wish({ command: { name: command } });
  });
  fillHelp(opening.keys, () => grid.focus({ preventScroll: true }));
  fillSwitches();
  at("print").addEventListener("click", printAll);
  at("outline-switch").addEventListener("click", fillOutline);
  if (!at("outline").hidden) fillOutline();
  show(opening.picture);
  grid.focus();
  follow(
    (event) => inTurn(async () => {
      if (event > picture.event) show(await post(`tab/${opening.tab}/act`, { look: {} }));
    }).catch(refused),
    (isThere) => document.body.classList.toggle("lost", !isThere));
  document.body.classList.add("ready");
} catch (fault) {
  complain(fault.message);
  throw fault;
}
