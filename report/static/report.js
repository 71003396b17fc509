"use strict";

// Charts: drawn where they are to be seen, in the colours of the style sheet; drawn anew when those change.
// What is asked is the page's own: its data stand in it, the drawings and Vega lie beside it.
const MANY_MARKS = 1500; // beyond, one canvas is quicker than so many elements

const NUMBERS = {
  ru: { decimal: ",", thousands: "\u00a0", grouping: [3], currency: ["", ""], minus: "\u2212" },
  en: { decimal: ".", thousands: ",", grouping: [3], currency: ["", ""], minus: "\u2212" },
};

function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const quiet = colour("--quiet"), line = colour("--line");
  return {
    font: "system-ui, sans-serif",
    background: "transparent",
    range: { category: ["--c1", "--c2", "--c3", "--c5", "--c4"].map(colour) },
    axis: { labelColor: quiet, titleColor: quiet, domainColor: line, tickColor: line, gridColor: line, gridOpacity: 0.6, labelFontSize: 12 },
    view: { stroke: null },
    style: {
      resolved: { color: quiet, strokeWidth: 2 },
      gap: { color: quiet, strokeWidth: 1, strokeDash: [3, 4] },
      spread: { color: colour("--target"), strokeWidth: 4, opacity: 0.6 },
      stretch: { strokeWidth: 3, opacity: 0.35 },
    },
    point: { cursor: "pointer", opacity: 0.9 },
  };
}

function draw(script) {
  const told = JSON.parse(script.textContent);
  const place = document.getElementById(script.dataset.chart);
  const language = document.documentElement.lang;
  const spec = structuredClone(window.communiqueCharts[told.spec]);
  for (const param of spec.params) param.value = told.words;
  spec.datasets = told.datasets;
  spec.layer = spec.layer.filter((layer) => told.datasets[layer.data.name].length); // Vega warns of empty ones
  spec.height = told.height;
  spec.description = place.getAttribute("aria-label");
  const marks = Object.values(told.datasets).reduce((sum, rows) => sum + rows.length, 0);
  script.dataset.drawn = "asked";
  return window
    .vegaEmbed(place, spec, {
      config: theme(),
      actions: false,
      renderer: marks > MANY_MARKS ? "canvas" : "svg",
      formatLocale: NUMBERS[language],
      tooltip: { theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light" },
    })
    .then(() => { script.dataset.drawn = "yes"; });
}

const charts = [...document.querySelectorAll("script[data-chart]")];

function drawSeen() {
  for (const script of charts) {
    if (!script.dataset.drawn && !script.closest("details:not([open])")) draw(script);
  }
}

function drawAnew() {
  for (const script of charts) delete script.dataset.drawn;
  drawSeen();
}

// Facts: all pieces of the words that the address names are outlined.
function showFact() {
  for (const mark of document.querySelectorAll("mark.found-here")) mark.classList.remove("found-here");
  const named = location.hash.startsWith("#f-") ? location.hash.slice(3) : "";
  if (!/^\w+$/.test(named)) return;
  const pieces = document.querySelectorAll(`mark[data-facts~="${named}"]`);
  for (const mark of pieces) mark.classList.add("found-here");
  if (pieces.length) pieces[0].scrollIntoView({ block: "center" });
}

// Lists: rows that hold every word asked for.
function filterRows(input) {
  const asked = input.value.toLocaleLowerCase().replaceAll("ё", "е").split(/\s+/).filter(Boolean);
  let found = 0;
  for (const row of document.querySelectorAll(`#${input.dataset.filter} tbody tr`)) {
    const told = row.textContent.toLocaleLowerCase().replaceAll("ё", "е");
    row.hidden = !asked.every((word) => told.includes(word));
    if (!row.hidden) found += 1;
  }
  document.getElementById("nothing").hidden = found > 0;
}

// Paper has nothing to unfold.
let unfolded = [];
function unfold() {
  unfolded = [...document.querySelectorAll("details:not([open])")];
  for (const part of unfolded) part.open = true;
  drawAnew();
}
function fold() {
  for (const part of unfolded) part.open = false;
  drawAnew();
}

if (charts.length) {
  drawSeen();
  document.addEventListener("toggle", drawSeen, true);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAnew);
}
addEventListener("beforeprint", unfold);
addEventListener("afterprint", fold);
addEventListener("hashchange", showFact);
showFact();
for (const input of document.querySelectorAll("input[data-filter]")) {
  input.addEventListener("input", () => filterRows(input));
}
