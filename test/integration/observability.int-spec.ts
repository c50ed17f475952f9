import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StaffService } from '@clinicall/identity';
import { ImportService } from '@clinicall/scheduling';
import { SileroDetector } from '../../libs/telephony/src/audio/silero-voice-activity';
import { VoiceActivity } from '../../libs/telephony/src/audio/voice-activity';
import type { SupervisionRecord } from '../../libs/conversation/src/supervision.service';
import type { CallTimelineView } from '../../libs/telephony/src/call-timelines.service';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { restOf } from '../security/rest';
import { usualWorld } from '../support/conversation-world';
import { eventually } from '../support/eventually';
import { HostileModel } from '../support/hostile-model';
import type { ModelAnswer, ModelRequest } from '../support/hostile-model';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { SpeechDouble } from '../support/speech-double';
import { TraceCollector } from '../../libs/platform/spec-support/trace-collector';
import { WireCall } from '../support/wire-call';

const AUTH_TOKEN = 'an auth token of the carrier';
const PUBLIC = 'https://clinic.example.org';
const CLINIC_PHONE = '+12125550100';
// No bare year: nanoseconds and identifiers say any four digits by chance.
const CANARIES = ['Xanthippe', 'Quillfeather', 'zebrafish', '5550177', 'March 17', '1971-03-17', 'Adler', 'cardiolog'];
const PASSWORD = 'a long walk by the sea';

let product: Product;
let model: HostileModel;
let speech: SpeechDouble;
let collector: TraceCollector;
let token: string;
let call: WireCall;
let conversationId: string;
let stopped: Promise<void> | undefined;

beforeAll(async () => {
  [model, speech, collector] = await Promise.all([HostileModel.start(), SpeechDouble.start(), TraceCollector.start()]);
  const host = new URL(model.url).host;
  product = await startProduct({
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    PUBLIC_URL: PUBLIC,
    LOCAL_AI: 'off',
    OPENAI_BASE_URL: model.url,
    OPENAI_CHAT_MODEL: 'tested-model',
    OPENAI_STT_BASE_URL: speech.url,
    OPENAI_TTS_BASE_URL: speech.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    MODEL_PRICES: JSON.stringify([
      {
        provider: host,
        model: 'tested-model',
        input: 2,
        cached: 0.5,
        output: 8,
        source: 'this test',
        asOf: '2026-01-01',
      },
    ]),
  });
  // The caller hums, which the model rightly takes for no speech: the gate decides alone, as where the model is missing.
  product.app.get(VoiceActivity, { strict: false }).open = () =>
    new SileroDetector(
      () => Promise.resolve(1),
      () => undefined,
    );
  const { clinicId } = await product.app
    .get(ImportService)
    .importWorld({ ...usualWorld, phone: CLINIC_PHONE }, { makeClinics: true });
  await product.app.get(StaffService).ensureAdministrator(clinicId, 'owner@example.org', PASSWORD);
  const rest = restOf(product.url);
  const signedIn = await rest('POST', '/auth/login', { body: { email: 'owner@example.org', password: PASSWORD } });
  token = signedIn.body['accessToken'] as string;
  await rest('POST', '/test/clock', { token, body: { at: '2027-05-03T09:00:00-04:00' } });
  model.usage = { prompt_tokens: 1_000, completion_tokens: 50, prompt_tokens_details: { cached_tokens: 600 } };
}, 60_000);
afterAll(async () => {
  await (stopped ?? product.stop());
  await Promise.all([model.stop(), speech.stop(), collector.stop()]);
});

const get = async <T>(path: string): Promise<T> => {
  const { status, body } = await restOf(product.url)('GET', path, { token });
  expect([path, status]).toEqual([path, 200]);
  return body as T;
};
const metrics = async (): Promise<Map<string, number>> => {
  const lines = (await (await fetch(`${product.url}/metrics`)).text()).split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]),
  );
};
const quiet = () => eventually(() => Promise.resolve(!call.hears), 'the agent has been heard to its end');
const speaks = () => eventually(() => Promise.resolve(call.hears), 'the agent is being heard');

