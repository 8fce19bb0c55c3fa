// Finds the number whose SHA-256 with the salt is the challenge, in ALTCHA's format. Answers nothing where it cannot:
// then the form's ticket lets its sender in after a wait.
"use strict";

const BATCH = 256;
const bytes = new TextEncoder();

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

const solve = async ({ algorithm, challenge, maxnumber, salt, signature }) => {
  for (let first = 0; first <= maxnumber; first += BATCH) {
    const digest = (_, place) => crypto.subtle.digest("SHA-256", bytes.encode(salt + (first + place)));
    const digests = await Promise.all(Array.from({ length: BATCH }, digest));
    const place = digests.findIndex((found) => hex(found) === challenge);
    if (place >= 0) return btoa(JSON.stringify({ algorithm, challenge, number: first + place, salt, signature }));
  }
  return null;
};

self.addEventListener("message", async (asked) => {
  const solved = self.crypto?.subtle ? await solve(JSON.parse(asked.data)) : null;
  self.postMessage(solved);
});
