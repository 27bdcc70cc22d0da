const PAUSE = 5000;
const WORDS = {
  logins: count => count === 1 ? "1 login" : `${count} logins`,
  errors: count => count === 1 ? "1 request failed" : `${count} requests failed`,
  ended: count => count === 1 ? "1 session ended" : `${count} sessions ended`,
};

let waiting = {};
let timer;

/** Has logins, failed requests and ended sessions read out, together and at most once in five seconds. */
export function announce(region, entries) {
  for (const kind of entries.map(kindOf).filter(Boolean)) {
    waiting[kind] = (waiting[kind] ?? 0) + 1;
  }
  if (timer === undefined && Object.keys(waiting).length > 0) {
    say(region);
  }
}

function say(region) {
  const parts = Object.entries(WORDS).filter(([kind]) => waiting[kind]).map(([kind, words]) => words(waiting[kind]));
  waiting = {};
  if (parts.length > 0) {
    region.textContent = `${parts.join(", ")}.`;
  }
  timer = parts.length > 0 ? setTimeout(() => say(region), PAUSE) : undefined;
}

function kindOf(entry) {
  switch (entry.kind) {
    case "login":
      return entry.status === "Success" ? "logins" : null;
    case "session":
      return "ended";
    case "request":
      return entry.status >= 400 ? "errors" : null;
    default:
      return null;
  }
}