const answered = (turns: number) =>
  eventually(async () => {
    const { items } = await get<{ items: { id: string }[] }>('/conversations?channel=voice');
    conversationId = items[0]?.id ?? '';
    const talk = await get<SupervisionRecord>(`/conversations/${conversationId}`);
    return talk.turns.filter(({ who }) => who === 'agent').length >= turns;
  }, `${turns} sentences of the agent in the log`);

/** By what it is asked, not in order: an answer may be begun early, given up and begun again. */
function answerTo({ messages }: ModelRequest): ModelAnswer {
  const last = messages.at(-1);
  const words = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  if (last?.role === 'tool') return { say: '' };
  if (last?.role === 'system') return { say: 'Is there a day that you would like?' };
  if (words.includes('Xanthippe')) return { say: 'You are booked with Dr. Adler, Xanthippe.' };
  if (words.includes('cardiologist'))
    return { tool_call: { name: 'find_slots', arguments: { when: 'tomorrow afternoon', specialty: 'cardiologist' } } };
  return { say: 'What would you like to do?' };
}

/** The agent has said so much in all, and it has been heard to its end; how long that takes is the machine's affair. */
async function heard(turns: number): Promise<void> {
  const before = call.heardMs;
  await answered(turns);
  await eventually(() => Promise.resolve(call.heardMs > before && !call.hears), 'the answer was heard');
}

