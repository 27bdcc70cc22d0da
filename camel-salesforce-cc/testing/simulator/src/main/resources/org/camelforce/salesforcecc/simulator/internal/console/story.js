import { clock } from "./tables.js";

const POINTS = { TOKEN_REQUEST: "token endpoint", OAUTH_REQUEST: "OAuth endpoints", REST_REQUEST: "REST API", REST_RESPONSE: "REST API" };
const MOST_LINES = 60;

/** Tells the turning points, newest first; requests that failed alike one after the other make one line. */
export function tell(list, entries) {
  const lines = [];
  for (const entry of entries) {
    const line = lineOf(entry);
    const previous = lines[lines.length - 1];
    if (!line) {
      continue;
    }
    if (previous && previous.text === line.text && line.kind === "bad") {
      previous.times++;
    } else {
      lines.push({ ...line, at: entry.at, seq: entry.seq, times: 1 });
    }
  }
  list.replaceChildren(...lines.slice(-MOST_LINES).reverse().map(item));
}

function lineOf(entry) {
  switch (entry.kind) {
    case "action":
      return { kind: "own", text: `You: ${entry.message}` };
    case "login":
      return entry.status === "Success"
        ? { kind: "good", text: `Login as ${entry.user}, token ${entry.token}` }
        : null;
    case "session":
      return { kind: "bad", text: `Session of ${entry.user} ended, token ${entry.token}` };
    case "fault":
      return { kind: "bad", text: `Fault: ${POINTS[entry.point] ?? entry.point} ${entry.fault}` };
    case "request":
      return entry.note !== "fault" && (entry.status === 0 || entry.status >= 400) ? failed(entry) : null;
    default:
      return null;
  }
}

function failed(entry) {
  const login = entry.path === "/services/oauth2/token";
  const what = login ? "Login" : "Request";
  const token = entry.token ? ` with token ${entry.token}` : "";
  return entry.status === 0
    ? { kind: "bad", text: `${what}${token} got no answer` }
    : { kind: "bad", text: `${what}${token} ${login ? "denied" : "rejected"}: ${entry.status} ${entry.note}`.trim() };
}

function item(line) {
  const element = document.createElement("li");
  element.className = line.kind;
  const time = document.createElement("time");
  time.textContent = clock(line.at);
  const text = document.createElement("span");
  text.textContent = line.times > 1 ? `${line.text} (${line.times} times)` : line.text;
  element.append(time, text);
  return element;
}
