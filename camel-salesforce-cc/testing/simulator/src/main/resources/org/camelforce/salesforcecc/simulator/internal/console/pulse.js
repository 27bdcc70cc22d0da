const NAMESPACE = "http://www.w3.org/2000/svg";
const SECONDS = 60;
const SLOT = 10;
const HEIGHT = 78;

/** Draws the answers of the last minute, one bar for each second: the good ones below, the bad ones on top. */
export function drawPulse(svg, text, pulse, now) {
  const last = Math.floor(now / 1000);
  const most = Math.max(4, ...pulse.map(([, good, bad]) => good + bad));
  const bars = pulse.filter(([second]) => last - second < SECONDS).flatMap(([second, good, bad]) => {
    const x = (SECONDS - 1 - (last - second)) * SLOT;
    const goodHeight = good / most * HEIGHT;
    const badHeight = bad / most * HEIGHT;
    return [bar("good", x, HEIGHT - goodHeight, goodHeight), bar("bad", x, HEIGHT - goodHeight - badHeight, badHeight)];
  });
  svg.replaceChildren(base(), ...bars);
  const good = pulse.reduce((sum, second) => sum + second[1], 0);
  const bad = pulse.reduce((sum, second) => sum + second[2], 0);
  text.textContent = `${good} answered and ${bad} failed in the last minute.`;
}

function bar(kind, x, y, height) {
  const rect = document.createElementNS(NAMESPACE, "rect");
  rect.setAttribute("class", kind);
  rect.setAttribute("x", x + 1);
  rect.setAttribute("y", y);
  rect.setAttribute("width", SLOT - 2);
  rect.setAttribute("height", height);
  return rect;
}

function base() {
  const line = document.createElementNS(NAMESPACE, "line");
  line.setAttribute("class", "base");
  line.setAttribute("x1", 0);
  line.setAttribute("x2", SECONDS * SLOT);
  line.setAttribute("y1", HEIGHT + 1);
  line.setAttribute("y2", HEIGHT + 1);
  return line;
}
