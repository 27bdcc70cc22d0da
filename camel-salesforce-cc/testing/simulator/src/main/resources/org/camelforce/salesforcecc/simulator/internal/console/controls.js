const status = document.getElementById("status");
const types = document.getElementById("event-types");
let offered = null;

/** Connects the buttons and forms with the actions of their names. */
export function connectControls() {
  for (const form of document.querySelectorAll("form[data-action]")) {
    form.addEventListener("submit", event => {
      event.preventDefault();
      act(form.dataset.action, Object.fromEntries(new FormData(form)), form);
    });
  }
  for (const button of document.querySelectorAll("button[data-action]")) {
    button.addEventListener("click", () => act(button.dataset.action, { down: button.dataset.down === "true" }, button));
  }
  document.getElementById("hide").addEventListener("click", () => reveal(""));
  document.getElementById("copy").addEventListener("click", event => copy(event.target));
  types.addEventListener("change", fillIn);
  const wide = matchMedia("(min-width: 60rem)");
  const fold = () => { document.getElementById("provoke").open = wide.matches; };
  wide.addEventListener("change", fold);
  fold();
}

/** Offers the platform events of the org, and an example of the fields of the one that is chosen. */
export function offerEvents(events) {
  const names = events.map(event => event.name).join();
  if (names === offered) {
    return;
  }
  offered = names;
  types.replaceChildren(...events.map(event => {
    const option = new Option(event.name, event.name);
    option.dataset.fields = JSON.stringify(Object.fromEntries(event.fields.map(field => [field, null])), null, 1);
    return option;
  }));
  types.form.querySelector("button").disabled = events.length === 0;
  fillIn();
}

function fillIn() {
  document.getElementById("event-fields").value = types.selectedOptions[0]?.dataset.fields ?? "{}";
}

async function act(name, values, origin) {
  try {
    const response = await fetch(`actions/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Simulator-Console": "1" },
      body: JSON.stringify(values),
    });
    const answer = await response.json();
    say(answer.message, response.ok, origin);
    if (answer.properties) {
      reveal(answer.properties);
    }
  } catch {
    say("The simulator did not answer.", false, origin);
  }
}

/** The message is beside the button that it is about; it is read out as its text changes where it stands. */
function say(message, done, origin) {
  const place = origin.closest(".control");
  if (status.parentElement !== place) {
    status.textContent = "";
    place.append(status);
  }
  requestAnimationFrame(() => {
    status.textContent = message;
    status.classList.toggle("failed", !done);
    status.scrollIntoView({ block: "nearest" });
  });
}

function copy(button) {
  document.getElementById("revealed-properties").select();
  const done = document.execCommand("copy");
  say(done ? "The properties are in the clipboard." : "The browser does not allow that. The properties are selected: press Ctrl+C.", done, button);
}

function reveal(properties) {
  document.getElementById("revealed-properties").value = properties;
  document.getElementById("revealed").hidden = properties === "";
}
