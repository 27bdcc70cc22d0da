const status = document.getElementById("status");

/** Connects the buttons and forms with the actions of their names. */
export function connectControls() {
  for (const form of document.querySelectorAll("form[data-action]")) {
    form.addEventListener("submit", event => {
      event.preventDefault();
      act(form.dataset.action, Object.fromEntries(new FormData(form)));
    });
  }
  for (const button of document.querySelectorAll("button[data-action]")) {
    button.addEventListener("click", () => act(button.dataset.action, { down: button.dataset.down === "true" }));
  }
  document.getElementById("hide").addEventListener("click", () => reveal("", ""));
}

async function act(name, values) {
  try {
    const response = await fetch(`actions/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Simulator-Console": "1" },
      body: JSON.stringify(values),
    });
    const answer = await response.json();
    say(answer.message, response.ok);
    if (answer.secret) {
      reveal(answer.key, answer.secret);
    }
  } catch {
    say("The simulator did not answer.", false);
  }
}

function say(message, done) {
  status.textContent = message;
  status.classList.toggle("failed", !done);
}

function reveal(key, secret) {
  document.getElementById("revealed-key").value = key;
  document.getElementById("revealed-secret").value = secret;
  document.getElementById("revealed").hidden = secret === "";
}
