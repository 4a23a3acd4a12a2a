'use strict';

// The form of the door: every check-in is kept on the device first, and forgotten only when the service has answered for it.
class Door {
  constructor(form) {
    this.form = form;
    this.said = document.getElementById(form.dataset.said);
    this.list = document.getElementById(form.dataset.refusedList);
    this.place = `mamis-door ${form.dataset.checkIns}`;
    this.device = localStorage.getItem('mamis-device') ?? crypto.randomUUID();
    localStorage.setItem('mamis-device', this.device);
    form.addEventListener('submit', (e) => this.submit(e));
    form.querySelector('[data-forget]')?.addEventListener('click', () => this.forget());
    window.addEventListener('online', () => this.send());
    setInterval(() => this.send(), 15000);
    this.showRefused();
    this.focus();
    this.send();
  }

  // A scanner types wherever the focus is; a closed door has no field, and still sends what was kept.
  focus() {
    this.form.querySelector('[name="pass"]')?.focus({ preventScroll: true });
  }

  get kept() {
    return JSON.parse(localStorage.getItem(this.place) ?? '{"waiting":[],"refused":[]}');
  }

  keep(change) {
    const kept = this.kept;
    change(kept);
    localStorage.setItem(this.place, JSON.stringify(kept));
  }

  submit(e) {
    e.preventDefault();
    const given = (name) => new FormData(this.form).get(name)?.trim() || null;
    const item = { id: crypto.randomUUID(), direction: given('direction'), at: new Date().toISOString() };
    Object.assign(item, given('pass') ? { pass: given('pass') } : { licenceNumber: given('licenceNumber'), birthDate: given('birthDate') });
    this.keep((it) => it.waiting.push(item));
    this.form.querySelectorAll('input[type="text"]').forEach((it) => { it.value = ''; });
    this.focus();
    this.send(item.id);
  }

  // One after the other, so that an answer is never taken for that of another batch. What was scanned just now is said to be now.
  async send(live) {
    const waiting = this.kept.waiting.slice(0, 1000);

    if (waiting.length === 0 || this.isSending) {
      return;
    }

    this.isSending = true;

    try {
      const checkIns = waiting.map((it) => (it.id === live ? { ...it, at: undefined } : it));
      const answer = await fetch(this.form.dataset.checkIns, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Mamis-Request': '1' },
        body: JSON.stringify({ deviceId: this.device, now: new Date().toISOString(), checkIns }),
        signal: AbortSignal.timeout(10000),
      });

      if (answer.ok) {
        this.take(waiting, (await answer.json()).results, live);
      } else {
        this.say(answer.status === 401 ? 'logged-out' : (await answer.json()).code, '');
      }
    } catch {
      this.say('kept', '');
    } finally {
      this.isSending = false;
    }

    if (this.kept.waiting.some((it) => !waiting.some((sent) => sent.id === it.id))) {
      this.send();
    }
  }

  take(sent, results, live) {
    this.keep((kept) => {
      kept.waiting = kept.waiting.filter((it) => !sent.some((one) => one.id === it.id));
      kept.refused.push(...results.filter((it) => it.result === 'refused' && it.id !== live).map((it) => it.code));
    });
    const last = results.find((it) => it.id === live) ?? results.at(-1);
    const direction = sent.find((it) => it.id === last.id).direction;
    this.say(last.result === 'refused' ? last.code : `${last.result}-${direction}`, `${last.familyName ?? ''} ${last.givenName ?? ''}`);
    this.showRefused();
  }

  say(key, name) {
    const text = document.querySelector(`[data-word="${CSS.escape(key)}"]`)?.textContent ?? key;
    const waiting = this.kept.waiting.length;
    this.said.replaceChildren(...[name.trim(), text, waiting > 0 ? `${this.form.dataset.waiting} ${waiting}` : ''].filter(Boolean).map((line) => {
      const p = document.createElement('p');
      p.textContent = line;
      return p;
    }));
    this.said.className = key.startsWith('recorded') ? 'notice good' : key.startsWith('known') ? 'notice' : 'notice wait';
  }

  showRefused() {
    this.list.replaceChildren(...this.kept.refused.map((code) => {
      const li = document.createElement('li');
      li.textContent = document.querySelector(`[data-word="${CSS.escape(code)}"]`)?.textContent ?? code;
      return li;
    }));
    this.form.querySelector('[data-forget]').hidden = this.kept.refused.length === 0;
  }

  forget() {
    this.keep((it) => { it.refused = []; });
    this.showRefused();
  }
}

// A camera reads codes where the browser can by itself; elsewhere the field takes what a scanner types.
async function watch(form, video) {
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  const field = form.querySelector('[name="pass"]');
  let last = '';
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  video.hidden = false;
  await video.play();

  setInterval(async () => {
    const [code] = await detector.detect(video);

    if (code && code.rawValue !== last) {
      last = code.rawValue;
      field.value = last;
      form.requestSubmit();
    }
  }, 300);
}

for (const form of document.querySelectorAll('form[data-check-ins]')) {
  const button = form.querySelector('[data-camera]');
  new Door(form);

  if (button && 'BarcodeDetector' in window && navigator.mediaDevices) {
    button.hidden = false;
    button.addEventListener('click', () => {
      button.hidden = true;
      watch(form, form.querySelector('video')).catch(() => { button.hidden = false; });
    });
  }
}
