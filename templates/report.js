"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const findings = all(".finding");
  const claimsOf = new Map();
  for (const claim of all(".claim")) {
    for (const id of claim.dataset.finding.split(" ")) {
      const known = claimsOf.get(id) || [];
      known.push(claim);
      claimsOf.set(id, known);
    }
  }
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const show = (element, block = "nearest") => element.scrollIntoView({ block, inline: "nearest", behavior: still ? "auto" : "smooth" });
  let lit = [];
  // `ids` are one finding, or all those of a claim, the gravest first
  const light = (ids, from) => {
    for (const element of lit) element.classList.remove("lit");
    const named = ids.split(" ");
    const held = named.map((id) => document.getElementById(id)).filter(Boolean);
    const claims = named.flatMap((id) => claimsOf.get(id) || []);
    lit = [...held, ...claims];
    for (const element of lit) element.classList.add("lit");
    const finding = held[0];
    const seen = new Set(from ? [from.closest(".text")] : []);
    for (const claim of claims) {
      const column = claim.closest(".text");
      if (!seen.has(column)) {
        seen.add(column);
        show(claim);
      }
    }
    if (finding && !(from && finding.contains(from))) show(finding);
  };
  const wide = matchMedia("(min-width: 60rem)");
  for (const claim of all(".claim")) {
    claim.addEventListener("pointerenter", () => { if (wide.matches) light(claim.dataset.finding, claim); });
    claim.addEventListener("focus", () => light(claim.dataset.finding, claim));
  }
  for (const finding of findings) {
    finding.addEventListener("focus", () => light(finding.id, finding));
    finding.addEventListener("pointerenter", () => { if (wide.matches) light(finding.id, finding); });
  }
  const filters = all("[data-filter]");
  const search = document.getElementById("search");
  const status = document.getElementById("shown");
  const apply = () => {
    const wanted = new Set(filters.filter((button) => button.getAttribute("aria-pressed") === "true").map((button) => button.dataset.filter));
    const words = search.value.trim().toLowerCase();
    let shown = 0;
    for (const finding of findings) {
      const fits = wanted.has(finding.dataset.verdict) && (!words || finding.textContent.toLowerCase().includes(words));
      finding.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    status.textContent = shown + " of " + findings.length + " shown";
  };
  for (const button of filters) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") === "true" ? "false" : "true");
      apply();
    });
  }
  search.addEventListener("input", apply);
  const help = document.getElementById("help");
  const helpButton = document.getElementById("help-button");
  const toggleHelp = () => {
    help.hidden = !help.hidden;
    helpButton.setAttribute("aria-expanded", String(!help.hidden));
  };
  helpButton.addEventListener("click", toggleHelp);
  const step = (by, verdict) => {
    const fit = findings.filter((finding) => !finding.hidden && (!verdict || finding.dataset.verdict === verdict));
    if (!fit.length) return;
    const active = document.activeElement && document.activeElement.closest(".finding");
    const order = findings.indexOf(active);
    let next = by > 0 ? fit.find((finding) => findings.indexOf(finding) > order) : fit.filter((finding) => findings.indexOf(finding) < order).pop();
    next = next || (by > 0 ? fit[0] : fit[fit.length - 1]);
    next.focus({ preventScroll: true });
    show(next);
    history.replaceState(null, "", "#" + next.id);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) {
      if (event.key === "Escape") { search.value = ""; apply(); search.blur(); }
      return;
    }
    const keys = { j: () => step(1), k: () => step(-1), n: () => step(1, "conflict"), p: () => step(-1, "conflict"), "?": toggleHelp, "/": () => search.focus(), Escape: () => { if (!help.hidden) toggleHelp(); } };
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.querySelector(".tools").hidden = false;
  apply();
  const named = () => { const id = decodeURIComponent(location.hash.slice(1)); if (document.getElementById(id)) light(id); };
  window.addEventListener("hashchange", named);
  named();
})();