describe('one call', () => {
  it('is played: a search, an interruption, a false sentence, a key', async () => {
    model.otherwise = answerTo;
    call = await WireCall.place('CAwatched', {
      url: product.url,
      publicUrl: PUBLIC,
      authToken: AUTH_TOKEN,
      from: '+12125550177',
      to: CLINIC_PHONE,
    });
    await speaks();
    await quiet();
    speech.next[0] = 'Do you have a cardiologist tomorrow afternoon? A zebrafish bit me.';
    await call.speak(700);
    await answered(2);
    await speaks();
    speech.next[0] = 'I am Xanthippe Quillfeather, born March 17, 1971.';
    await call.speak(900);
    await eventually(() => Promise.resolve(call.clears > 0), 'the carrier was told to stop');
    await heard(3);
    speech.next[0] = 'I do not know yet.';
    await call.speak(500);
    await heard(4);
    call.press('7');
    await call.hangUp();
  }, 90_000);

  it('shows in every metric, without a word of it', async () => {
    const seen = await eventually(async () => {
      const all = await metrics();
      return all.get('calls_live') === 0 ? all : undefined;
    }, 'the call is over');
    const host = new URL(model.url).host;
    const counted = (name: string, labels = '') => seen.get(`${name}_count${labels}`) ?? 0;
    for (const name of [
      ...['speech_end_eot_decision_ms', 'stt_finalization_ms', 'llm_first_sentence_ms', 'tts_ttfb_ms', 'tts_ttfa_ms'],
      ...['playback_start_est_ms', 'barge_in_stop_ms', 'heard_ratio', 'dead_air_ms'],
    ])
      expect([name, counted(name) > 0]).toEqual([name, true]);
    expect(counted('llm_ttft_ms', `{provider="${host}"}`)).toBeGreaterThanOrEqual(4);
    expect(counted('tool_ms', '{name="find_slots"}')).toBe(1);
    expect(counted('turn_core_ms', '{tools="yes"}')).toBe(1);
    expect(counted('turn_core_ms', '{tools="no"}')).toBeGreaterThanOrEqual(2);
    expect(seen.get('barge_ins_total')).toBeGreaterThanOrEqual(1);
    for (const name of [
      'backchannels',
      'false_interruptions',
      'cutoffs',
      'ws_buffered_bytes',
      'event_loop_lag_ms{quantile="0.99"}',
      'speculation_wasted_tokens_total',
    ])
      expect([name, seen.has(name)]).toEqual([name, true]);
    expect(seen.get('guard_actions_total{guard="truth",action="withheld"}')).toBeGreaterThanOrEqual(1);
    expect(seen.get(`llm_cost_usd_total{provider="${host}",model="tested-model"}`)).toBeGreaterThan(0);
    // Whatever was named in a way that test/integration/metric-names cannot read is seen here.
    const page = readFileSync(join(repositoryRoot(), 'docs/observability.md'), 'utf8');
    const named = [...seen.keys()].map((line) => line.replace(/\{.*|_(?:bucket|sum|count)(?=\{|$).*/g, ''));
    const ours = named.filter((name) => !/^(?:process|nodejs)_/.test(name));
    expect(ours.filter((name) => !new RegExp(`\\| .*\\b${name}\\b.*\\|`).test(page))).toEqual([]);
    expect([...seen.keys()].filter((line) => CANARIES.some((canary) => line.includes(canary)))).toEqual([]);
  });

  it('is a timeline that a dashboard can draw', async () => {
    const [{ id }] = (await get<{ items: [{ id: string }] }>(`/calls?conversationId=${conversationId}`)).items;
    const view = await eventually(async () => {
      const timeline = await get<CallTimelineView>(`/calls/${id}/timeline`);
      return timeline.streams[0]?.entries.at(-1)?.kind === 'end' ? timeline : undefined;
    }, 'the timeline is kept');
    const { entries = [], dropped } = view.streams[0] ?? {};
    expect(dropped).toBe(0);
    const kinds = new Set<string>(entries.map(({ kind }) => kind));
    for (const kind of [
      'caller',
      'agent',
      'endpoint',
      'words',
      'model',
      'tool',
      'guard',
      'voice',
      'first_audio',
      'barge_in',
      'key',
    ])
      expect([kind, kinds.has(kind)]).toEqual([kind, true]);
    const spoken = entries.filter(({ kind }) => kind === 'caller');
    expect(spoken).toHaveLength(3);
    for (const { at, until } of spoken) expect(until).toBeGreaterThan(at);
    expect(JSON.stringify(view)).not.toMatch(new RegExp(CANARIES.join('|')));
  });

  it('stands whole in the supervision log', async () => {
    const { turns, toolCalls, guardActions, totals } = await get<SupervisionRecord>(`/conversations/${conversationId}`);
    const searched = turns.find(
      (turn) => turn.who === 'agent' && turn.modelRequests === 2 && turn.stateAfter?.offers.length === 2,
    );
    expect(searched).toMatchObject({
      model: 'tested-model',
      promptTokens: 2_000,
      cachedTokens: 1_200,
      completionTokens: 100,
      stateBefore: { offers: [], identified: null },
      redaction: 'none',
    });
    // 800 at 2, 1,200 at 0.50 and 100 at 8 dollars a million.
    expect(searched?.costUsd).toBeCloseTo(0.0016 + 0.0006 + 0.0008, 8);
    expect(toolCalls).toContainEqual(
      expect.objectContaining({ name: 'find_slots', result: expect.objectContaining({ ok: true }) }),
    );
    expect(guardActions).toContainEqual(expect.objectContaining({ guard: 'truth', action: 'withheld' }));
    expect(totals.costUsd).toBeGreaterThan(0.003);
  });

  it('is a trace a turn at the collector, and none of its words', async () => {
    stopped = product.stop(); // what is gathered leaves
    await stopped;
    const traces = collector.traces();
    expect(traces.length).toBeGreaterThanOrEqual(3);
    for (const spans of traces)
      expect(spans.filter(({ parentSpanId }) => parentSpanId === undefined).map(({ name }) => name)).toEqual(['turn']);
    const searched = traces.find((spans) => spans.some(({ name }) => name === 'tool')) ?? [];
    const names = searched.map(({ name }) => name);
    for (const name of [
      'turn',
      'speech end',
      'speech to text',
      'agent',
      'model',
      'tool',
      'first clause',
      'text to speech',
      'first audio',
    ])
      expect([name, names.includes(name)]).toEqual([name, true]);
    expect(names.filter((name) => name === 'model')).toHaveLength(2);
    expect(
      collector.spans.some(
        ({ name, attributes }) => name === 'guard' && attributes['clinicall.guard.action'] === 'withheld',
      ),
    ).toBe(true);
    const root = searched.find(({ name }) => name === 'turn');
    expect(root?.attributes).toMatchObject({ 'gen_ai.conversation.id': conversationId, 'clinicall.channel': 'voice' });
    expect(root?.attributes['clinicall.call.id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(searched.find(({ name }) => name === 'tool')?.attributes).toMatchObject({
      'gen_ai.tool.name': 'find_slots',
      'clinicall.ok': true,
    });
    const sent = collector.bodies.join('\n');
    expect(CANARIES.filter((canary) => sent.includes(canary))).toEqual([]);
  });
});
