// The view of documents: the list, the filters, the open text.

const ROW_HEIGHT = 62;

/** What the list of documents is narrowed to. */
const filter = { query: "", status: "all", order: "input", facets: [] };

/** The documents that pass the filters, in the order asked for. */
function filtered() {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  const passing = corpus.documents.filter((entry) =>
    (filter.status === "all" || (filter.status === "error" ? entry.failed : entry.warnings > 0))
    && filter.facets.every((facet) => facet.documents.has(entry.number))
    && words.every((word) => entry.search.includes(word)));
  const score = (entry) => entry.score === null ? 0 : entry.score;
  switch (filter.order) {
    case "worst": return passing.sort((a, b) => score(a) - score(b));
    case "best": return passing.sort((a, b) => score(b) - score(a));
    case "date": return passing.sort((a, b) => compare(a.anchor || "~", b.anchor || "~"));
    case "most": return passing.sort((a, b) => b.annotations - a.annotations);
    default: return passing;
  }
}

/** Narrows the list to the documents that something was found in, and shows them. */
function narrow(label, documents) {
  filter.facets = filter.facets.filter((facet) => facet.label !== label);
  filter.facets.push({ label, documents: new Set(documents) });
  openDocument.number = documents.length > 0 ? [...documents][0] : openDocument.number;
  go("documents", openDocument.number);
}

/** The document that is open, and the annotation in it that is shown. */
const openDocument = { number: 0, doc: null, drawn: null, chosen: null, pinned: null, choose() {}, panel: null };

function documentsView(main, wanted) {
  if (corpus.documents.length === 0) {
    main.append(make("p", { class: "empty" }, "The report holds no document."));
    return;
  }
  if (Number.isInteger(wanted) && wanted >= 0 && wanted < corpus.documents.length) openDocument.number = wanted;
  const list = make("div", { class: "rows", role: "listbox", tabindex: "0", "aria-label": "Documents" });
  const count = make("p", { class: "hint", "aria-live": "polite" });
  const chips = make("div", { class: "chips" });
  const area = make("section", { class: "reading", "aria-label": "Document" });
  const aside = make("aside", { class: "beside", "aria-label": "Annotation and layers" });
  main.append(make("div", { class: "browser" },
    make("section", { class: "list", "aria-label": "List of documents" }, controls(refresh), chips, count, list), area, aside));
  let rows = [];
  function open(number) {
    openDocument.number = number;
    history.replaceState(null, "", `#documents/${number + 1}`);
    showDocument(area, aside);
    paintRows();
  }
  function paintRows() {
    const first = Math.max(0, Math.floor(list.scrollTop / ROW_HEIGHT) - 4);
    const last = Math.min(rows.length, first + Math.ceil((list.clientHeight || 600) / ROW_HEIGHT) + 8);
    const space = make("div", { class: "space", role: "presentation" });
    space.style.height = `${rows.length * ROW_HEIGHT}px`;
    for (let index = first; index < last; index += 1) space.append(row(rows[index], index, rows.length, open));
    list.replaceChildren(space);
    const active = rows.findIndex((entry) => entry.number === openDocument.number);
    if (active >= first && active < last) list.setAttribute("aria-activedescendant", `row-${openDocument.number}`);
    else list.removeAttribute("aria-activedescendant");
  }
  function refresh() {
    rows = filtered();
    count.textContent = rows.length === corpus.documents.length ? counted(rows.length, "document")
      : `${grouped(rows.length)} of ${counted(corpus.documents.length, "document")}`;
    chips.replaceChildren(...filter.facets.map((facet) => make("button", {
      type: "button", class: "chip", "aria-label": `Remove the filter ${facet.label}`,
      onclick: () => { filter.facets = filter.facets.filter((other) => other !== facet); refresh(); },
    }, facet.label, make("span", { "aria-hidden": "true" }, " ×"))));
    list.scrollTop = 0;
    paintRows();
  }
  list.addEventListener("scroll", paintRows, { passive: true });
  new ResizeObserver(paintRows).observe(list);
  list.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -rows.length, End: rows.length };
    if (!(event.key in steps) || rows.length === 0) return;
    event.preventDefault();
    const current = rows.findIndex((entry) => entry.number === openDocument.number);
    const next = Math.min(rows.length - 1, Math.max(0, (current < 0 ? -1 : current) + steps[event.key]));
    const top = next * ROW_HEIGHT;
    if (top < list.scrollTop) list.scrollTop = top;
    if (top + ROW_HEIGHT > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW_HEIGHT - list.clientHeight;
    open(rows[next].number);
  });
  refresh();
  const active = rows.findIndex((entry) => entry.number === openDocument.number);
  list.scrollTop = Math.max(0, active - 2) * ROW_HEIGHT;
  showDocument(area, aside);
  paintRows();
}

function row(entry, index, total, open) {
  const marks = [
    entry.failed ? make("span", { class: "badge bad" }, "error") : null,
    entry.warnings > 0 ? make("span", { class: "badge" }, counted(entry.warnings, "warning")) : null,
    entry.score !== null ? make("span", { class: `score ${tone(entry.score)}` }, signed(entry.score)) : null,
  ];
  const element = make("div", {
    class: "row", role: "option", id: `row-${entry.number}`, "aria-posinset": index + 1, "aria-setsize": total,
    "aria-selected": entry.number === openDocument.number ? "true" : "false", onclick: () => open(entry.number),
  }, make("span", { class: "name" }, make("b", {}, shortName(entry.id)), ...marks),
    make("span", { class: "snippet" }, entry.snippet || "(no text)"));
  element.style.top = `${index * ROW_HEIGHT}px`;
  element.title = entry.id;
  return element;
}

/** The last parts of a long path, which tell files apart. */
function shortName(id) {
  const parts = id.split("/");
  return parts.length > 2 && id.length > 34 ? `…/${parts.slice(-2).join("/")}` : id || "(no id)";
}

const tone = (score) => score > 0.05 ? "good" : score < -0.05 ? "bad" : "even";

function controls(refresh) {
  const choice = (label, name, options) => {
    const select = make("select", { "aria-label": label, onchange: () => { filter[name] = select.value; refresh(); } },
      ...options.map(([value, text]) => make("option", { value, selected: filter[name] === value }, text)));
    return select;
  };
  const typed = delayed((value) => { filter.query = value; refresh(); }, 120);
  return make("div", { class: "controls" },
    make("input", {
      type: "search", id: "search", placeholder: "Search names and texts", "aria-label": "Search names and texts",
      value: filter.query, oninput: (event) => typed(event.target.value),
    }),
    choice("Which documents", "status", [["all", "all"], ["error", "with errors"], ["warning", "with warnings"]]),
    choice("Order", "order", [["input", "as read"], ["date", "by date"], ["worst", "worst first"], ["best", "best first"], ["most", "most found"]]));
}
