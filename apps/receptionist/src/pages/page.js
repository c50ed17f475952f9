// The reception page: signs in, then asks the REST API every two seconds. No framework, no inline script (strict CSP).
const POLL_MS = 2000;
const view = Object.fromEntries([...document.querySelectorAll('[id]')].map((element) => [element.id, element]));
const state = { session: readSession(), overview: null, dayOffset: 0, openConversation: null, seen: null, timer: 0 };

function readSession() {
  try {
    return JSON.parse(sessionStorage.getItem('clinicall') ?? 'null');
  } catch {
    return null;
  }
}

function keepSession(session) {
  state.session = session;
  if (session === null) sessionStorage.removeItem('clinicall');
  else sessionStorage.setItem('clinicall', JSON.stringify(session));
}

async function ask(path, options = {}, retry = true) {
  const response = await fetch(`/api/v1${path}`, {
    ...options,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${state.session?.accessToken ?? ''}` },
  });
  if (response.status === 401 && retry && state.session !== null && (await refresh())) return ask(path, options, false);
  const body = response.status === 204 ? null : await response.json();
  if (!response.ok) {
    throw Object.assign(new Error(body.detail), { status: response.status, secondFactor: body.secondFactor });
  }
  return body;
}

async function refresh() {
  const response = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken: state.session.refreshToken }),
  });
  keepSession(response.ok ? await response.json() : null);
  return response.ok;
}

const element = (name, text = '', className = '') => {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
};

const clinicTime = (instant) =>
  new Intl.DateTimeFormat(undefined, { timeZone: state.overview.clinic.timezone, timeStyle: 'short' }).format(
    new Date(instant),
  );

async function showOverview() {
  state.overview = await ask(`/overview?dayOffset=${state.dayOffset}`);
  const { clinic, links, warnings } = state.overview;
  view.clinic.textContent = clinic.name;
  view.phone.textContent = clinic.phone;
  view.links.replaceChildren(
    ...links.map(({ title, href }) => Object.assign(element('a', title), { href, target: '_blank', rel: 'noopener' })),
  );
  view.warnings.hidden = warnings.length === 0;
  view.warnings.textContent = warnings.join(' ');
}

/** Somebody in danger stands above all else until a person says that they have taken care of it. */
function showEmergencies() {
  const { emergencies } = state.overview;
  const shown = JSON.stringify(emergencies);
  if (shown === state.emergencies) return;
  state.emergencies = shown;
  view.emergencies.hidden = emergencies.length === 0;
  view.emergencies.replaceChildren(
    ...emergencies.map(({ taskId, conversationId, openedAt }) => {
      const item = element('li', `Emergency told of at ${clinicTime(openedAt)} `);
      if (conversationId !== null) item.append(button('Look', () => openConversation(conversationId)));
      item.append(
        button('Taken care of', async () => {
          await ask(`/tasks/${taskId}/resolve`, { method: 'POST', body: '{}' });
          await tick();
        }),
      );
      return item;
    }),
  );
  const linked = emergencies.find(
    ({ taskId, conversationId }) => taskId === state.linkedTask && conversationId !== null,
  );
  state.linkedTask = null;
  if (linked) void openConversation(linked.conversationId);
}

function button(words, act) {
  const made = Object.assign(element('button', words), { type: 'button' });
  made.addEventListener('click', () => act());
  return made;
}

async function showAppointments() {
  const { on, from, to } = state.overview.day;
  const { items } = await ask(`/appointments?from=${from}&to=${to}&limit=100`);
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' });
  view.day.textContent = format.format(new Date(on));
  const known = state.seen;
  view.appointments.replaceChildren(
    ...items.map((appointment) => {
      const row = element('tr', '', known !== null && !known.has(appointment.id) ? 'fresh' : '');
      const doctor = element('td', appointment.doctor.name);
      doctor.append(element('small', appointment.specialty));
      const status = element('td');
      status.append(element('span', appointment.status, 'status'));
      row.append(
        element('td', clinicTime(appointment.startsAt)),
        element('td', appointment.patient.name),
        doctor,
        status,
      );
      return row;
    }),
  );
  state.seen = new Set([...(known ?? []), ...items.map((appointment) => appointment.id)]);
  view['no-appointments'].hidden = items.length > 0;
}

function about(talk) {
  const state = talk.escalated ? 'with a person' : (talk.outcome ?? 'going on');
  return `${talk.turnCount} ${talk.turnCount === 1 ? 'turn' : 'turns'} · ${state}`;
}

async function showConversations() {
  const { items } = await ask('/conversations?limit=20');
  view.conversations.replaceChildren(
    ...items.map((talk) => {
      const button = element('button');
      button.type = 'button';
      const row = element('span', '', 'row');
      row.append(
        element('span', `${talk.channel} · ${talk.from ?? 'unknown'}`, talk.endedAt === null ? 'live' : ''),
        element('span', clinicTime(talk.lastTurnAt ?? talk.startedAt), 'quiet'),
      );
      button.append(row, element('span', about(talk), 'last'));
      button.addEventListener('click', () => openConversation(talk.id));
      const item = element('li');
      item.append(button);
      return item;
    }),
  );
  view['no-conversations'].hidden = items.length > 0;
}

async function openConversation(id) {
  state.openConversation = id;
  view.transcript.hidden = false;
  await showTranscript();
  view.transcript.scrollIntoView({ block: 'nearest' });
}

async function showTranscript() {
  if (state.openConversation === null) return;
  const talk = await ask(`/conversations/${state.openConversation}`);
  const lines = [
    ...talk.turns.map((turn) => ({ at: turn.at, who: turn.who, text: turn.text })),
    ...(talk.toolCalls ?? []).map((call) => ({
      at: call.at,
      who: 'tool',
      text: `${call.name} → ${call.result?.ok ? 'ok' : call.result?.reason}`,
    })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  view.turns.replaceChildren(
    ...lines.map((line) => {
      const item = element('li', line.text, line.who);
      item.prepend(element('small', `${line.who} · ${clinicTime(line.at)}`));
      return item;
    }),
  );
}

async function tick() {
  clearTimeout(state.timer);
  try {
    await showOverview();
    showEmergencies();
    await Promise.all([showAppointments(), showConversations(), showTranscript()]);
  } catch (fault) {
    if (fault.status === 401) return signedOut();
    view.warnings.hidden = false;
    view.warnings.textContent = 'The receptionist does not answer; trying again.';
  }
  state.timer = setTimeout(tick, POLL_MS);
}

function signedOut() {
  clearTimeout(state.timer);
  keepSession(null);
  view.desk.hidden = true;
  view['sign-out'].hidden = true;
  view['sign-in'].hidden = false;
  document.querySelector('input[name=email]').focus();
}

function signedIn() {
  view['sign-in'].hidden = true;
  view.desk.hidden = false;
  view['sign-out'].hidden = false;
  state.seen = null;
  void tick();
}

document.querySelector('#sign-in form').addEventListener('submit', async (event) => {
  event.preventDefault();
  view.refusal.textContent = '';
  const { email, password, code } = Object.fromEntries(new FormData(event.target));
  const body = JSON.stringify({ email, password, ...(code === '' ? {} : { code }) });
  try {
    keepSession(await ask('/auth/login', { method: 'POST', body }, false));
    event.target.reset();
    view.code.hidden = true;
    signedIn();
  } catch (fault) {
    if (fault.secondFactor) view.code.hidden = false;
    view.refusal.textContent = fault.message;
  }
});
view['sign-out'].addEventListener('click', async () => {
  await ask('/auth/logout', { method: 'POST', body: '{}' }, false).catch(() => null);
  signedOut();
});
view['close-transcript'].addEventListener('click', () => {
  state.openConversation = null;
  view.transcript.hidden = true;
});
for (const button of document.querySelectorAll('[data-day]')) {
  button.addEventListener('click', () => {
    const step = Number(button.dataset.day);
    state.dayOffset = step === 0 ? 0 : state.dayOffset + step;
    state.seen = null;
    void tick();
  });
}

/** Links lead here with their secret in the fragment, which no server sees: #invitation=, #reset=, #signed-in=; or with a task: #task=. */
function takeFragment() {
  const [kind, token] = location.hash.slice(1).split('=');
  if (!token) return {};
  history.replaceState(null, '', location.pathname);
  return { kind, token };
}

const SET_PASSWORD = { invitation: '/auth/invitations/accept', reset: '/auth/password/reset' };

function askForPassword(path, token) {
  view['new-password'].hidden = false;
  document.querySelector('#new-password form').addEventListener('submit', async (event) => {
    event.preventDefault();
    view['link-refusal'].textContent = '';
    const { password } = Object.fromEntries(new FormData(event.target));
    try {
      await ask(path, { method: 'POST', body: JSON.stringify({ token, password }) }, false);
      view['new-password'].hidden = true;
      signedOut();
    } catch (fault) {
      view['link-refusal'].textContent = fault.message;
    }
  });
}

async function begin() {
  const { kind, token } = takeFragment();
  if (SET_PASSWORD[kind]) return askForPassword(SET_PASSWORD[kind], token);
  if (kind === 'task') state.linkedTask = token;
  if (kind === 'signed-in') {
    state.session = { refreshToken: token };
    await refresh();
  }
  if (state.session === null) signedOut();
  else signedIn();
}
void begin();
