'use strict';

// What changes by itself: the part is fetched again with its page and put in place of the old one.
function renewLater(id) {
  const part = document.getElementById(id);
  const seconds = Number(part?.dataset.renew);

  if (seconds > 0) {
    setTimeout(() => renew(id), seconds * 1000);
  }
}

async function renew(id) {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const part = page.getElementById(id);

    if (part) {
      document.getElementById(id).replaceWith(part);
    }
  } catch {
    // No network: what stands there stays until the next time.
  }

  renewLater(id);
}

for (const part of document.querySelectorAll('[data-renew]')) {
  renewLater(part.id);
}
