// The desk's script. Every page works without it.
"use strict";

// What has to be looked at again is read out first.
document.getElementById("summary")?.focus();

// Single keys: each presses what carries it as data-key; j and k walk the rows. Off in fields, with Ctrl, Alt or Meta,
// and wherever the officer turned them off. w goes to what is to be written, and Ctrl+Enter sends it from there.
const rows = () => Array.from(document.querySelectorAll("[data-row]"));

const walk = (by) => {
  const all = rows();
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};

const inRow = (what) => document.activeElement?.closest("tr, li")?.querySelector(what);

const typing = (target) => target.isContentEditable || /^(textarea|select)$/i.test(target.tagName)
  || (target.tagName === "INPUT" && !/^(checkbox|radio|button|submit)$/i.test(target.type));

document.addEventListener("keydown", (pressed) => {
  const writing = pressed.target.closest?.("main form textarea");
  if (writing && pressed.key === "Enter" && (pressed.ctrlKey || pressed.metaKey) && !pressed.repeat) {
    pressed.preventDefault();
    writing.form.requestSubmit();
    return;
  }
  if (document.body.dataset.keys === "off" || pressed.ctrlKey || pressed.altKey || pressed.metaKey
    || pressed.isComposing || pressed.repeat && !/^[jk]$/.test(pressed.key) || typing(pressed.target)) return;
  const carried = document.querySelector(`[data-key="${CSS.escape(pressed.key)}"]`);
  if (carried) {
    pressed.preventDefault();
    if (/^(input|select|textarea)$/i.test(carried.tagName) && !/^(checkbox|radio)$/.test(carried.type)) carried.focus();
    else carried.click();
  } else if (pressed.key === "j") walk(1);
  else if (pressed.key === "k") walk(-1);
  else if (pressed.key === "o") inRow("[data-row]")?.click();
  else if (pressed.key === "w") document.querySelector("main form textarea")?.focus();
  else if (pressed.key === "x") inRow("input[type=checkbox]")?.click();
  else return;
  pressed.preventDefault();
});

// What is new is told in one line outside the list, which moves nothing. It is asked for while somebody looks, and for
// ten minutes: an open page alone is no visit.
const news = document.querySelector("[data-poll]");
let asked = 0;
const ask = async () => {
  if (document.visibilityState !== "visible") return;
  if (++asked >= 20) clearInterval(asking);
  try {
    const answer = await fetch(news.dataset.poll);
    if (answer.status !== 200 || answer.redirected) return;
    const line = news.querySelector("a");
    line.textContent = await answer.text();
    line.hidden = false;
  } catch { /* The next time, perhaps. */ }
};
const asking = news && setInterval(ask, 30000);

// What is written in a long form is saved as it is written, one save after the other, and one line says whether it was.
const saving = document.querySelector("form[data-autosave]");
const keep = async () => {
  const line = saving.querySelector("[data-saved]");
  let kept = false;
  try {
    const body = new URLSearchParams(new FormData(saving));
    const answer = await fetch(saving.dataset.autosave, { method: "POST", body, headers: { "x-autosave": "1" } });
    kept = answer.status === 204;
  } catch { /* The line says so. */ }
  line.textContent = kept ? line.dataset.saved : line.dataset.unsaved;
};
let soon;
let last = Promise.resolve();
const keepNow = () => {
  clearTimeout(soon);
  last = last.then(keep);
};
saving?.addEventListener("change", keepNow);
saving?.addEventListener("input", () => {
  clearTimeout(soon);
  soon = setTimeout(keepNow, 4000);
});
saving?.addEventListener("submit", () => clearTimeout(soon));
