// Asks the browser for a passkey, as the page says. Without this script there are codes.
"use strict";

// What is named here is named for this file alone: others are on the page too.
{
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const ask = async (form) => {
    const publicKey = JSON.parse(form.dataset.passkey);
    publicKey.challenge = bytes(publicKey.challenge);
    if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id);
    for (const known of publicKey.excludeCredentials ?? []) known.id = bytes(known.id);
    for (const known of publicKey.allowCredentials ?? []) known.id = bytes(known.id);
    const shown = form.dataset.act === "create"
      ? await navigator.credentials.create({ publicKey })
      : await navigator.credentials.get({ publicKey });
    const { response } = shown;
    const answer = { clientDataJSON: text(response.clientDataJSON) };
    if (form.dataset.act === "create") {
      answer.attestationObject = text(response.attestationObject);
      answer.transports = response.getTransports?.() ?? [];
    } else {
      answer.authenticatorData = text(response.authenticatorData);
      answer.signature = text(response.signature);
      answer.userHandle = text(response.userHandle);
    }
    return JSON.stringify({ id: shown.id, rawId: text(shown.rawId), type: shown.type, response: answer, extensions: {} });
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!window.PublicKeyCredential) continue;
    form.hidden = false;
    form.addEventListener("submit", async (sent) => {
      sent.preventDefault();
      const none = form.querySelector("[data-none]");
      none.hidden = true;
      try {
        form.elements.answer.value = await ask(form);
        form.submit();
      } catch {
        none.hidden = false;
      }
    });
  }
}
