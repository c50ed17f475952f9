import { Metrics } from '@clinicall/platform';
import { LOUD, say, Line } from '../spec-support/fake-line';
import { CallTimeline, MOST_ENTRIES } from './call-timeline';

const kinds = (line: Line) => line.kept?.entries.map(({ kind }) => kind) ?? [];
const entry = (line: Line, kind: string) => line.kept?.entries.find((one) => one.kind === kind);

async function exposition(metrics: Metrics): Promise<Map<string, number>> {
  const lines = (await metrics.registry.metrics()).split('\n').filter((line) => !line.startsWith('#'));
  return new Map(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]));
}

describe('what is seen of a call', () => {
  it('is who spoke when, why a turn ended and how long the answer took', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('I have two times for you.')]);
    await line.speak({ text: 'I need a cardiologist.' });
    await line.run(2_000);
    line.session.close();
    const caller = entry(line, 'caller');
    expect(caller).toMatchObject({ at: 1_480, until: 2_080 });
    expect(entry(line, 'endpoint')).toMatchObject({ at: 2_380, ms: 300, reason: 'complete' });
    const first = entry(line, 'first_audio');
    expect(first?.ms).toBe((first?.at ?? 0) - (caller?.until ?? 0));
    const [greeting, answer] = line.kept?.entries.filter(({ kind }) => kind === 'agent') ?? [];
    expect((greeting?.until ?? 0) - (greeting?.at ?? 0)).toBe(600);
    expect(answer).toMatchObject({ at: first?.at, until: (first?.at ?? 0) + 600 });
    expect(kinds(line).at(-1)).toBe('end');
    expect(JSON.stringify(line.kept)).not.toMatch(/cardiologist|two times/);
    const seen = await exposition(line.registry);
    expect(seen.get('turn_core_ms_count{tools="no"}')).toBe(1);
    expect(seen.get('speech_end_eot_decision_ms_sum')).toBe(300);
    expect(seen.get('heard_ratio_count')).toBe(0); // counted when the next turn begins
    expect(seen.get('calls_live')).toBe(0);
  });

  it('is an interruption, with the time until the carrier was told and the share that was heard', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('one two three four five six seven eight nine ten eleven twelve thirteen fourteen')]);
    await line.speak({ text: 'Please tell me.' });
    await line.speak({ text: 'No, something else.' });
    line.session.close();
    expect(entry(line, 'barge_in')?.ms).toBeGreaterThan(0);
    const seen = await exposition(line.registry);
    expect(seen.get('barge_ins_total')).toBe(1);
    expect(seen.get('barge_in_stop_ms_sum')).toBe(entry(line, 'barge_in')?.ms);
    expect(seen.get('heard_ratio_sum')).toBeGreaterThan(0.2);
    expect(seen.get('heard_ratio_sum')).toBeLessThan(1);
  });

  it('tells a mm-hm from a cough, and a caller who was cut off from one who waited', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('one two three four five six seven eight nine ten eleven twelve thirteen fourteen')]);
    await line.speak({ text: 'Please tell me.' }, 600, 700);
    await line.speak({ text: 'Mm-hm.' }, 200, 900);
    await line.speak({ text: '' }, 200, 900);
    line.session.close();
    expect(kinds(line)).toEqual(expect.arrayContaining(['cutoff', 'backchannel', 'false_interruption']));
    const seen = await exposition(line.registry);
    expect([seen.get('cutoffs'), seen.get('backchannels'), seen.get('false_interruptions')]).toEqual([1, 1, 1]);
  });

  it('is a filler and a long silence of ours, and the failure of a recogniser', async () => {
    const line = await new Line().greeted();
    let think = (): void => undefined;
    line.talk.thinking = new Promise((resolve) => (think = resolve));
    await line.speak({ text: 'Do you have anything tomorrow?' }, 600, 2_500);
    think();
    await line.run(1_500);
    await line.speak(new Error('no ear'));
    line.session.close();
    expect(kinds(line)).toEqual(expect.arrayContaining(['filler', 'gap', 'failure', 'not_understood']));
    expect(line.kept?.entries.find(({ kind, whose }) => kind === 'gap' && whose === 'agent')).toBeDefined();
    expect((await exposition(line.registry)).get('dead_air_ms_sum')).toBeGreaterThan(700);
  });

  it('says when the carrier began to play, by its first mark', async () => {
    const line = await new Line().greeted();
    await line.speak({ text: 'I need a cardiologist.' });
    await line.run(2_000);
    const seen = await exposition(line.registry);
    const sum = seen.get('playback_start_est_ms_sum') ?? 0;
    expect(seen.get('playback_start_est_ms_count')).toBe(1);
    expect(Math.abs(sum - (seen.get('turn_core_ms_sum{tools="no"}') ?? 0))).toBeLessThanOrEqual(40);
  });
});

describe('a timeline', () => {
  it('has an end, and counts what came after it', async () => {
    const timeline = new CallTimeline(0);
    for (let at = 0; at < MOST_ENTRIES + 5; at += 1) timeline.note('key', at);
    expect([timeline.entries.length, timeline.dropped]).toEqual([MOST_ENTRIES, 5]);
    const line = await new Line().greeted();
    for (let round = 0; round < MOST_ENTRIES; round += 1) line.session.key('5');
    await line.run(100, LOUD);
    line.session.close();
    expect(line.kept?.entries.length).toBe(MOST_ENTRIES);
  });
});
