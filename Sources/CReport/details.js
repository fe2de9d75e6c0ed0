// All that an annotation says.

const FIRST_FIELDS = ["type", "kind", "level", "polarity", "value", "canonical", "score", "source", "rule"];

/** A description of an annotation with every field that it has. */
function describe({ layer, annotation, text }) {
  const names = Object.keys(annotation).filter((key) => key !== "text" && key !== "start" && key !== "end");
  const ordered = [...FIRST_FIELDS.filter((key) => names.includes(key)), ...names.filter((key) => !FIRST_FIELDS.includes(key))];
  const list = make("dl", { class: "fields" });
  const put = (name, value) => list.append(make("dt", {}, name), make("dd", {}, value));
  for (const name of ordered) {
    const value = annotation[name];
    if (name === "terms" || name === "terms left out") continue;
    if (name === "features") {
      for (const feature of value) put(feature.key, feature.value);
    } else {
      put(name.replace(/_/g, " "), fieldText(value));
    }
  }
  put("place", `${annotation.start}–${annotation.end}`);
  return [
    make("p", { class: "surface" }, cut(text, 300)),
    list,
    Array.isArray(annotation.terms) && annotation.terms.length > 0 ? ledger(annotation.terms, annotation["terms left out"] || 0) : null,
  ];
}

function fieldText(value) {
  if (value === null || value === undefined) return make("span", { class: "none" }, "none");
  if (Array.isArray(value)) {
    return value.length === 0 ? make("span", { class: "none" }, "none")
      : value.map((element) => typeof element === "object" ? spanText(element) : String(element)).join(", ");
  }
  if (typeof value === "object") return spanText(value);
  return value === true ? "yes" : value === false ? "no" : String(value);
}

function spanText(object) {
  const rest = Object.entries(object).filter(([key, value]) => !["start", "end", "text"].includes(key) && value !== null)
    .map(([key, value]) => `${key} ${typeof value === "object" ? JSON.stringify(value) : value}`);
  const place = "start" in object ? `${object.start}–${object.end}` : "";
  return [object.text ? `“${object.text}”` : "", place, ...rest].filter(Boolean).join(", ");
}

/** The contributions that a score is the sum of, the largest if they are many. */
function ledger(terms, leftOut) {
  const rows = terms.map((term) => make("tr", {},
    make("td", {}, term.text), make("td", { class: "number" }, signed(term.prior)),
    make("td", { class: "number" }, `×${term.factor}`), make("td", { class: "number" }, signed(term.contribution)),
    make("td", {}, term.reason)));
  return make("details", {},
    make("summary", {}, leftOut > 0 ? `The ${terms.length} largest of ${counted(terms.length + leftOut, "term")}` : counted(terms.length, "term")),
    make("table", { class: "ledger" }, make("thead", {}, make("tr", {}, ...["term", "prior", "factor", "share", "reason"].map((name, index) =>
      make("th", { scope: "col", class: index > 0 && index < 4 ? "number" : null }, name)))), make("tbody", {}, ...rows)));
}

/** The panel beside the text, for the marks at one place. */
function showDetails(panel, mark, marks) {
  panel.replaceChildren();
  if (!mark) {
    panel.append(make("h2", {}, "Annotation"),
      make("p", { class: "hint" }, "Point at a marked stretch, or press it to keep it here. With the text in focus, the arrow keys go from one to the next."));
    return;
  }
  const title = heading("h2", mark.layer, mark.type);
  title.append(make("button", { type: "button", class: "close", "aria-label": "Let go", onclick: () => openDocument.choose(null, true) }, "×"));
  panel.append(title, ...describe(mark).filter(Boolean));
  const others = marks.filter((other) => other !== mark && other.parts.some((part) => mark.parts.some((own) =>
    part.start < own.end && own.start < part.end)));
  if (others.length === 0) return;
  const list = make("ul", { class: "others" });
  for (const other of others.slice(0, 12)) {
    list.append(make("li", {}, make("button", { type: "button", onclick: () => openDocument.choose(other, true) },
      make("span", { class: "swatch", style: `background:${colorOf(other.layer, other.type)}` }),
      make("b", {}, other.type || other.layer), " ", cut(other.text, 60))));
  }
  panel.append(make("h3", {}, "In the same place"), list);
}

function heading(tag, layer, type) {
  return make(tag, {}, make("span", { class: "swatch", style: `background:${colorOf(layer, type)}` }), layer,
    type ? make("span", { class: "tag" }, type) : null);
}
