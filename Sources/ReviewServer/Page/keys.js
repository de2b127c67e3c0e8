// Keys by the names that the settings give them.

const named = {
  Enter: "enter", Escape: "esc", " ": "space", Backspace: "backspace", Delete: "delete",
  Insert: "insert", ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right",
  Home: "home", End: "end", PageUp: "pageup", PageDown: "pagedown",
};

/// Keys that stay the browser's: it finds, copies and prints as everywhere, and Tab goes on.
export const kept = new Set(["tab", "ctrl-f", "ctrl-c", "ctrl-a", "ctrl-v"]);

/// The name of a pressed key; `null` for one that is not ours: a modifier alone, one that an input
/// method is busy with, or one that the browser keeps.
export function keyName(event) {
  if (event.isComposing || event.keyCode === 229 || event.metaKey || event.key === "Tab") return null;
  const characters = [...event.key];
  const isCharacter = characters.length === 1 && event.key !== " ";
  const name = named[event.key] ?? (/^F\d+$/.test(event.key) ? event.key.toLowerCase() : null)
    ?? (isCharacter ? event.key : null);
  if (name === null) return null;
  const held = [];
  const types = event.getModifierState("AltGraph");
  if (event.altKey && !types) held.push("alt");
  if (event.ctrlKey && !types) held.push("ctrl");
  if (event.shiftKey && !isCharacter) held.push("shift");
  const whole = [...held, held.length && isCharacter ? name.toLowerCase() : name].join("-");
  return kept.has(whole) ? null : whole;
}

/// Keys that move and change nothing: they act even when single keys are switched off.
export const moving = new Set([
  "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "esc",
]);

/// A key as people read it.
export function keyWords(name) {
  const named = {
    enter: "Enter", esc: "Esc", space: "Space", up: "↑", down: "↓", left: "←", right: "→",
    pageup: "PgUp", pagedown: "PgDn", home: "Home", end: "End", backspace: "⌫", tab: "Tab",
  };
  return name.split(/-(?=.)/).map((part, index, all) =>
    index < all.length - 1 ? { ctrl: "Ctrl", alt: "Alt", shift: "Shift" }[part] ?? part
      : named[part] ?? part).join("-");
}
