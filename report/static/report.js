"use strict";

// Charts: drawn where they are to be seen, in the colours of the style sheet; drawn anew when those change.
// What is asked is the page's own: its data stand in it, the drawings and Vega lie beside it.
const MANY_MARKS = 1500; // beyond, one canvas is quicker than so many elements
const MANY_ROWS = 300; // of what is found, so many are shown
const POINTS = ["claims", "aims", "events"]; // data whose rows lead to a sentence

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
      picked: { color: colour("--target"), strokeWidth: 3 },
    },
    point: { cursor: "pointer", opacity: 0.9 },
  };
}

function draw(script) {
  const told = JSON.parse(script.textContent);
  const place = document.getElementById(`chart-${script.dataset.chart}`);
  const language = document.documentElement.lang;
  const spec = structuredClone(window.communiqueCharts[told.spec]);
  for (const param of spec.params) param.value = told.words;
  const points = POINTS.flatMap((name) => told.datasets[name] ?? []).sort((a, b) => a.t.localeCompare(b.t) || a.v - b.v);
  spec.datasets = told.datasets;
  spec.datasets.picked = [{ ...points[0], on: false }];
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
    .then((made) => {
      walk(script.dataset.chart, points, made.view);
      script.dataset.drawn = "yes";
    });
}

// A slider under the chart goes from point to point: for keys, fingers and ears what pointing is for the mouse.
function walk(name, points, view) {
  const slider = document.getElementById(`walk-${name}`), place = slider.parentElement;
  const link = place.querySelector("a") ?? document.createElement("a");
  const pick = () => {
    const point = points[Number(slider.value)];
    view.data("picked", [{ ...point, on: true }]).runAsync();
    slider.setAttribute("aria-valuetext", point.label);
    link.textContent = point.label;
    link.href = point.url;
    place.append(link);
  };
  slider.max = points.length - 1;
  place.hidden = false;
  slider.onfocus = slider.oninput = pick;
  if (link.isConnected) pick(); // drawn anew
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

// Lists: rows that hold every word asked for; parts of a long list open where they have some.
const plain = (text) => text.toLocaleLowerCase().replaceAll("ё", "е");
function searchable(input) {
  const list = document.getElementById(input.dataset.filter), status = document.getElementById("found");
  const rows = [...list.querySelectorAll("tbody tr")].map((row) => [row, plain(row.textContent)]);
  const parts = [...list.querySelectorAll("details")];
  input.addEventListener("input", () => {
    const asked = plain(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const [row, told] of rows) {
      const fits = asked.every((word) => told.includes(word));
      if (fits) found += 1;
      row.hidden = !fits || (asked.length > 0 && found > MANY_ROWS);
    }
    for (const [at, part] of parts.entries()) {
      part.hidden = !part.querySelector("tbody tr:not([hidden])");
      part.open = asked.length ? !part.hidden : at === 0;
    }
    status.textContent = !asked.length ? "" : !found ? status.dataset.none
      : `${status.dataset.found}: ${found}` + (found > MANY_ROWS ? `, ${status.dataset.first} ${MANY_ROWS}` : "");
  });
}

// What an address names may lie in something folded.
function openNamed() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  for (let part = named && named.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  if (named && named.matches("details")) named.firstElementChild.focus();
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
addEventListener("hashchange", openNamed);
showFact();
openNamed();
for (const input of document.querySelectorAll("input[data-filter]")) searchable(input);
