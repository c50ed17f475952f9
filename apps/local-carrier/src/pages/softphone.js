// The softphone: one handset on the local network, by WebSocket. `window.softphone` is its handle for tests.
(() => {
  'use strict';
  const names = [
    'own',
    'clinic',
    'state',
    'level',
    'words',
    'keypad',
    'call',
    'hangup',
    'mute',
    'keys',
    'suggestions',
    'composer',
    'typed',
    'say',
  ];
  const ui = Object.fromEntries(names.map((id) => [id, document.getElementById(id)]));
  const handle = {
    state: 'idle',
    callSid: null,
    words: [],
    framesSaid: 0,
    framesHeard: 0,
    /** Tests put their own stream here. */
    microphone: () =>
      navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      }),
  };
  window.softphone = handle;
  let socket = null;
  let ringing = false;
  let muted = false;
  let answeredAt = 0;

  const sound = new window.SoftphoneSound((frame, level) => {
    ui.level.value = Math.min(1, level * 6);
    if (handle.state !== 'talking' || socket.readyState !== WebSocket.OPEN) return;
    handle.framesSaid += 1;
    socket.send(frame);
  });

  const tell = (message) => socket.send(JSON.stringify(message));

  function note(text, alarm) {
    const line = document.createElement('div');
    line.className = `note${alarm ? ' alarm' : ''}`;
    line.textContent = text;
    ui.words.append(line);
    ui.words.scrollTop = ui.words.scrollHeight;
  }

  const clock = (ms) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1_000) % 60).padStart(2, '0')}`;

  /** Words are read after they were heard: each bubble stands where it was spoken. */
  function bubble({ who, text, startMs }) {
    const line = document.createElement('div');
    line.className = `bubble ${who}`;
    line.dir = 'auto';
    line.dataset.startMs = startMs;
    line.textContent = text;
    const stamp = document.createElement('span');
    stamp.className = `stamp ${who}`;
    stamp.textContent = `${who === 'clinic' ? 'Clinic' : 'You'} · ${clock(startMs)}`;
    const later = [...ui.words.querySelectorAll('.bubble')].find((other) => Number(other.dataset.startMs) > startMs);
    if (later) later.before(line, stamp);
    else ui.words.append(line, stamp);
    ui.words.scrollTop = ui.words.scrollHeight;
  }

  const LABELS = { idle: 'Not in a call', calling: 'Calling …', incoming: 'Incoming call', talking: 'In a call' };

  function become(state) {
    handle.state = state;
    ui.state.textContent = LABELS[state];
    const busy = state !== 'idle';
    ui.call.classList.toggle('hidden', busy && state !== 'incoming');
    ui.call.textContent = state === 'incoming' ? 'Answer' : 'Call';
    ui.hangup.classList.toggle('hidden', !busy);
    ui.hangup.textContent = state === 'incoming' ? 'Refuse' : 'Hang up';
    for (const control of [ui.mute, ui.keys, ui.typed, ui.say]) control.disabled = state !== 'talking';
    for (const field of [ui.own, ui.clinic]) field.disabled = busy;
    if (state !== 'talking') ui.keypad.classList.add('hidden');
    ui.suggestions.classList.toggle('hidden', state !== 'talking');
    if (state === 'idle') ui.level.value = 0;
  }

  setInterval(() => {
    if (handle.state !== 'talking') return;
    ui.state.textContent = `In a call · ${clock(Date.now() - answeredAt)}`;
  }, 500);

  const news = {
    ringing: () => become('calling'),
    incoming: ({ from }) => {
      ringing = true;
      become('incoming');
      note(`${from} is calling`);
    },
    answered: ({ callSid }) => {
      ringing = false;
      handle.callSid = callSid;
      answeredAt = Date.now();
      become('talking');
    },
    words: (words) => {
      if (words.text === '') return;
      handle.words.push(words);
      bubble(words);
    },
    said: ({ said, text }) => {
      if (!said) note(`“${text}” was not spoken: there is no synthetic voice, or the call is over.`, true);
    },
    ended: ({ status }) => {
      ringing = false;
      sound.close();
      become('idle');
      note(status === 'completed' ? 'The call has ended.' : `The call ended: ${status}.`, status !== 'completed');
    },
    error: ({ message }) => note(message, true),
  };

  function connect() {
    if (socket) {
      socket.onclose = null;
      socket.close();
    }
    const query = new URLSearchParams({ number: ui.own.value, words: '1', live: '1' });
    socket = new WebSocket(`${location.origin.replace('http', 'ws')}/carrier/handset?${query}`);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => {
      if (typeof data === 'string') {
        const message = JSON.parse(data);
        if (news[message.type]) news[message.type](message);
        return;
      }
      handle.framesHeard += 1;
      sound.hear(data);
    };
    socket.onclose = () => {
      if (handle.state !== 'idle') news.ended({ status: 'the phone network is away' });
      setTimeout(connect, 1500);
    };
    return new Promise((resolve) => (socket.onopen = resolve));
  }

  async function openSound() {
    const hasMicrophone = await sound.open(handle.microphone).catch(() => false);
    sound.mute(muted);
    if (!hasMicrophone) note('No microphone: type what you want to say.');
  }

  async function call() {
    await openSound();
    if (ringing) return tell({ type: 'answer' });
    ui.words.replaceChildren();
    handle.words.length = 0;
    if (socket.readyState !== WebSocket.OPEN) await connect();
    return tell({ type: 'dial', to: ui.clinic.value });
  }

  function hangUp() {
    tell({ type: ringing ? 'refuse' : 'hangup' });
  }

  function setMuted(wanted) {
    muted = wanted;
    sound.mute(muted);
    ui.mute.setAttribute('aria-pressed', String(muted));
    ui.mute.textContent = muted ? 'Muted' : 'Mute';
    ui.level.value = 0;
  }

  const toEnd = () => (ui.words.scrollTop = ui.words.scrollHeight);

  const press = (digit) => tell({ type: 'digit', digit });
  /** Whoever types a suggested phrase has used it up. */
  function say(text) {
    tell({ type: 'speak', text });
    const plain = (words) => words.toLowerCase().replace(/[^a-z ]/g, '');
    for (const suggestion of [...ui.suggestions.children])
      if (plain(suggestion.textContent) === plain(text)) suggestion.remove();
  }
  Object.assign(handle, { call, hangUp, press, say, mute: setMuted });

  ui.call.addEventListener('click', () => void call());
  ui.hangup.addEventListener('click', hangUp);
  ui.mute.addEventListener('click', () => setMuted(!muted));
  ui.keys.addEventListener('click', () => {
    const hidden = ui.keypad.classList.toggle('hidden');
    ui.keys.setAttribute('aria-expanded', String(!hidden));
    ui.suggestions.classList.toggle('hidden', !hidden);
    toEnd(); // The newest words stay in sight.
  });
  ui.keypad.addEventListener('click', ({ target }) => {
    if (target.tagName === 'BUTTON') press(target.textContent);
  });
  ui.suggestions.addEventListener('click', ({ target }) => {
    if (target.tagName !== 'BUTTON') return;
    say(target.textContent);
  });
  ui.composer.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = ui.typed.value.trim();
    if (text === '' || handle.state !== 'talking') return;
    ui.typed.value = '';
    say(text);
  });
  ui.typed.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    ui.composer.requestSubmit();
  });
  document.addEventListener('keydown', (event) => {
    if (handle.state === 'talking' && event.target === document.body && /^[0-9*#]$/.test(event.key)) press(event.key);
  });
  for (const field of [ui.own, ui.clinic]) {
    field.addEventListener('change', () => {
      localStorage.setItem(`carrier.${field.id}`, field.value);
      if (field === ui.own) void connect();
    });
  }
  void fetch('/carrier/settings')
    .then((answer) => answer.json())
    .then((settings) => {
      const asked = new URLSearchParams(location.search);
      ui.own.value = asked.get('own') || localStorage.getItem('carrier.own') || settings.handsetNumber;
      ui.clinic.value = asked.get('clinic') || localStorage.getItem('carrier.clinic') || settings.clinicNumber;
      become('idle');
      return connect();
    });
})();
