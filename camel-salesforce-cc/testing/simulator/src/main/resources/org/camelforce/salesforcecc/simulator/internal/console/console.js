import { announce } from "./announcer.js";
import { connectControls, offerEvents } from "./controls.js";
import { drawPulse } from "./pulse.js";
import { tell } from "./story.js";
import { build, breakable, fill } from "./tables.js";

const KEPT = 200;
const SHOWN = 50;
const REST = 300;
const RETRY = 2000;
const KINDS = { requests: "request", logins: "login", events: "event", records: "record" };

const $ = id => document.getElementById(id);
const panels = Object.fromEntries([...document.querySelectorAll("[data-table]")].map(panel => [panel.dataset.table, panel]));
let entries = {};
let known = { started: 0, head: 0, version: "" };

Object.values(panels).forEach(build);
connectControls();
follow();

async function follow() {
  for (;;) {
    try {
      const response = await fetch(`changes?after=${known.head}&version=${known.version}`);
      if (!response.ok) {
        throw new Error(response.statusText);
      }
      take(await response.json());
      link("Live", "live");
      await pause(REST);
    } catch (error) {
      link("Connection lost, trying again", "lost");
      await pause(RETRY);
    }
  }
}

function take(news) {
  if (news.started !== known.started && known.started !== 0) {
    entries = {};
    known = { started: news.started, head: 0, version: "" };
    return;
  }
  for (const entry of news.entries) {
    const kind = entries[entry.kind] ??= [];
    kind.push(entry);
    kind.splice(0, Math.max(0, kind.length - KEPT));
  }
  if (known.started !== 0) {
    announce($("announcement"), news.entries);
  }
  known = news;
  show(news);
}

function show({ state, counts, pulse, now }) {
  $("org").textContent = state.orgId;
  $("url").textContent = state.loginUrl;
  $("app").textContent = state.app.name;
  $("key").textContent = state.app.key;
  $("secret-fingerprint").textContent = state.app.secretFingerprint;
  $("problems").textContent = state.app.problems;
  offerEvents(state.events);
  $("run-as").replaceChildren(...breakable(state.app.runAs || "none", /(?=@)/));
  $("login-count").textContent = plural(counts.login, "login");
  $("token-endpoint").textContent = state.tokenEndpoint ? `down, ${state.tokenEndpoint}` : "up";
  $("token-endpoint").classList.toggle("alarm", state.tokenEndpoint !== "");
  $("outage").textContent = state.tokenEndpoint ? "Take the token endpoint up" : "Take the token endpoint down";
  $("outage").dataset.down = String(state.tokenEndpoint === "");
  const waiting = state.faults.reduce((sum, fault) => sum + fault.pending, 0);
  $("waiting").textContent = waiting === 0 ? "No faults are waiting" : waiting === 1 ? "1 fault is waiting" : `${waiting} faults are waiting`;
  $("session-count").textContent = state.sessionCount;
  $("subscription-count").textContent = plural(state.subscriptionCount, "open subscription");
  const { used, limit } = state.apiUsage;
  $("api-usage").textContent = `${used.toLocaleString("en")} of ${limit.toLocaleString("en")}`;
  $("api-usage").classList.toggle("alarm", used >= limit * 0.9);
  $("api-meter").value = limit === 0 ? 1 : used / limit;
  $("users").replaceChildren(...state.users.map(name => new Option(name, name)));
  fill(panels.sessions, [...state.sessions].reverse(), state.sessionCount);
  fill(panels.subscriptions, state.subscriptions, state.subscriptionCount);
  fill(panels.underWay, state.underWay, state.underWay.length);
  for (const [table, kind] of Object.entries(KINDS)) {
    fill(panels[table], (entries[kind] ?? []).slice(-SHOWN).reverse(), counts[kind]);
  }
  const all = Object.values(entries).flat().sort((one, other) => one.at - other.at || place(one) - place(other));
  tell($("story"), all);
  $("story-empty").hidden = $("story").childElementCount > 0;
  drawPulse($("pulse"), $("pulse-text"), pulse, now);
}

/** What a person does comes before what it brings about. */
function place(entry) {
  return entry.kind === "action" ? 0 : entry.seq;
}

function plural(count, thing) {
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`;
}

function link(text, kind) {
  if ($("link").textContent !== text) {
    $("link").textContent = text;
    $("link").className = `link ${kind}`;
  }
}

function pause(millis) {
  return new Promise(resolve => setTimeout(resolve, millis));
}
