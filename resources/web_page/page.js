"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var all = function (selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  };
  var byId = function (id) { return document.getElementById(id); };

  // Simplified for Traditional, half width for full width, lower case for upper: one unit for one,
  // so that a place in folded text is the place in the text.
  var table = {};
  var from = Array.from(data.from), to = Array.from(data.to);
  from.forEach(function (char, at) {
    if (char.length === 1 && to[at].length === 1) { table[char] = to[at]; }
  });
  function fold(text) {
    var out = "";
    for (var at = 0; at < text.length; at++) {
      var char = text[at], code = char.charCodeAt(0);
      if (code > 0xff00 && code < 0xff5f) { char = String.fromCharCode(code - 0xfee0); }
      if (code === 0x3000 || code === 0xa0) { char = " "; }
      char = table[char] || char;
      var low = char.toLowerCase();
      out += low.length === 1 ? low : char;
    }
    return out;
  }
  function wordsOf(text) { return fold(text).split(/\s+/).filter(Boolean); }

  // The text

  var blocks = all("[data-text]").map(function (element) {
    return { element: element, folded: fold(element.textContent), chapter: element.dataset.chapter };
  });
  var marks = [], places = [], current = -1;

  function clear() {
    var parents = marks.map(function (mark) { return mark.parentNode; });
    marks.forEach(function (mark) {
      mark.parentNode.replaceChild(document.createTextNode(mark.textContent), mark);
    });
    parents.forEach(function (parent) { parent.normalize(); });
    marks = []; places = []; current = -1;
  }
  function spansOf(folded, words) {
    var spans = [];
    words.forEach(function (word) {
      for (var at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
        spans.push([at, at + word.length]);
      }
    });
    spans.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    var apart = [];
    spans.forEach(function (span) {
      var last = apart[apart.length - 1];
      if (!last || span[0] >= last[1]) { apart.push(span); } else { last[1] = Math.max(last[1], span[1]); }
    });
    return apart;
  }
  function textNodes(element) {
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [], at = 0;
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start: at });
      at += walker.currentNode.data.length;
    }
    return nodes;
  }
  // Marks from the last to the first: what stands before a mark keeps its place.
  function markIn(block, spans) {
    var nodes = textNodes(block.element), found = spans.map(function () { return []; });
    for (var s = spans.length - 1; s >= 0; s--) {
      for (var n = nodes.length - 1; n >= 0; n--) {
        var one = nodes[n], start = Math.max(spans[s][0] - one.start, 0);
        var end = Math.min(spans[s][1] - one.start, one.node.data.length);
        if (start >= end) { continue; }
        var range = document.createRange(), mark = document.createElement("mark");
        range.setStart(one.node, start);
        range.setEnd(one.node, end);
        range.surroundContents(mark);
        found[s].unshift(mark);
        marks.push(mark);
      }
    }
    found.forEach(function (of) { if (of.length) { places.push(of); } });
  }
  function search() {
    clear();
    var words = wordsOf(byId("query").value), counts = {};
    blocks.forEach(function (block) {
      var holds = words.length && words.every(function (word) { return block.folded.indexOf(word) >= 0; });
      if (!holds) { return; }
      var spans = spansOf(block.folded, words);
      markIn(block, spans);
      counts[block.chapter] = (counts[block.chapter] || 0) + spans.length;
    });
    all("nav b").forEach(function (badge) {
      var hits = counts[badge.dataset.chapter];
      badge.textContent = words.length ? hits || "" : badge.dataset.usual;
      badge.classList.toggle("hits", Boolean(words.length && hits));
    });
    if (places.length) { show(0); } else { tell(words.length ? data.words.none : ""); }
  }
  function tell(text) { byId("count").textContent = text; }
  function show(number) {
    all("mark.now").forEach(function (mark) { mark.classList.remove("now"); });
    current = (number + places.length) % places.length;
    places[current].forEach(function (mark) { mark.classList.add("now"); });
    places[current][0].scrollIntoView({ block: "center" });
    tell(current + 1 + " / " + places.length + " " + data.words.places);
  }
  function step(by) { if (places.length) { show(current + by); } }

  if (byId("query")) {
    var typing = 0;
    byId("query").addEventListener("input", function (event) {
      if (event.isComposing) { return; }
      clearTimeout(typing);
      typing = setTimeout(search, 120);
    });
    byId("query").addEventListener("compositionend", search);
    byId("query").addEventListener("keydown", function (event) {
      if (event.isComposing) { return; }
      if (event.key === "Enter") { step(event.shiftKey ? -1 : 1); event.preventDefault(); }
      if (event.key === "Escape") { byId("query").value = ""; search(); }
    });
    byId("next").addEventListener("click", function () { step(1); });
    byId("previous").addEventListener("click", function () { step(-1); });
    document.addEventListener("keydown", function (event) {
      if (event.ctrlKey && event.key === "k") { byId("query").focus(); event.preventDefault(); }
    });
  }

  // The table

  var body = byId("rows") && byId("rows").tBodies[0];
  var rows = body ? Array.prototype.slice.call(body.rows) : [];
  var folded = rows.map(function (row) { return fold(row.textContent); });

  function sift() {
    var words = wordsOf(byId("filter").value), chapter = byId("chapter") ? byId("chapter").value : "";
    var shown = 0;
    rows.forEach(function (row, at) {
      var fits = (!chapter || row.dataset.chapter === chapter) &&
        words.every(function (word) { return folded[at].indexOf(word) >= 0; });
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    byId("shown").textContent = shown + " " + data.words.shown;
  }
  function keyOf(row, column) {
    var cell = row.cells[column], number = cell.dataset.n;
    return number === undefined ? cell.textContent : number === "" ? null : Number(number);
  }
  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") { return a - b; }
    return String(a).localeCompare(String(b), "zh");
  }
  // Up, down, then as the text has it; rows without a value stay at the end.
  function sort(head) {
    var next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")];
    all("#rows th").forEach(function (one) { one.setAttribute("aria-sort", "none"); });
    head.setAttribute("aria-sort", next);
    var keyed = rows.map(function (row, at) { return { row: row, at: at, key: keyOf(row, head.cellIndex) }; });
    if (next !== "none") {
      keyed.sort(function (a, b) {
        if (a.key === null || b.key === null) { return (a.key === null) - (b.key === null) || a.at - b.at; }
        return (next === "ascending" ? 1 : -1) * compare(a.key, b.key) || a.at - b.at;
      });
    }
    keyed.forEach(function (one) { body.appendChild(one.row); });
  }
  if (body) {
    byId("filter").addEventListener("input", sift);
    if (byId("chapter")) { byId("chapter").addEventListener("change", sift); }
    all("#rows th").forEach(function (head) {
      head.firstElementChild.addEventListener("click", function () { sort(head); });
    });
    // A row that is filtered out is shown again when its figure is chosen in the text.
    window.addEventListener("hashchange", function () {
      var row = byId(location.hash.slice(1));
      if (row && row.hidden) {
        byId("filter").value = "";
        if (byId("chapter")) { byId("chapter").value = ""; }
        sift();
        row.scrollIntoView({ block: "center" });
      }
    });
    sift();
  }

  byId("theme").addEventListener("click", function () {
    var root = document.documentElement, set = root.dataset.theme;
    var dark = set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  byId("print").addEventListener("click", function () { window.print(); });
})();
