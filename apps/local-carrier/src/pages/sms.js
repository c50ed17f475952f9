// The SMS page: one handset's thread with one clinic number, live.
(function startSmsPage() {
  'use strict';
  const find = (id) => document.getElementById(id);
  const [own, clinic, thread, words, composer] = ['own', 'clinic', 'thread', 'words', 'composer'].map(find);
  const shown = new Map();
  let stream = null;

  const clock = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

  function show(line) {
    if (line.who === 'clinic' && !['delivered', 'undelivered', 'failed'].includes(line.status)) return;
    let entry = shown.get(line.sid);
    if (!entry) {
      const bubble = document.createElement('div');
      bubble.className = `bubble ${line.who}`;
      bubble.dir = 'auto';
      const stamp = document.createElement('div');
      stamp.className = `stamp ${line.who}`;
      thread.append(bubble, stamp);
      entry = { bubble, stamp };
      shown.set(line.sid, entry);
    }
    entry.bubble.textContent = line.body || ' ';
    entry.stamp.textContent = line.status === 'undelivered' ? `${clock(line.at)} · not delivered` : clock(line.at);
    thread.scrollTop = thread.scrollHeight;
  }

  function note(text) {
    const line = document.createElement('div');
    line.className = 'note alarm';
    line.textContent = text;
    thread.append(line);
    thread.scrollTop = thread.scrollHeight;
  }

  function concerns(line) {
    return [line.from, line.to].includes(own.value) && [line.from, line.to].includes(clinic.value);
  }

  async function open() {
    thread.replaceChildren();
    shown.clear();
    if (stream) stream.close();
    const query = new URLSearchParams({ number: own.value, clinic: clinic.value });
    const answer = await fetch(`/carrier/texts?${query}`);
    if (!answer.ok) return note('That is not a phone number.');
    for (const line of (await answer.json()).texts) show(line);
    stream = new EventSource(`/carrier/events?number=${encodeURIComponent(own.value)}`);
    stream.addEventListener('text', (event) => {
      const line = JSON.parse(event.data);
      if (concerns(line)) show(line);
    });
    stream.addEventListener('alert', (event) => {
      const { code, detail } = JSON.parse(event.data).alert;
      note(`The clinic did not answer (${code}${detail ? `: ${detail}` : ''}).`);
    });
    return undefined;
  }

  async function send(text) {
    const body = JSON.stringify({ from: own.value, to: clinic.value, body: text });
    const answer = await fetch('/carrier/texts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    if (answer.ok) show(await answer.json());
    else note('The text could not be sent.');
  }

  composer.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = words.value;
    if (text.trim() === '') return;
    words.value = '';
    words.focus();
    void send(text);
  });
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    composer.requestSubmit();
  });
  find('suggestions').addEventListener('click', (event) => {
    if (event.target.tagName === 'BUTTON') void send(event.target.textContent);
  });
  for (const field of [own, clinic]) {
    field.addEventListener('change', () => {
      localStorage.setItem(`carrier.${field.id}`, field.value);
      void open();
    });
  }
  void fetch('/carrier/settings')
    .then((answer) => answer.json())
    .then((settings) => {
      const asked = new URLSearchParams(location.search);
      own.value = asked.get('own') || localStorage.getItem('carrier.own') || settings.handsetNumber;
      clinic.value = asked.get('clinic') || localStorage.getItem('carrier.clinic') || settings.clinicNumber;
      return open();
    });
})();
