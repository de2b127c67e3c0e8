// How far the review has come: the line at the head of the page, and the one at its foot.

const at = (id) => document.getElementById(id);

/// When rows were decided, to tell the speed.
const decisions = [];

/// Shows the figures of a picture, and the count being typed.
export function showFigures({ tally, cursor, filter, order, locksSource }, typed) {
  const share = Math.floor((tally.decided * 100) / tally.rows);
  at("bar").style.width = `${share}%`;
  at("progress").setAttribute("aria-valuenow", share);
  const unreviewed = tally.statuses.unreviewed ?? 0;
  at("figures").textContent = [
    `row ${cursor.index + 1} of ${tally.rows}`, `${share} % decided`, `${tally.doubtful} doubtful`,
    `${tally.errors.toFixed(1)} errors expected in ${unreviewed} unreviewed`
      + (tally.unscored ? `, ${tally.unscored} of them unknown` : ""),
  ].join(" · ");
  at("modes").textContent = [
    filter === "all" ? "" : `only ${filter}`, order === "worst-first" ? "worst first" : "",
    locksSource ? "" : "source unlocked", cursor.holds ? "picked up" : "", typed && `× ${typed}`,
  ].filter(Boolean).join(" · ");
  const parts = Object.entries(tally.statuses).map(([status, number]) => `${number} ${status}`);
  at("statuses").textContent = [...parts, speed(tally)].filter(Boolean).join(" · ");
}

/// Rows decided a minute, of the last ten minutes, and how long the rest takes at that speed.
function speed({ decided, rows }) {
  const now = Date.now();
  if (decisions.at(-1)?.decided !== decided) decisions.push({ now, decided });
  while (decisions.length && now - decisions[0].now > 600_000) decisions.shift();
  const first = decisions[0];
  const minutes = (now - first.now) / 60_000;
  const done = decided - first.decided;
  if (minutes < 0.5 || done < 3) return "";
  const rate = done / minutes;
  return `${rate.toFixed(1)} rows a minute, ${Math.ceil((rows - decided) / rate)} minutes left`;
}
