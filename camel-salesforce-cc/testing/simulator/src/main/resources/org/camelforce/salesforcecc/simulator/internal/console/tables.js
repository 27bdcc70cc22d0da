/** A moment as hours, minutes and seconds. */
export function clock(millis) {
  return new Date(millis).toTimeString().slice(0, 8);
}

const long = text => ({ text, wraps: true });
const path = text => ({ nodes: breakable(text, /(?<=.)(?=\/.)/), wraps: true });
const request = row => path(`${row.method} ${row.path}`);
const user = row => ({ nodes: breakable(row.user, /(?=@)/), wraps: true });
const status = row => ({ nodes: [`${row.status || "none"} ${row.note}`.trim()], words: true, bad: row.status === 0 || row.status >= 400 });

const SHORT = 48;
const lines = new WeakMap();

const TABLES = {
  requests: {
    title: "Requests",
    columns: { Time: row => clock(row.at), Request: request, Status: status, Token: row => row.token, ms: row => row.millis },
  },
  sessions: {
    title: "Sessions",
    columns: { Token: row => row.token, User: user, Since: row => clock(row.since), "Times out": row => clock(row.until) },
  },
  subscriptions: {
    title: "Open subscriptions",
    columns: { Channel: row => path(row.channel), API: row => row.api, "Replay ID": row => row.position, Token: row => row.token, State: row => ({ text: row.stalled ? "silent" : "open", bad: row.stalled }) },
  },
  logins: {
    title: "Logins",
    columns: { Time: row => clock(row.at), User: user, Status: row => ({ text: row.status, bad: row.status !== "Success", words: true }), Token: row => row.token },
  },
  events: {
    title: "Events",
    columns: { Time: row => clock(row.at), Channel: row => path(row.channel), "Replay ID": row => row.replayId, Payload: payload },
  },
  records: {
    title: "Record changes",
    columns: { Time: row => clock(row.at), Change: row => row.change.toLowerCase(), Object: row => row.type, Id: row => row.id, Name: row => long(row.name) },
  },
  underWay: {
    title: "Requests without an answer yet",
    columns: { Since: row => clock(row.since), Request: request, Token: row => row.token },
  },
};

/** Builds the table of a panel once. */
export function build(panel) {
  const { title, columns } = TABLES[panel.dataset.table];
  const scroll = document.createElement("div");
  scroll.className = "scroll";
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", title);
  const table = document.createElement("table");
  const caption = table.createCaption();
  caption.append(`${title} `, document.createElement("span"));
  const head = table.createTHead().insertRow();
  for (const name of Object.keys(columns)) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = name;
    head.append(cell);
  }
  table.createTBody();
  scroll.append(table);
  panel.append(scroll);
}

/** Shows rows, the newest first, and how many there are in all. A row that is shown already stays as it is. */
export function fill(panel, rows, total) {
  const { columns } = TABLES[panel.dataset.table];
  panel.querySelector("caption span").textContent = total > rows.length ? `latest ${rows.length} of ${total}` : `${total}`;
  const body = panel.querySelector("tbody");
  const wanted = rows.map(row => lineOf(row, columns));
  const kept = new Set(wanted);
  [...body.rows].filter(line => !kept.has(line)).forEach(line => line.remove());
  wanted.forEach((line, place) => {
    if (body.rows[place] !== line) {
      body.insertBefore(line, body.rows[place] ?? null);
    }
  });
}

function lineOf(row, columns) {
  let line = lines.get(row);
  if (!line) {
    line = document.createElement("tr");
    Object.values(columns).forEach(of => put(line.insertCell(), of(row)));
    lines.set(row, line);
  }
  return line;
}

function put(cell, value) {
  const { text, nodes, bad, wraps, words } = value !== null && typeof value === "object" ? value : { text: value };
  cell.append(...nodes ?? [text ?? ""]);
  cell.classList.toggle("bad", Boolean(bad));
  cell.classList.toggle("wraps", Boolean(wraps));
  cell.classList.toggle("words", Boolean(words));
}

/** A text that may break at certain places, and elsewhere only if it must. */
export function breakable(text, places) {
  return text.split(places).flatMap((part, place) => place === 0 ? [part] : [document.createElement("wbr"), part]);
}

function payload(row) {
  const change = /"changeType":"(\w+)"/.exec(row.payload);
  if (!change && row.payload.length <= SHORT) {
    return long(row.payload);
  }
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = change ? change[1].toLowerCase() : `${row.payload.slice(0, SHORT)}…`;
  const whole = document.createElement("code");
  whole.textContent = row.payload;
  details.append(summary, whole);
  return { nodes: [details], wraps: true };
}
