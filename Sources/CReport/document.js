// One document: its heading, its text, its sentences by sentiment, and the panel of layers.

function showDocument(area, aside) {
  const doc = record(openDocument.number);
  const panel = make("section", { class: "panel annotation", "aria-live": "polite" });
  const body = make("div", { class: "body" });
  Object.assign(openDocument, { doc, panel, pinned: null, chosen: null });
  area.replaceChildren(...documentHeading(doc), body);
  aside.replaceChildren(panel, layerPanel(doc, () => redraw()));

  function redraw() {
    const drawn = drawText(doc, choose);
    openDocument.drawn = drawn;
    body.replaceChildren(doc.text === "" ? make("p", { class: "empty" }, "This document has no text.") : drawn.container,
      ...sentenceChart(doc, drawn.container));
    drawn.container.addEventListener("keydown", keys);
    choose(null, true);
  }
  function choose(mark, isPinned) {
    const { drawn } = openDocument;
    if (isPinned) openDocument.pinned = mark;
    const next = mark || openDocument.pinned;
    if (next === openDocument.chosen && next !== null && !isPinned) return;
    for (const element of drawn.container.querySelectorAll(".chosen")) element.classList.remove("chosen");
    openDocument.chosen = next;
    if (next) for (const element of drawn.elements[next.index] || []) element.classList.add("chosen");
    showDetails(panel, next, drawn.marks);
  }
  function keys(event) {
    const { drawn, pinned } = openDocument;
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (event.key === "Escape") choose(null, true);
    if (step === 0 || drawn.marks.length === 0) return;
    event.preventDefault();
    const at = pinned ? pinned.index + step : step > 0 ? 0 : drawn.marks.length - 1;
    const mark = drawn.marks[Math.min(drawn.marks.length - 1, Math.max(0, at))];
    choose(mark, true);
    const [first] = drawn.elements[mark.index];
    if (first) first.scrollIntoView({ block: "nearest" });
  }
  openDocument.choose = choose;
  redraw();
}

function documentHeading(doc) {
  const facts = [
    doc.context && doc.context.anchor ? `reference date ${doc.context.anchor} (${doc.context.anchor_source || "given"})` : "",
    doc.pipeline ? `pipeline ${doc.pipeline}` : "",
    `${grouped(doc.text.length)} characters`,
  ].filter(Boolean).join(" · ");
  const own = Object.entries(doc.meta || {});
  return [
    make("h2", { class: "title" }, doc.id || "(no id)"),
    make("p", { class: "hint" }, facts),
    doc.error ? make("p", { class: "notice bad" }, `${doc.error.code}: ${doc.error.message}`) : null,
    ...(doc.warnings || []).concat(doc.problems || []).map((warning) =>
      make("p", { class: "notice" }, `${warning.code}: ${warning.message}`)),
    own.length === 0 ? null : make("details", { class: "meta" }, make("summary", {}, counted(own.length, "field") + " of its own"),
      make("dl", { class: "fields" }, ...own.flatMap(([key, value]) => [make("dt", {}, key),
        make("dd", {}, typeof value === "string" ? value : JSON.stringify(value))]))),
  ].filter(Boolean);
}

/** Check boxes for layers, and within them for types, with the counts of this document. */
function layerPanel(doc, redraw) {
  const here = new Map(layersOf(doc).map(([layer, annotations]) => [layer, annotations]));
  const groups = [...corpus.layers.keys()].sort((a, b) => order(a) - order(b)).map((layer) => {
    const counts = new Map();
    for (const annotation of here.get(layer) || []) {
      const type = typeOf(layer, annotation);
      counts.set(type, (counts.get(type) || 0) + 1);
    }
    const types = [...corpus.layers.get(layer).keys()].filter(Boolean).sort(compare);
    const box = make("input", { type: "checkbox", "data-layer": layer, checked: shown.layers.has(layer) });
    const list = make("ul", { class: types.some((type) => type.length > 12) ? "types long" : "types", hidden: !shown.layers.has(layer) });
    box.addEventListener("change", () => {
      if (box.checked) shown.layers.add(layer); else shown.layers.delete(layer);
      list.hidden = !box.checked;
      redraw();
    });
    for (const type of types) {
      const key = `${layer}\u0000${type}`;
      const typeBox = make("input", { type: "checkbox", "data-layer": layer, "data-type": type, checked: !shown.hiddenTypes.has(key) });
      typeBox.addEventListener("change", () => {
        if (typeBox.checked) shown.hiddenTypes.delete(key); else shown.hiddenTypes.add(key);
        redraw();
      });
      const count = counts.get(type) || 0;
      list.append(make("li", { class: count === 0 ? "absent" : null }, make("label", {}, typeBox, type,
        make("span", { class: "count" }, count === 0 ? "" : grouped(count)))));
    }
    return make("div", { class: "layer" }, make("label", {}, box,
      make("span", { class: "swatch", style: `background:${colorOf(layer)}` }), layer,
      make("span", { class: "count" }, grouped((here.get(layer) || []).length))), types.length > 0 ? list : null);
  });
  const labels = make("input", { type: "checkbox", checked: shown.labels });
  labels.addEventListener("change", () => { shown.labels = labels.checked; redraw(); });
  return make("section", { class: "panel layers" }, make("h2", {}, "Layers"), ...groups,
    make("div", { class: "layer" }, make("label", {}, labels, "types as labels in the text")));
}

const order = (layer) => LAYERS.includes(layer) ? LAYERS.indexOf(layer) : LAYERS.length;

/** A bar for the sentiment of each sentence; pressing one shows where the sentence stands. */
function sentenceChart(doc, container) {
  const sentences = (doc.sentiment || []).filter((s) => s.level === "sentence");
  if (sentences.length === 0) return [];
  const list = make("ol", { class: "bars" });
  const more = growing(list, sentences, 100, (sentence) => make("li", {}, bar(sentence.score, cut(sentence.text === undefined
    ? doc.text.slice(sentence.start, sentence.end) : sentence.text, 110), () => {
    const span = firstNode(container, sentence.start, sentence.end);
    if (!span) return;
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(span);
    (span.startContainer.parentElement || container).scrollIntoView({ block: "center" });
  })));
  return [make("details", { class: "sentences", open: true }, make("summary", {}, "Sentiment by sentence"), list, more)];
}

/** The range of the drawn text between two offsets. */
function firstNode(container, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  let position = 0;
  let isOpen = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const next = position + node.data.length;
    if (!isOpen && start < next) {
      range.setStart(node, start - position);
      isOpen = true;
    }
    if (isOpen && end <= next) {
      range.setEnd(node, end - position);
      return range;
    }
    position = next;
  }
  return null;
}

/** A score as a bar to the left or right of a middle line, with what it belongs to. */
function bar(score, label, action) {
  const width = `${Math.min(1, Math.abs(score)) * 50}%`;
  const fillBar = make("span", { class: `fill ${tone(score)}` });
  fillBar.style.width = width;
  fillBar.style[score < 0 ? "right" : "left"] = "50%";
  return make("button", { type: "button", class: "bar", onclick: action },
    make("span", { class: "track", "aria-hidden": "true" }, fillBar),
    make("span", { class: `score ${tone(score)}` }, signed(score) || "0.00"), make("span", { class: "label" }, label));
}
