// The page: its views, and going from one to another.

const VIEWS = {
  documents: ["Documents", documentsView, () => corpus.documents.length],
  entities: ["Names", entitiesView, () => corpus.entities.rows.size],
  numbers: ["Numbers", numbersView, () => corpus.numbers.rows.size],
  dates: ["Dates", datesView, () => corpus.dates.rows.size],
  sentiment: ["Sentiment", sentimentView, () => corpus.documents.filter((entry) => entry.score !== null).length],
  speakers: ["Speakers", speakersView, () => [...corpus.speakers.values()].filter((speaker) => speaker.isNamed).length],
  rules: ["Rules", rulesView, () => corpus.rules.rows.size],
  problems: ["Problems", problemsView, () => corpus.problems.length + (summary.unreadableCount || 0)],
};

/** Goes to a view, and in it to a document. */
function go(view, number) {
  const hash = `#${view}${Number.isInteger(number) ? `/${number + 1}` : ""}`;
  if (location.hash === hash) show(); else location.hash = hash;
}

/** Shows what the address asks for. */
function show() {
  const [name, number] = location.hash.slice(1).split("/");
  if (name === "main") return;
  const view = name in VIEWS ? name : "documents";
  const main = document.getElementById("main");
  main.replaceChildren();
  main.className = view;
  for (const link of document.querySelectorAll("#views a")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  }
  VIEWS[view][1](main, number ? Number(number) - 1 : undefined);
}

function ready() {
  const failed = corpus.documents.filter((entry) => entry.failed).length;
  document.getElementById("figures").textContent = [
    counted(corpus.documents.length, "document"), failed > 0 ? `${grouped(failed)} failed` : "",
    counted(corpus.annotations, "annotation"), summary.pipelines.length > 0 ? summary.pipelines.join(", ") : "",
  ].filter(Boolean).join(" · ");
  const notice = document.getElementById("notice");
  const missing = summary.documents - sources.length;
  const notes = [
    missing > 0 ? `This page shows the first ${grouped(sources.length)} of ${grouped(summary.documents)} documents (limit: ${grouped(summary.limit)}), and counts over these alone; `
      + `of the others ${grouped(summary.failedBeyond)} failed.` : "",
    summary.unreadableCount > 0 ? `${counted(summary.unreadableCount, "line")} could not be read as records; see Problems.` : "",
  ].filter(Boolean);
  notice.textContent = notes.join(" ");
  notice.hidden = notes.length === 0;
  const list = document.getElementById("views");
  for (const [view, [title, , count]] of Object.entries(VIEWS)) {
    list.append(make("li", {}, make("a", { href: `#${view}`, "data-view": view }, title, make("span", { class: "count" }, grouped(count())))));
  }
  window.addEventListener("hashchange", show);
  show();
  document.documentElement.dataset.ready = "yes";
}

readAll((done, all) => { document.getElementById("figures").textContent = `Reading the documents: ${grouped(done)} of ${grouped(all)}`; }, ready);
