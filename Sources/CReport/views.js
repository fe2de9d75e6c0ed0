// Sentiment by document, and who said what.

function sentimentView(main) {
  const scored = corpus.documents.filter((entry) => entry.score !== null);
  const panel = make("section", { class: "panel" });
  main.append(panel);
  const count = (name) => scored.filter((entry) => tone(entry.score) === name).length;
  const mean = scored.reduce((sum, entry) => sum + entry.score, 0) / Math.max(1, scored.length);
  let direction = 1;
  const list = make("ol", { class: "bars" });
  const holder = make("div");
  function refresh() {
    list.replaceChildren();
    const ordered = [...scored].sort((a, b) => direction * (a.score - b.score) || a.number - b.number);
    holder.replaceChildren(growing(list, ordered, 100, (entry) => make("li", {},
      bar(entry.score, [shortName(entry.id), make("span", { class: "hint" }, cut(entry.snippet, 90))], () => go("documents", entry.number)))));
  }
  const choice = make("div", { class: "choice", role: "group", "aria-label": "Order" }, ...[["Worst first", 1], ["Best first", -1]].map(([text, value]) =>
    make("button", {
      type: "button", "aria-pressed": value === direction ? "true" : "false",
      onclick: (event) => {
        direction = value;
        for (const button of choice.children) button.setAttribute("aria-pressed", button === event.currentTarget ? "true" : "false");
        refresh();
      },
    }, text)));
  panel.append(make("div", { class: "tabletop" }, make("h2", {}, "Sentiment by document"), scored.length > 1 ? choice : null));
  if (scored.length === 0) {
    panel.append(make("p", { class: "empty" }, "No document has a sentiment."));
    return;
  }
  panel.append(make("p", { class: "hint" }, `${grouped(count("bad"))} negative, ${grouped(count("even"))} neutral, ${grouped(count("good"))} positive; mean ${signed(mean) || "0.00"}`), list, holder);
  refresh();
}

function speakersView(main) {
  const speakers = [...corpus.speakers.values()].sort((a, b) => (a.name === "") - (b.name === "") || b.isNamed - a.isNamed || b.quotes.length - a.quotes.length || compare(a.name, b.name));
  const list = make("div", { class: "speakers" });
  const hint = make("p", { class: "hint", "aria-live": "polite" });
  const holder = make("div");
  function refresh(query) {
    const wanted = query.toLowerCase();
    const kept = speakers.filter((speaker) => (speaker.name || "without a source").toLowerCase().includes(wanted));
    list.replaceChildren();
    holder.replaceChildren(growing(list, kept, 100, (speaker) => speakerRow(speaker)));
    hint.textContent = `${counted(kept.filter((speaker) => speaker.isNamed).length, "speaker")} with a name, then ${
      grouped(kept.filter((speaker) => !speaker.isNamed && speaker.name !== "").length)} mentions without one; ${counted(kept.reduce((sum, speaker) => sum + speaker.quotes.length, 0), "quotation")}`;
  }
  refresh("");
  main.append(make("section", { class: "panel" }, make("div", { class: "tabletop" }, make("h2", {}, "Speakers"),
    speakers.length > 10 ? make("input", { type: "search", placeholder: "Filter", "aria-label": "Filter speakers", oninput: delayed((event) => refresh(event.target.value), 120) }) : null),
    hint, speakers.length === 0 ? make("p", { class: "empty" }, "There is no quotation.") : list, holder));
}

/** A speaker, whose quotations are drawn when they are opened. */
function speakerRow(speaker) {
  const body = make("ul", { class: "quotations" });
  const holder = make("div");
  let isDrawn = false;
  const details = make("details", { class: speaker.isNamed ? null : "nobody" }, make("summary", {},
    make("b", {}, speaker.name || "without a source"), make("span", { class: "count" }, counted(speaker.quotes.length, "quotation")),
    make("span", { class: "count" }, `in ${counted(speaker.documents.size, "document")}`)), body, holder);
  details.addEventListener("toggle", () => {
    if (!details.open || isDrawn) return;
    isDrawn = true;
    holder.append(growing(body, speaker.quotes, 50, (quote) => make("li", {},
      make("q", {}, cut(quote.text || "", 400)), make("span", { class: "tag" }, quote.kind),
      quote.cue ? make("span", { class: "hint" }, quote.cue) : null,
      make("button", { type: "button", class: "link", onclick: () => go("documents", quote.number) }, shortName(corpus.documents[quote.number].id)))));
  });
  return details;
}
