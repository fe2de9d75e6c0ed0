// Small helpers for making elements. Text goes in as text, never as markup.

/** Makes an element: attributes by name, "on…" for listeners; children are elements or text. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

/** The same for drawings. */
function draw(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(element, attributes, children);
  return element;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else element.setAttribute(name, value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== "") element.append(child);
  }
}

const grouped = (number) => number.toLocaleString("en-GB");
const counted = (number, one, many) => `${grouped(number)} ${number === 1 ? one : many || one + "s"}`;
const signed = (number) => typeof number !== "number" ? "" : (number > 0 ? "+" : number < 0 ? "−" : "") + Math.abs(number).toFixed(2);

/** Keeps a name in one line of at most `length` characters, cut between characters. */
function cut(text, length) {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = [...line.slice(0, length * 2 + 2)];
  return characters.length <= length && line.length <= length * 2 ? line : characters.slice(0, length).join("") + "…";
}

/** Calls `action` when a person has stopped typing. */
function delayed(action, milliseconds) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}

/** A list that grows by a button, so that thousands of rows do not stand in the page at once. */
function growing(container, items, step, row) {
  let shown = 0;
  const more = make("button", { type: "button", class: "more", onclick: () => grow() });
  function grow() {
    const added = items.slice(shown, shown + step).map((item, index) => row(item, shown + index));
    shown += added.length;
    container.append(...added);
    more.hidden = shown >= items.length;
    more.textContent = `Show ${grouped(Math.min(step, items.length - shown))} more of ${grouped(items.length - shown)}`;
    if (added.length > 0 && document.activeElement === more) (added[0].querySelector("button, a") || more).focus();
  }
  grow();
  return more;
}
