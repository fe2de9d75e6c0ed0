// Dates: the ones that texts speak of, and those of the documents, on one line of time.

const UNITS = [
  { name: "day", most: 62, of: (day) => day, label: (value) => isoDay(value) },
  { name: "month", most: 84, of: (day) => { const d = new Date(day * 86400000); return d.getUTCFullYear() * 12 + d.getUTCMonth(); },
    label: (value) => `${yearText(Math.floor(value / 12))}-${String(((value % 12) + 12) % 12 + 1).padStart(2, "0")}` },
  { name: "year", most: 90, of: (day) => new Date(day * 86400000).getUTCFullYear(), label: (value) => yearText(value) },
  { name: "decade", most: 90, of: (day) => Math.floor(new Date(day * 86400000).getUTCFullYear() / 10), label: (value) => `${yearText(value * 10)}s` },
  { name: "century", most: Infinity, of: (day) => Math.floor(new Date(day * 86400000).getUTCFullYear() / 100), label: (value) => `${yearText(value * 100)}s` },
];

const isoDay = (day) => new Date(day * 86400000).toISOString().replace(/^\+00/, "").slice(0, 10);
const yearText = (year) => year < 0 ? `−${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0");

/** The middle of the dates, and how many lie outside: a few far ones would press all others together. */
function window98(days) {
  const sorted = [...days].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))];
  let [low, high] = [at(0.02), at(0.98)];
  const margin = Math.max(31, (high - low) * 0.15);
  if (sorted[0] >= low - margin) low = sorted[0];
  if (sorted[sorted.length - 1] <= high + margin) high = sorted[sorted.length - 1];
  return { low, high, before: sorted.filter((day) => day < low).length, after: sorted.filter((day) => day > high).length };
}

function histogram(caption, moments, range, unit, what) {
  const first = unit.of(range.low);
  const last = unit.of(range.high);
  const buckets = Array.from({ length: last - first + 1 }, () => ({ count: 0, documents: new Set() }));
  for (const moment of moments) {
    const bucket = buckets[unit.of(moment.day) - first];
    if (!bucket || moment.day < range.low || moment.day > range.high) continue;
    bucket.count += 1;
    bucket.documents.add(moment.number);
  }
  const most = Math.max(1, ...buckets.map((bucket) => bucket.count));
  const width = Math.max(6, Math.min(36, 960 / buckets.length));
  const svg = draw("svg", { viewBox: `0 0 ${width * buckets.length} 150`, class: "histogram", role: "group", "aria-label": caption, preserveAspectRatio: "none" });
  buckets.forEach((bucket, index) => {
    if (bucket.count === 0) return;
    const height = Math.max(2, 146 * bucket.count / most);
    const name = unit.label(first + index);
    const action = () => narrow(`${what} in ${name}`, [...bucket.documents]);
    svg.append(draw("rect", {
      x: index * width + 0.5, y: 150 - height, width: width - 1, height, class: "column", tabindex: "0", role: "button",
      "aria-label": `${name}: ${bucket.count}`, onclick: action,
      onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); action(); } },
    }, draw("title", {}, `${name}: ${bucket.count} in ${counted(bucket.documents.size, "document")}`)));
  });
  const marks = Math.min(6, buckets.length);
  const axis = make("div", { class: "axis", "aria-hidden": "true" }, ...Array.from({ length: marks }, (_, index) =>
    make("span", {}, unit.label(first + Math.round(index * (buckets.length - 1) / Math.max(1, marks - 1))))));
  return make("figure", {}, make("figcaption", {}, make("b", {}, caption), ` by ${unit.name}; the highest column stands for ${grouped(most)}`),
    svg, axis);
}

function datesView(main) {
  const anchors = corpus.documents.map((entry) => ({ day: dayNumber(entry.anchor), number: entry.number })).filter((entry) => entry.day !== null);
  const panel = make("section", { class: "panel" }, make("h2", {}, "Line of time"));
  if (corpus.moments.length + anchors.length === 0) {
    panel.append(make("p", { class: "empty" }, "No date is resolved to a day of the calendar."));
  } else {
    const range = window98((corpus.moments.length > 0 ? corpus.moments : anchors).map((moment) => moment.day));
    const unit = UNITS.find((candidate) => candidate.of(range.high) - candidate.of(range.low) < candidate.most) || UNITS[UNITS.length - 1];
    if (corpus.moments.length > 0) panel.append(histogram("Dates that the texts speak of", corpus.moments, range, unit, "a date"));
    if (range.before + range.after > 0) {
      panel.append(make("p", { class: "hint" }, `Left out of the drawing: ${grouped(range.before)} earlier and ${grouped(range.after)} later.`));
    }
    if (anchors.length > 0) {
      const inside = anchors.filter((anchor) => anchor.day >= range.low && anchor.day <= range.high).length;
      panel.append(histogram("Documents by their reference date", anchors, range, unit, "reference date"));
      if (inside < anchors.length) panel.append(make("p", { class: "hint" }, `${grouped(anchors.length - inside)} of them lie outside.`));
    }
  }
  main.append(panel, tallyTable("Dates", ["type", "grain"], corpus.dates, (cells) => cells.filter((cell) => cell !== "–").join(", ")));
}
