// The views that count over all documents: names, numbers, dates, rules, and the problems.

/** A table of a tally, with a filter; pressing a row shows the documents that have it. */
function tallyTable(caption, columns, tally, label) {
  const rows = tally.sorted();
  const body = make("tbody");
  const holder = make("div");
  const hint = make("p", { class: "hint", "aria-live": "polite" });
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  function refresh(query) {
    const wanted = query.toLowerCase();
    const kept = wanted ? rows.filter((row) => row.cells.some((cell) => cell.toLowerCase().includes(wanted))) : rows;
    const most = kept.length > 0 ? kept[0].count : 1;
    body.replaceChildren();
    holder.replaceChildren(growing(body, kept, 100, (row) => {
      const meter = make("span", { class: "meter", "aria-hidden": "true" });
      meter.style.width = `${Math.max(2, 100 * row.count / most)}%`;
      return make("tr", {},
        make("th", { scope: "row" }, make("button", { type: "button", class: "link", onclick: () => narrow(label(row.cells), row.documents) }, row.cells[0])),
        ...row.cells.slice(1).map((cell) => make("td", {}, cell)),
        make("td", { class: "number" }, grouped(row.count)), make("td", { class: "number" }, grouped(row.documents.length)),
        make("td", { class: "metering" }, meter));
    }));
    hint.textContent = kept.length === rows.length ? `${counted(rows.length, "row")}, ${grouped(total)} in all`
      : `${grouped(kept.length)} of ${counted(rows.length, "row")}`;
  }
  const search = make("input", {
    type: "search", placeholder: "Filter", "aria-label": `Filter ${caption}`,
    oninput: delayed((event) => refresh(event.target.value), 120),
  });
  refresh("");
  return make("section", { class: "panel" },
    make("div", { class: "tabletop" }, make("h2", {}, caption), rows.length > 10 ? search : null), hint,
    rows.length === 0 ? make("p", { class: "empty" }, "There is none.")
      : make("div", { class: "scroll" }, make("table", {}, make("thead", {}, make("tr", {},
        ...columns.map((name) => make("th", { scope: "col" }, name)),
        make("th", { scope: "col", class: "number" }, "count"), make("th", { scope: "col", class: "number" }, "documents"),
        make("th", { scope: "col" }, make("span", { class: "hidden" }, "share")))), body)),
    holder);
}

function entitiesView(main) {
  const types = new Tally();
  for (const row of corpus.entities.rows.values()) {
    const type = types.rows.get(row.cells[1]) || { cells: [row.cells[1]], count: 0, documents: new Set() };
    type.count += row.count;
    row.documents.forEach((number) => type.documents.add(number));
    types.rows.set(row.cells[1], type);
  }
  for (const row of types.rows.values()) row.documents = [...row.documents].sort((a, b) => a - b);
  main.append(make("div", { class: "columns wide" },
    tallyTable("Names", ["name", "type"], corpus.entities, (cells) => `${cells[0]} (${cells[1]})`),
    tallyTable("Types of names", ["type"], types, (cells) => cells[0])));
}

function numbersView(main) {
  main.append(tallyTable("Numbers", ["kind", "unit or currency"], corpus.numbers, (cells) => cells.filter((cell) => cell !== "–").join(" ")));
}

function rulesView(main) {
  main.append(tallyTable("Rules", ["layer", "source", "rule"], corpus.rules, (cells) => `rule ${cells[2]} of ${cells[1]}`));
}

function problemsView(main) {
  const body = make("tbody");
  const more = growing(body, corpus.problems, 200, (problem) => make("tr", {},
    make("td", {}, make("span", { class: problem.kind === "error" ? "badge bad" : "badge" }, problem.kind)),
    make("th", { scope: "row" }, make("button", { type: "button", class: "link", onclick: () => go("documents", problem.number) }, problem.id || "(no id)")),
    make("td", {}, problem.code), make("td", {}, problem.annotator || "–"), make("td", {}, problem.message),
    make("td", { class: "number" }, problem.line === null || problem.line === undefined ? "–" : grouped(problem.line))));
  const lines = summary.unreadable || [];
  main.append(make("section", { class: "panel" }, make("h2", {}, "Errors and warnings"),
    corpus.problems.length === 0 ? make("p", { class: "empty" }, "No document shown has an error or a warning.")
      : make("div", { class: "scroll" }, make("table", {}, make("thead", {}, make("tr", {},
        ...["kind", "document", "code", "annotator", "message", "line"].map((name) => make("th", { scope: "col" }, name)))), body)), more));
  if (lines.length === 0) return;
  main.append(make("section", { class: "panel" }, make("h2", {}, "Lines that are no record"),
    make("p", { class: "hint" }, summary.unreadableCount > lines.length
      ? `The first ${lines.length} of ${grouped(summary.unreadableCount)}.` : counted(lines.length, "line")),
    make("ul", {}, ...lines.map((line) => make("li", {}, `${line.file}:${line.line}: ${line.message}`)))));
}
