"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const paragraphs = new Map(all(".paragraph").map((each) => [each.id, each]));
  const panes = all(".pane");
  const why = document.querySelector(".why");
  const help = document.getElementById("help");
  const box = document.getElementById("search");
  const hits = document.querySelector(".hits");
  const highlights = globalThis.CSS && CSS.highlights;

  // Numbers in the digits of base 64, five bits in each, the lowest first.
  function decode(text) {
    const numbers = [];
    let number = 0, shift = 1;
    for (const digit of text || "") {
      const value = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(digit);
      number += (value % 32) * shift;
      shift *= 32;
      if (value < 32) {
        numbers.push(number);
        number = 0, shift = 1;
      }
    }
    return numbers;
  }

  // Every link of a paragraph, strongest first, seen from that paragraph.
  const links = new Map();
  for (const [here, there, level, score, reasons, spansHere, spansThere] of data.links) {
    const add = (from, to, own, others) => {
      if (!links.has(from)) links.set(from, []);
      links.get(from).push({ to, level, score, reasons, own, others });
    };
    const own = decode(spansHere), others = decode(spansThere);
    add(here, there, own, others);
    add(there, here, others, own);
  }
  for (const found of links.values()) found.sort((one, other) => other.score - one.score);

  let reading = null;
  let item = null;
  const history = [];
  const linksOf = (paragraph) => (paragraph && links.get(paragraph.id)) || [];
  const paneOf = (paragraph) => paragraph.closest(".pane");
  const say = (words) => { if (why) why.textContent = words; };
  const nameOf = (id) => data.names[id.split("-")[0]] + " ¶" + id.split("-")[1];
  const describe = (link) => data.levels[link.level] + ", " + link.score.toFixed(2);

  // The number in the gutter says which article; what it is a link of is said here, once for all.
  for (const [id, paragraph] of paragraphs) {
    paragraph.tabIndex = -1;
    for (const each of all(".gutter a", paragraph)) {
      const to = each.getAttribute("href").slice(1);
      const link = (links.get(id) || []).find((one) => one.to === to);
      each.title = (link ? describe(link) + ": " : "") + nameOf(to);
      each.setAttribute("aria-label", each.title);
    }
  }

  function range(paragraph, start, end) {
    const text = paragraph.querySelector("p").firstChild;
    const found = document.createRange();
    found.setStart(text, start);
    found.setEnd(text, end);
    return found;
  }

  // Spans are one list: start and end of each in turn, each counted from the one before.
  function addRanges(ranges, paragraph, spans = []) {
    let end = 0;
    for (let at = 0; at < spans.length; at += 2) {
      const start = end + spans[at];
      end = start + spans[at + 1];
      ranges.push(range(paragraph, start, end));
    }
  }

  function unlight() {
    for (const each of all(".lit-0, .lit-1, .lit-2")) each.classList.remove("lit-0", "lit-1", "lit-2");
    if (highlights) highlights.delete("shared");
  }

  function light(paragraph) {
    unlight();
    const ranges = [];
    for (const link of [...linksOf(paragraph)].reverse()) {
      const other = paragraphs.get(link.to);
      if (!other) continue;
      other.classList.remove("lit-0", "lit-1", "lit-2");
      other.classList.add("lit-" + Math.min(link.level, 2));
      addRanges(ranges, other, link.others);
      addRanges(ranges, paragraph, link.own);
    }
    if (highlights && ranges.length) highlights.set("shared", new Highlight(...ranges));
  }

  // The strongest match in every other pane is brought level with the paragraph.
  function bringLevel(paragraph) {
    const own = paneOf(paragraph);
    const top = paragraph.getBoundingClientRect().top - own.getBoundingClientRect().top;
    const seen = new Set([own]);
    for (const link of linksOf(paragraph)) {
      const other = paragraphs.get(link.to);
      const pane = other && paneOf(other);
      if (!pane || seen.has(pane)) continue;
      seen.add(pane);
      const offset = other.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += offset - top;
    }
  }

  function explain(paragraph) {
    if (!why) return;
    why.textContent = "";
    const found = linksOf(paragraph);
    const own = nameOf(paragraph.id);
    if (!found.length) {
      say(own + ": " + (data.states[paragraph.id] || "no link"));
      return;
    }
    const list = document.createElement("ul");
    for (const link of found) {
      const line = document.createElement("li");
      const anchor = document.createElement("a");
      anchor.href = "#" + link.to;
      anchor.className = "place a" + (((link.to.slice(1).split("-")[0] - 1) % 10) + 1);
      anchor.textContent = nameOf(link.to);
      const reasons = (link.reasons || []).map((at) => data.reasons[at]).join("; ");
      line.append(anchor, " " + describe(link) + (reasons && ": " + reasons));
      list.append(line);
    }
    why.append(list);
  }

  function read(paragraph, { focus = true, scroll = true } = {}) {
    if (!paragraph) return;
    if (reading) reading.classList.remove("reading");
    leaveItem();
    reading = paragraph;
    paragraph.classList.add("reading");
    light(paragraph);
    if (focus) paragraph.focus({ preventScroll: true });
    if (scroll) paragraph.scrollIntoView({ block: "nearest", inline: "nearest" });
    bringLevel(paragraph);
    explain(paragraph);
  }

  function leaveItem() {
    if (item) item.classList.remove("reading");
    item = null;
  }

  function goTo(id) {
    const paragraph = paragraphs.get(id);
    if (paragraph) {
      if (reading) history.push(reading.id);
      read(paragraph);
      paragraph.scrollIntoView({ block: "center", inline: "nearest" });
      return true;
    }
    const other = document.getElementById(id);
    if (other && other.classList.contains("item")) showItem(other);
    return false;
  }

  function showItem(found) {
    leaveItem();
    item = found;
    found.classList.add("reading");
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "nearest" });
  }

  function showSection(id) {
    const section = document.getElementById(id);
    if (!section) return say("This report has no such part.");
    const first = section.querySelector(".item");
    section.scrollIntoView();
    if (first) showItem(first);
  }

  const sequence = () => all(".paragraph", paneOf(reading));
  const first = () => paragraphs.get(data.start) || paragraphs.values().next().value;

  function step(direction, wanted = () => true, otherwise = "") {
    if (item) {
      const items = all(".item", item.closest("section"));
      const next = items[items.indexOf(item) + direction];
      if (next) showItem(next);
      return;
    }
    if (!reading) return read(first());
    const list = sequence();
    for (let at = list.indexOf(reading) + direction; list[at]; at += direction)
      if (wanted(list[at])) return read(list[at]);
    if (otherwise) say(otherwise);
  }

  const isLinked = (paragraph) => linksOf(paragraph).length > 0;
  const isOnlyHere = (paragraph) => data.states[paragraph.id] === "only here";

  function goToPane(pane) {
    if (!pane) return;
    const match = linksOf(reading).find((link) => paragraphs.get(link.to) && paneOf(paragraphs.get(link.to)) === pane);
    const middle = pane.getBoundingClientRect().top + pane.clientHeight / 3;
    const nearest = all(".paragraph", pane).find((each) => each.getBoundingClientRect().bottom > middle);
    read(match ? paragraphs.get(match.to) : nearest || pane.querySelector(".paragraph"));
  }

  const besides = (direction) => panes[(panes.indexOf(paneOf(reading || first())) + direction + panes.length) % panes.length];

  function toReading(run) {
    return () => {
      leaveItem();
      if (!paragraphs.size) return;
      if (!reading) read(first());
      run();
    };
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "]": toReading(() => step(1, isLinked, "No linked paragraph further down in this article.")),
    "[": toReading(() => step(-1, isLinked, "No linked paragraph further up in this article.")),
    "}": toReading(() => step(1, isOnlyHere, "No paragraph further down that is only here.")),
    "{": toReading(() => step(-1, isOnlyHere, "No paragraph further up that is only here.")),
    g: toReading(() => read(sequence()[0])),
    G: toReading(() => read(sequence().at(-1))),
    l: toReading(() => goToPane(besides(1))),
    h: toReading(() => goToPane(besides(-1))),
    Backspace: () => {
      const id = history.pop();
      if (id) read(paragraphs.get(id));
      else say("Nowhere to go back to.");
    },
    c: () => {
      const quote = reading && data.quotes[reading.id];
      if (quote && document.getElementById("q" + quote)) showItem(document.getElementById("q" + quote));
      else say("No quotation of this paragraph is in another article.");
    },
    Q: () => showSection("quotes"),
    m: () => showSection("matrix"),
    D: () => showSection("differences"),
    "/": () => box.focus(),
    n: () => nextHit(1),
    N: () => nextHit(-1),
    "?": () => help.showModal(),
    Escape: () => { leaveItem(); clearSearch(); if (reading) read(reading); },
    Enter: toReading(() => {
      const [link] = linksOf(reading);
      if (link) goTo(link.to);
      else say("This paragraph has no link.");
    }),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    const target = event.target;
    if (target === box) {
      if (event.key === "Escape") { clearSearch(); box.blur(); if (reading) reading.focus({ preventScroll: true }); }
      return;
    }
    if (target.closest("input, textarea, select, button")) return;
    if (event.key === "Enter" && target.closest("a")) return;
    if (event.key.length === 1 && !document.getElementById("keys-on").checked && event.key !== "?") return;
    const number = "123456789".indexOf(event.key);
    const run = event.key.length === 1 && number >= 0
      ? panes[number] && toReading(() => goToPane(panes[number]))
      : Object.hasOwn(keys, event.key) && keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });

  document.addEventListener("click", (event) => {
    const anchor = event.target.closest('a[href^="#"]');
    if (anchor) {
      const id = anchor.getAttribute("href").slice(1);
      if (paragraphs.has(id)) { event.preventDefault(); goTo(id); }
      return;
    }
    const paragraph = event.target.closest(".paragraph");
    if (paragraph && !String(getSelection())) read(paragraph, { scroll: false });
  });

  for (const [id, paragraph] of paragraphs) {
    paragraph.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") light(paragraph); });
    paragraph.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "mouse") return;
      if (reading) light(reading); else unlight();
    });
    paragraph.addEventListener("focusin", () => {
      if (reading !== paragraph) read(paragraph, { focus: false, scroll: false });
    });
  }

  let found = [];
  let current = -1;

  function search() {
    found = [];
    current = -1;
    const words = box.value.trim().toLocaleLowerCase();
    if (words.length > 1) {
      for (const paragraph of paragraphs.values()) {
        const text = paragraph.querySelector("p").firstChild;
        if (!text) continue;
        const lower = text.data.toLocaleLowerCase();
        // Where lower case has another length its offsets are not those of the text.
        if (lower.length !== text.data.length) continue;
        for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length))
          found.push([paragraph, at, at + words.length]);
      }
    }
    if (highlights) {
      highlights.delete("current");
      if (found.length) highlights.set("found", new Highlight(...found.map((hit) => range(...hit))));
      else highlights.delete("found");
    }
    hits.textContent = words.length > 1 ? String(found.length) : "";
  }

  function nextHit(direction) {
    if (!found.length) return say("Nothing was found, or nothing searched.");
    current = (current + direction + found.length) % found.length;
    if (direction < 0 && current < 0) current = found.length - 1;
    read(found[current][0]);
    found[current][0].scrollIntoView({ block: "center", inline: "nearest" });
    if (highlights) highlights.set("current", new Highlight(range(...found[current])));
    hits.textContent = current + 1 + " of " + found.length;
  }

  function clearSearch() {
    box.value = "";
    search();
  }

  const form = document.querySelector(".search");
  form.hidden = false;
  box.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    nextHit(1);
  });
  document.querySelector(".open-help").addEventListener("click", () => help.showModal());
  addEventListener("hashchange", () => goTo(location.hash.slice(1)));
  if (location.hash) goTo(location.hash.slice(1));
  document.documentElement.dataset.ready = "true";
})();
