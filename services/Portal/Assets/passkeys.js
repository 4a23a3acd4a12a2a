// Asks the reader's device for a passkey and sends its answer with the form. Where a browser has no passkeys, and where no
// script runs, the forms stay hidden: the password works everywhere.
"use strict";
(() => {
  // Browsers make passkeys for names only.
  if (!window.PublicKeyCredential || /^[\d.]+$|^\[/.test(location.hostname)) {
    return;
  }

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), sign => sign.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = list => (list ?? []).map(it => ({ ...it, id: bytes(it.id) }));

  const create = form => {
    const options = JSON.parse(form.dataset.options);
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = known(options.excludeCredentials);
    return navigator.credentials.create({ publicKey: options });
  };

  const get = async form => {
    const answer = await fetch(form.dataset.ask, { method: "POST", headers: { "X-Mamis-Request": "1" } });
    const question = await answer.json();
    form.elements.challengeId.value = question.challengeId;
    const options = question.options;
    options.challenge = bytes(options.challenge);
    options.allowCredentials = known(options.allowCredentials);
    return navigator.credentials.get({ publicKey: options });
  };

  const written = ({ id, rawId, type, response }) => JSON.stringify({
    id,
    rawId: text(rawId),
    type,
    clientExtensionResults: {},
    response: response.attestationObject
      ? {
        clientDataJSON: text(response.clientDataJSON),
        attestationObject: text(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      }
      : {
        clientDataJSON: text(response.clientDataJSON),
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        userHandle: response.userHandle && text(response.userHandle),
      },
  });

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    const ask = { create, get }[form.dataset.passkey];
    form.addEventListener("submit", async event => {
      if (!ask) {
        return;
      }

      event.preventDefault();
      const failed = form.querySelector("[role=alert]");
      failed.hidden = true;

      try {
        form.elements.credential.value = written(await ask(form));
        form.submit();
      } catch {
        // The reader broke it off, the device has none for this site, or the question came too late.
        failed.hidden = false;
      }
    });
  }
})();
