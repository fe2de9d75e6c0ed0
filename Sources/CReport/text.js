// A text with its layers drawn into it.

const PALETTE = ["entities", "dates", "numbers", "quotes", "sentiment", "sentences", "tokens"];

/** The colour of a layer, that of sentiment by its polarity; plugins' layers take turns. */
function colorOf(layer, type) {
  if (layer === "sentiment" && type) {
    return type.endsWith("positive") ? "var(--good)" : type.endsWith("negative") ? "var(--bad)" : "var(--even)";
  }
  if (PALETTE.includes(layer)) return `var(--${layer})`;
  const own = [...corpus.layers.keys()].filter((name) => !PALETTE.includes(name));
  return `var(--own-${own.indexOf(layer) % 4})`;
}

/** Which layers and types are drawn. */
const shown = {
  layers: new Set(["entities", "dates", "numbers", "quotes"]),
  // A bar under the whole text says nothing about a place in it.
  hiddenTypes: new Set(["positive", "negative", "neutral"].map((polarity) => `sentiment\u0000document ${polarity}`)),
  labels: true,
  has(layer, type) { return this.layers.has(layer) && !this.hiddenTypes.has(`${layer}\u0000${type}`); },
};

/** The annotations to be drawn, in the order of the text, at one start the longer first. */
function marksOf(doc) {
  const marks = [];
  for (const [layer, annotations] of layersOf(doc)) {
    for (const annotation of annotations) {
      const type = typeOf(layer, annotation);
      const parts = stretches(annotation);
      if (parts.length === 0 || !shown.has(layer, type)) continue;
      const text = annotation.text || doc.text.slice(annotation.start, annotation.end);
      marks.push({ layer, type, annotation, text, parts, slot: 0 });
    }
  }
  marks.sort((a, b) => a.parts[0].start - b.parts[0].start || b.annotation.end - a.annotation.end);
  marks.forEach((mark, index) => { mark.index = index; });
  return marks;
}

/** Gives each mark a line under the text that nothing it overlaps has; the shorter lie nearer to the text. */
function assignSlots(marks) {
  const lines = [];
  const length = (mark) => mark.annotation.end - mark.annotation.start;
  for (const mark of [...marks].sort((a, b) => length(a) - length(b) || a.index - b.index)) {
    let slot = 0;
    while (slot < lines.length && !isFree(lines[slot], mark.parts)) slot += 1;
    if (slot === lines.length) lines.push([]);
    for (const part of mark.parts) lines[slot].splice(place(lines[slot], part.start), 0, part);
    mark.slot = slot;
  }
  return lines.length;
}

/** Where a stretch that begins at `start` belongs in a line of stretches. */
function place(line, start) {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (line[middle].start < start) low = middle + 1; else high = middle;
  }
  return low;
}

function isFree(line, parts) {
  return parts.every((part) => {
    const index = place(line, part.start);
    return (index === 0 || line[index - 1].end <= part.start) && (index === line.length || line[index].start >= part.end);
  });
}

/** Cuts the text wherever a mark begins or ends: pieces with the marks that cover them. */
function pieces(text, marks) {
  const events = [];
  for (const mark of marks) {
    for (const part of mark.parts) events.push([part.start, 1, mark], [part.end, 0, mark]);
  }
  events.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const result = [];
  const open = new Set();
  let position = 0;
  for (const [offset, opens, mark] of events) {
    if (offset > position) result.push({ start: position, end: offset, marks: [...open] });
    position = Math.max(position, offset);
    if (opens) open.add(mark); else open.delete(mark);
  }
  if (position < text.length) result.push({ start: position, end: text.length, marks: [] });
  return result;
}

/** Draws a text; `choose(mark, isPinned)` is called for a mark that is pointed at. */
function drawText(doc, choose) {
  const marks = marksOf(doc);
  const slots = assignSlots(marks);
  const container = make("div", {
    class: "text", id: "text", tabindex: "0", role: "group",
    "aria-label": "Text; the arrow keys go from annotation to annotation",
  });
  container.style.setProperty("--slots", slots);
  const elements = marks.map(() => []);
  for (const piece of pieces(doc.text, marks)) {
    const content = doc.text.slice(piece.start, piece.end);
    if (piece.marks.length === 0) {
      container.append(content);
      continue;
    }
    const span = make("span", { class: "piece" }, content);
    const bars = [...piece.marks].sort((a, b) => a.slot - b.slot);
    span.dataset.marks = bars.map((mark) => mark.index).join(" ");
    paint(span, bars);
    for (const mark of bars) elements[mark.index].push(span);
    const ending = bars.filter((mark) => mark.parts[mark.parts.length - 1].end === piece.end && mark.type);
    const short = ending.filter((mark) => ["entities", "dates", "numbers"].includes(mark.layer) || !PALETTE.includes(mark.layer));
    if (shown.labels && short.length > 0) span.dataset.label = short.map((mark) => mark.type).join(" ");
    container.append(span);
  }
  const pointed = (event) => {
    const span = event.target.closest(".piece");
    return span ? marks[Number(span.dataset.marks.split(" ")[0])] : null;
  };
  container.addEventListener("mouseover", (event) => { const mark = pointed(event); if (mark) choose(mark, false); });
  container.addEventListener("mouseleave", () => choose(null, false));
  container.addEventListener("click", (event) => { const mark = pointed(event); if (mark) choose(mark, true); });
  return { container, marks, elements };
}

/** A bar for each mark under the piece, the nearest mark's tint behind it. */
function paint(span, bars) {
  const images = bars.map((mark) => `linear-gradient(${colorOf(mark.layer, mark.type)},${colorOf(mark.layer, mark.type)})`);
  const places = bars.map((mark) => `0 calc(1.32em + ${mark.slot * 4}px)`);
  const sizes = bars.map(() => "100% 2.5px");
  const tint = bars.find((mark) => mark.layer !== "sentences" && mark.layer !== "quotes");
  if (tint) {
    const color = `color-mix(in srgb, ${colorOf(tint.layer, tint.type)} 15%, transparent)`;
    images.push(`linear-gradient(${color},${color})`);
    places.push("0 0.08em");
    sizes.push("100% 1.24em");
  }
  span.style.backgroundImage = images.join(",");
  span.style.backgroundPosition = places.join(",");
  span.style.backgroundSize = sizes.join(",");
}
