// The documents of the report: how they are unpacked, and what is counted over all of them.

/** The layers with a key of their own in a record, in the order in which they are shown. */
const LAYERS = ["entities", "dates", "numbers", "quotes", "sentiment", "sentences", "tokens"];

const embedded = (id) => JSON.parse(document.getElementById(id).textContent);
const shapes = embedded("shapes");
const words = embedded("words");
const summary = embedded("summary");
const sources = document.getElementsByClassName("record");

/**
 * Unpacks a value: an object is [number of its keys, value, …], a list [0, element, …]; a key in brackets has the
 * number of a word for a value. The text of a span that is the document's own is left out, and is put back here.
 */
function unpack(value, text) {
  if (!Array.isArray(value)) return value;
  const [shape, ...rest] = value;
  if (shape === 0) return rest.map((element) => unpack(element, text));
  const object = Object.create(null);
  shapes[shape - 1].forEach((key, index) => {
    if (Array.isArray(key)) object[key[0]] = words[rest[index]]; else object[key] = unpack(rest[index], text);
  });
  if (text !== null && "text" in object && object.text === null && Number.isInteger(object.start)) {
    object.text = text.slice(object.start, object.end);
  }
  return object;
}

/** The record with this number, offsets in UTF-16 code units. */
function record(number) {
  const packed = JSON.parse(sources[number].textContent);
  const keys = shapes[packed[0] - 1];
  const text = packed[1 + keys.indexOf("text")];
  return unpack(packed, typeof text === "string" ? text : "");
}

/** What an annotation is filtered by: its type, kind, polarity; empty for spans that have none. */
function typeOf(layer, annotation) {
  switch (layer) {
    case "dates": case "entities": return annotation.type;
    case "numbers": case "quotes": return annotation.kind;
    case "sentiment": return `${annotation.level} ${annotation.polarity}`;
    case "sentences": return "";
    case "tokens": return annotation.upos || annotation.kind;
    default: return annotation.type || "";
  }
}

/** The value that stands for an annotation in a word or two. */
function valueOf(layer, annotation) {
  switch (layer) {
    case "dates": return annotation.value || annotation.timex || "";
    case "entities": return annotation.canonical || "";
    case "numbers": return numberText(annotation);
    case "quotes": return annotation.speaker ? annotation.speaker.canonical || annotation.speaker.text : "";
    case "sentiment": return signed(annotation.score);
    case "tokens": return annotation.lemma || "";
    default: return (annotation.features || []).map((f) => `${f.key}=${f.value}`).join(" ");
  }
}

function numberText(number) {
  const bounds = [number.low, number.high];
  const value = number.value !== null ? number.value
    : bounds.some((bound) => bound !== null) ? bounds.map((bound) => bound === null ? "" : bound).join("…") : "";
  return [value, number.currency || number.unit].filter(Boolean).join(" ");
}

/** Every layer of a record with its annotations, those of plugins under their own names. */
function layersOf(record) {
  const layers = LAYERS.map((name) => [name, record[name] || []]);
  for (const layer of record.layers || []) layers.push([layer.name, layer.annotations]);
  return layers.filter(([, annotations]) => annotations.length > 0);
}

/** The stretches of the text that an annotation covers: the parts of a quotation, or the whole. */
function stretches(annotation) {
  const parts = Array.isArray(annotation.parts) && annotation.parts.length > 0 ? annotation.parts : [annotation];
  return parts.filter((part) => Number.isInteger(part.start) && part.end > part.start);
}

/** A table of what was found, with how often and in which documents. */
class Tally {
  constructor() { this.rows = new Map(); }

  add(cells, number) {
    const key = cells.join("\u0000");
    let row = this.rows.get(key);
    if (!row) this.rows.set(key, row = { cells, count: 0, documents: [] });
    row.count += 1;
    if (row.documents[row.documents.length - 1] !== number) row.documents.push(number);
    return row;
  }

  /** The rows, the most frequent first. */
  sorted() {
    return [...this.rows.values()].sort((a, b) => b.count - a.count || compare(a.cells.join(" "), b.cells.join(" ")));
  }
}

const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;

/** What is known of all documents; filled by readAll(). */
const corpus = {
  documents: [], layers: new Map(), annotations: 0,
  entities: new Tally(), numbers: new Tally(), dates: new Tally(), rules: new Tally(),
  moments: [], speakers: new Map(), problems: [],
};

/** Reads a document once and keeps what the lists and tables need of it. */
function readOne(number) {
  const doc = record(number);
  const overall = (doc.sentiment || []).find((s) => s.level === "document");
  const entry = {
    number, id: doc.id, status: doc.status, length: doc.text.length,
    search: `${doc.id}\n${doc.text}`.toLowerCase(),
    snippet: doc.text.slice(0, 240).replace(/\s+/g, " ").trim(),
    anchor: doc.context && doc.context.anchor, score: overall ? overall.score : null,
    annotations: 0, warnings: (doc.warnings || []).length, failed: doc.status !== "ok",
  };
  for (const [layer, annotations] of layersOf(doc)) {
    let known = corpus.layers.get(layer);
    if (!known) corpus.layers.set(layer, known = new Map());
    entry.annotations += layer === "sentences" || layer === "tokens" ? 0 : annotations.length;
    for (const annotation of annotations) {
      const type = typeOf(layer, annotation);
      known.set(type, (known.get(type) || 0) + 1);
      if (annotation.source) corpus.rules.add([layer, annotation.source, annotation.rule || "–"], number);
    }
  }
  for (const entity of doc.entities || []) corpus.entities.add([entity.canonical || entity.text, entity.type], number);
  for (const value of doc.numbers || []) corpus.numbers.add([value.kind, value.currency || value.unit || "–"], number);
  for (const date of doc.dates || []) {
    corpus.dates.add([date.type, date.grain || "–"], number);
    const day = date.type === "DATE" || date.type === "TIME" ? dayNumber(date.from) : null;
    if (day !== null) corpus.moments.push({ day, number });
  }
  for (const quote of doc.quotes || []) {
    // "he" of one text is not "he" of another: what is no name is kept apart from names.
    const { canonical, text: mention } = quote.speaker || {};
    const name = canonical || mention || "";
    const key = canonical ? `name ${canonical}` : mention ? `words ${mention.toLowerCase()}` : "";
    let speaker = corpus.speakers.get(key);
    if (!speaker) corpus.speakers.set(key, speaker = { name, isNamed: Boolean(canonical), quotes: [], documents: new Set() });
    speaker.quotes.push({ number, start: quote.start, kind: quote.kind, text: quote.text, cue: quote.cue && quote.cue.text });
    speaker.documents.add(number);
  }
  for (const [kind, problems] of [["error", doc.error ? [doc.error] : []], ["warning", doc.warnings || []],
    ["report", doc.problems || []]]) {
    for (const problem of problems) corpus.problems.push({ kind, number, id: doc.id, ...problem });
  }
  corpus.annotations += entry.annotations;
  corpus.documents.push(entry);
}

/** Reads all documents, a few at a time so that the page stays alive; says how far it is. */
function readAll(progress, done) {
  let number = 0;
  function step() {
    const until = performance.now() + 40;
    while (number < sources.length && performance.now() < until) readOne(number++);
    progress(number, sources.length);
    if (number < sources.length) setTimeout(step); else done();
  }
  step();
}

/** The day, counted from 1970, that a resolved date begins with; null where it is no date of the calendar. */
function dayNumber(text) {
  const match = /^(-?\d{4,6})-(\d\d)(?:-(\d\d))?/.exec(text || "");
  if (!match) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3] || 1));
  return Math.floor(date.getTime() / 86400000);
}
