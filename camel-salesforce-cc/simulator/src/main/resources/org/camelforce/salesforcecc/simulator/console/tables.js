/** A moment as hours, minutes and seconds. */
export function clock(millis) {
  return new Date(millis).toTimeString().slice(0, 8);
}

const status = row => ({ text: row.status || "none", bad: row.status === 0 || row.status >= 400 });

const TABLES = {
  requests: {
    title: "Requests",
    columns: { Time: row => clock(row.at), Request: row => `${row.method} ${row.path}`, Status: status, Why: row => row.note, Token: row => row.token, ms: row => row.millis },
  },
  sessions: {
    title: "Sessions",
    columns: { Token: row => row.token, User: row => row.user, Since: row => clock(row.since), "Times out": row => clock(row.until) },
  },
  subscriptions: {
    title: "Open subscriptions",
    columns: { Channel: row => row.channel, API: row => row.api, "Replay id": row => row.position, Token: row => row.token, State: row => ({ text: row.stalled ? "silent" : "open", bad: row.stalled }) },
  },
  logins: {
    title: "Logins",
    columns: { Time: row => clock(row.at), User: row => row.user, Status: row => ({ text: row.status, bad: row.status !== "Success" }), Token: row => row.token },
  },
  events: {
    title: "Events",
    columns: { Time: row => clock(row.at), Channel: row => row.channel, "Replay id": row => row.replayId, Payload: row => row.payload },
  },
  records: {
    title: "Record changes",
    columns: { Time: row => clock(row.at), Change: row => row.change.toLowerCase(), Object: row => row.type, Id: row => row.id, Name: row => row.name },
  },
  underWay: {
    title: "Requests without an answer yet",
    columns: { Since: row => clock(row.since), Request: row => `${row.method} ${row.path}`, Token: row => row.token },
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

/** Shows rows, the newest first, and how many there are in all. */
export function fill(panel, rows, total) {
  const { columns } = TABLES[panel.dataset.table];
  panel.querySelector("caption span").textContent = total > rows.length ? `latest ${rows.length} of ${total}` : `${total}`;
  const body = panel.querySelector("tbody");
  body.replaceChildren(...rows.map(row => {
    const line = document.createElement("tr");
    for (const of of Object.values(columns)) {
      const value = of(row);
      const cell = line.insertCell();
      cell.textContent = typeof value === "object" ? value.text : value;
      cell.classList.toggle("bad", typeof value === "object" && value.bad);
    }
    return line;
  }));
}
