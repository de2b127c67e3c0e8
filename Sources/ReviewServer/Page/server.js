// What the page asks its server: one thing after the other, so that a key acts on the rows that the
// key before it left.

/// The address below which everything stands: `/TOKEN/`.
export const root = `/${location.pathname.split("/")[1]}/`;

/// A refusal, or a server that is gone.
export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

let asked = 0;

/// Notes on the page whether an answer is awaited.
function note(change) {
  asked += change;
  document.body.dataset.awaits = asked;
}

async function ask(path, options) {
  note(1);
  try { return await answer(path, options); } finally { note(-1); }
}

async function answer(path, options) {
  let answer;
  try {
    answer = await fetch(`${root}api/${path}`, options);
  } catch {
    throw new Refused("The server has ended. Start it again with bitext serve.", 0);
  }
  if (answer.ok) return answer.json();
  const words = await answer.text();
  let told = words.trim();
  try {
    const fault = JSON.parse(words);
    told = `${fault.place}: ${fault.problem}. ${fault.fix}`;
  } catch { /* It is in words already. */ }
  throw new Refused(told, answer.status);
}

export const get = (path) => ask(path);

export const post = (path, body) => ask(path, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

let last = Promise.resolve();

/// Does something when all that was asked for before is done.
export function inTurn(work) {
  note(1);
  const turn = last.then(work).finally(() => note(-1));
  last = turn.catch(() => {});
  return turn;
}

/// Calls back for each event of the workspace while the page is in sight, with the event's number; a
/// hidden page asks when it is seen again, and takes none of the few connections a browser has.
export function follow(onEvent, onState) {
  let source = null;
  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource(`${root}api/news`);
    source.onopen = () => onState(true);
    source.onmessage = (event) => onEvent(Number(event.data));
    source.onerror = () => onState(false);
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return open();
    source?.close();
    source = null;
  });
  open();
}
