// Small words and signs, the same as on the terminal's screen, and the one way elements are made:
// text is only ever text.

/// An element with attributes and children; a child that is a string becomes text.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/// `1 row`, `2 rows`.
export const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/// A probability in hundredths as `.97`; only certainty is `1.0`.
export const short = (hundredths) =>
  hundredths >= 100 ? "1.0" : `.${String(hundredths).padStart(2, "0")}`;

/// The sign of a status, and what a screen reader says for it.
export function sign(row) {
  switch (row.status) {
    case "accepted": return ["~", "accepted"];
    case "confirmed": return row.source && row.target ? ["✓", "confirmed"] : ["⇄", "confirmed, moved"];
    case "edited": return ["✎", "edited"];
    case "omitted": return ["−", "omitted"];
    case "added": return ["+", "added"];
    case "non-text": return ["#", "non-text"];
    case "rejected": return ["✗", "rejected"];
    default: return row.isDoubtful ? ["?", "unreviewed, wants a look"] : ["", "unreviewed"];
  }
}

/// A time in seconds since 1970 as this machine writes it.
export const time = (seconds) =>
  new Date(seconds * 1000).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
