// The only script of the portal. Every page works without it.
"use strict";

// What has to be looked at again is read out first.
document.getElementById("summary")?.focus();

// Under a flood a form carries a puzzle. A worker solves it; then the form is sent once more, as its sender asked,
// unless something on it was changed meanwhile.
const proof = document.querySelector("input[data-challenge]");
if (proof && window.Worker) {
  let touched = false;
  proof.form.addEventListener("input", () => { touched = true; });
  proof.form.addEventListener("submit", () => { touched = true; });
  const worker = new Worker(proof.dataset.worker);
  worker.addEventListener("message", (solved) => {
    if (!solved.data) return;
    proof.value = solved.data;
    if (!touched) proof.form.requestSubmit();
  });
  worker.postMessage(proof.dataset.challenge);
}
