// Buttons for the commonest commands, switches, and the list of all keys.
import { keyWords, kept } from "./keys.js";
import { make } from "./words.js";

const at = (id) => document.getElementById(id);

/// Commands with the word on their button.
const tools = [
  ["confirm", "Confirm"], ["next-doubtful", "Next doubtful"], ["undo", "Undo"], ["redo", "Redo"],
  ["nudge-down", "Nudge down"], ["nudge-up", "Nudge up"], ["merge-down", "Merge"], ["split", "Split"],
  ["omitted", "Omitted"], ["added", "Added"], ["edit", "Edit"], ["comment", "Comment"],
  ["flag", "Flag"], ["term", "Term"], ["realign", "Realign"], ["accept-rest", "Accept rest"],
  ["find", "Find"], ["filter", "Show"], ["order", "Order"], ["command", "Command"], ["help", "Keys"],
];

/// Fills the foot with buttons, one stop of the Tab key in all: arrows go from one to the next.
/// - press: called with a command's name, and whether the mouse pressed its button.
export function fillTools(keys, press) {
  const buttons = tools.map(([command, words]) => {
    const line = keys.find((entry) => entry.command === command);
    const key = line.keys.find((name) => !kept.has(name));
    const button = make("button", {
      type: "button", title: line.help, "data-command": command, tabindex: -1,
    }, words, key ? make("kbd", { "aria-hidden": "true" }, keyWords(key)) : null);
    button.addEventListener("click", (event) => press(command, event.detail > 0));
    return button;
  });
  buttons[0].tabIndex = 0;
  at("tools").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const here = buttons.indexOf(document.activeElement);
    if (!step || here < 0) return;
    event.preventDefault();
    buttons[here].tabIndex = -1;
    const next = buttons[(here + step + buttons.length) % buttons.length];
    next.tabIndex = 0;
    next.focus();
  });
  at("tools").replaceChildren(...buttons);
}

/// Fills the list of keys, from the table that the server obeys.
export function fillHelp(table, back) {
  const groups = [...new Set(table.map(({ group }) => group))];
  const line = ({ command, keys, help }) => make("div", {},
    make("dt", {}, ...names(command, keys).map((key) => make("kbd", {}, key))),
    make("dd", {}, help));
  const names = (command, keys) => {
    const here = keys.filter((key) => !kept.has(key));
    return here.length ? here.map(keyWords) : [`:${command}`];
  };
  at("help-keys").replaceChildren(...groups.map((group) => make("section", {},
    make("h3", {}, group),
    make("dl", {}, ...table.filter((entry) => entry.group === group).map(line)))));
  at("help").addEventListener("close", back);
  at("help").addEventListener("keydown", (event) => {
    if (event.key === "?" || event.key === "q") at("help").close();
  });
}

/// Turns a switch, and shows what it controls; this browser remembers it.
export function toggle(id, isOn = at(id).getAttribute("aria-pressed") !== "true") {
  at(id).setAttribute("aria-pressed", isOn);
  localStorage.setItem(`bitext-${id}`, isOn);
  const controlled = at(id).getAttribute("aria-controls");
  if (controlled) at(controlled).hidden = !isOn;
  document.body.classList.toggle(`no-${controlled ?? "keys"}`, !isOn);
}

/// Sets the switches as this browser remembers them.
export function fillSwitches() {
  for (const id of ["keys-switch", "outline-switch", "aside-switch"]) {
    const kept = localStorage.getItem(`bitext-${id}`);
    const usual = at(id).getAttribute("aria-pressed") === "true";
    toggle(id, kept === null ? usual : kept === "true");
    at(id).addEventListener("click", () => toggle(id));
  }
}
