/* Colours, search, copied links and code. Nothing here is needed to read a page. */
(() => {
  "use strict";
  // Colours: the system's, light or dark, in turn. The theme's form has a label for each state that leads to the next.
  const schemes = [...document.querySelectorAll("[data-md-color-media]")].filter((node) => node.type === "radio");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = (chosen) => {
    const media = chosen.dataset.mdColorMedia;
    document.body.dataset.mdColorScheme = media.includes("dark") || (!media.includes("light") && dark.matches) ? "slate" : "default";
    for (const one of schemes) one.nextElementSibling.hidden = one !== chosen;
  };
  const stored = __md_get("__palette")?.color?.media;
  const current = schemes.find((one) => one.dataset.mdColorMedia === stored) ?? schemes[0];
  current.checked = true;
  paint(current);
  for (const one of schemes)
    one.addEventListener("change", () => {
      __md_set("__palette", { color: { media: one.dataset.mdColorMedia } });
      paint(one);
      one.focus();
    });
  dark.addEventListener("change", () => paint(schemes.find((one) => one.checked)));

  const here = document.currentScript.src;
  const root = new URL("..", here);
  const dialog = document.getElementById("search");
  const opener = document.querySelector("[data-search]");
  const input = dialog.querySelector("input");
  const status = dialog.querySelector(".search-status");
  const list = dialog.querySelector(".search-results");
  const SMALL = new Set("a an and are for from how i in is it of on or the to what which with".split(" "));
  // Two edits in a long word, so that two swapped letters are forgiven; none in words so short that anything would match.
  const options = {
    fields: ["title", "names", "text", "more"],
    processTerm: (term) => (SMALL.has(term.toLowerCase()) ? null : term.toLowerCase()),
    storeFields: ["kind", "title", "text", "url"],
    searchOptions: {
      boost: { title: 4, names: 4, text: 2 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 7 ? 2 : term.length > 4 ? 1 : 0),
    },
  };
  const SHOWN = 20;
  let index = null; // a promise, once the reader has turned to search

  const load = (file) =>
    new Promise((done, failed) => {
      const script = Object.assign(document.createElement("script"), { src: new URL(file, here), onload: done, onerror: failed });
      document.head.append(script);
    });
  const fetched = async () => {
    const [entries] = await Promise.all([fetch(new URL("search.json", here)).then((answer) => answer.json()), load("vendor/minisearch.js")]);
    const made = new MiniSearch(options);
    made.addAll(entries.map((entry, id) => ({ id, ...entry })));
    return made;
  };

  const item = (found) => {
    const make = (tag, name, text) => Object.assign(document.createElement(tag), { className: name, textContent: text });
    const link = Object.assign(document.createElement("a"), { href: new URL(found.url, root) });
    link.append(make("span", "kind", found.kind), " ", make("b", "", found.title), " ", make("span", "text", found.text));
    link.addEventListener("click", () => dialog.close()); // the target may be on this very page
    const line = document.createElement("li");
    line.append(link);
    return line;
  };
  const show = async () => {
    const words = input.value.trim();
    try {
      index ??= fetched();
      const all = words ? (await index).search(words, { combineWith: "AND" }) : [];
      const found = all.length || !words ? all : (await index).search(words); // no thing has all the words: take those with some
      if (words !== input.value.trim()) return; // the reader typed on
      list.replaceChildren(...found.slice(0, SHOWN).map(item));
      const more = found.length > SHOWN ? `, the first ${SHOWN} shown` : "";
      status.textContent = words ? `${found.length || "No"} ${found.length === 1 ? "result" : "results"}${more}` : "";
    } catch {
      index = null;
      status.textContent = "The index could not be loaded. Are you offline?";
    }
  };
  const open = () => {
    if (!dialog.open) dialog.showModal();
    input.select();
    show();
  };

  opener.addEventListener("click", open);
  input.addEventListener("input", show);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if ((event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      open();
    }
  });
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (event.key === "Enter" && document.activeElement === input) links[0]?.click();
    if (to === undefined) return;
    event.preventDefault();
    (links[to] ?? (to < 0 ? input : links.at(-1)))?.focus();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

  // A linked row shows what stands behind it.
  const unfold = () => {
    const row = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const more = row && row.querySelector("details");
    if (more) more.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  // Copying a column of code. Without a clipboard the button does not show.
  if (navigator.clipboard)
    for (const button of document.querySelectorAll("[data-copy-code]")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.parentElement.querySelector("pre").textContent);
        button.textContent = "copied";
        setTimeout(() => (button.textContent = "copy"), 1500);
      });
    }

  // "Copy link": the address of this very row, ready for a chat; without a clipboard it stays an ordinary link.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("[data-copy]");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const before = link.textContent;
    try {
      await navigator.clipboard.writeText(link.href);
      location.hash = new URL(link.href).hash; // marks the row
      link.textContent = "copied";
      setTimeout(() => (link.textContent = before), 1500);
    } catch {
      location.assign(link.href);
    }
  });
})();
