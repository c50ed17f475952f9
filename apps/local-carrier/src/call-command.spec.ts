import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLINIC, LittleProduct, PATIENT, specEnvironment } from '../spec-support/little-product';
import { LittleAgent } from '../spec-support/little-agent';
import { LittleSpeech } from '../spec-support/little-speech';
import { LittleStream } from '../spec-support/little-stream';
import { pcmSamples, resample, writeWav } from '@clinicall/audio';
import { callCommand } from './call-command';
import { type Carrier, startCarrier } from './carrier';
import type { CarrierEnvironment } from './environment';

interface Printed {
  readonly turns: { who: string; text: string; atMs: number }[];
  readonly appointments: unknown[];
}

describe('npm run call', () => {
  const product = new LittleProduct();
  const speech = new LittleSpeech();
  let stream: LittleStream;
  let carrier: Carrier;
  let environment: CarrierEnvironment;
  let dataDir: string;
  let agent: LittleAgent | undefined;
  let replies: Record<string, string | string[]> = {};
  const appointment = {
    id: 'a1',
    doctor: { id: 'd1', name: 'Ruth Adler' },
    specialty: 'Cardiology',
    startsAt: '2027-05-04T15:00:00-04:00',
    status: 'booked',
    patient: { id: 'p1', name: 'Peter Lang' },
  };

  beforeAll(async () => {
    await Promise.all([product.start(), speech.start()]);
    stream = new LittleStream(product.raw);
    dataDir = await mkdtemp('/tmp/carrier-spec-');
    await writeFile(join(dataDir, 'local-access.json'), JSON.stringify({ apiKey: 'k' }));
    carrier = await startCarrier(specEnvironment(product.url, { speechUrl: speech.url }));
    environment = specEnvironment(product.url, { port: Number(new URL(carrier.url).port), dataDir });
    product.answer = ({ path }) => {
      if (path.startsWith('/health')) return { body: '{}' };
      if (path.startsWith('/api/v1/appointments')) return { body: JSON.stringify({ items: [appointment] }) };
      if (!path.includes('incoming')) return { body: '<Response/>' };
      void stream.next().then((socket) => {
        agent = new LittleAgent(socket, speech.url, 'Harbor Clinic, how can I help?', (heard) => {
          const reply = replies[heard] ?? 'Sorry, could you repeat that?';
          return typeof reply === 'string' ? reply : (reply.shift() ?? null);
        });
      });
      return { body: `<Response><Connect><Stream url="${product.url.replace('http', 'ws')}/s"/></Connect></Response>` };
    };
  });
  afterAll(async () => {
    await carrier.close();
    await Promise.all([product.stop(), speech.stop()]);
    await rm(dataDir, { recursive: true });
  });
  beforeEach(() => {
    stream.sockets.length = 0;
    agent = undefined;
  });
  afterEach(() => (process.exitCode = undefined));

  async function run(args: string[]): Promise<Printed & { asides: string[] }> {
    const answers: string[] = [];
    const asides: string[] = [];
    await callCommand([...args, '--json'], environment, {
      answer: (line) => answers.push(line),
      aside: (line) => asides.push(line),
    });
    return { ...(JSON.parse(answers[0]!) as Printed), asides };
  }
  const said = (printed: Printed): string[] => printed.turns.map(({ who, text }) => `${who}: ${text}`);

  it('speaks each line after the other side has finished, and again when asked to', async () => {
    replies = {
      'A cardiologist please': ['Sorry, I did not catch that.', 'Which time?'],
      'The second one': 'It is booked.',
    };
    const printed = await run(['--say', 'A cardiologist please', '--say', 'The second one', '--from', '+12025550177']);
    expect(said(printed)).toEqual([
      'clinic: Harbor Clinic, how can I help?',
      'patient: A cardiologist please',
      'clinic: Sorry, I did not catch that.',
      'patient: A cardiologist please',
      'clinic: Which time?',
      'patient: The second one',
      'clinic: It is booked.',
    ]);
    expect(agent?.heard).toEqual(['A cardiologist please', 'A cardiologist please', 'The second one']);
    expect(printed.turns.map(({ atMs }) => atMs)).toEqual(printed.turns.map(({ atMs }) => atMs).sort((a, b) => a - b));
    expect(printed.appointments).toMatchObject([{ id: 'a1', doctor: 'Ruth Adler', patient: 'Peter Lang' }]);
    expect(product.at('/api/v1/voice/incoming').at(-1)?.form).toMatchObject({ From: '+12025550177', To: CLINIC });
  }, 60_000);

  it('says a line again that was lost while the line was broken, and only then', async () => {
    replies = {
      'A cardiologist please': 'I have one thirty or two. Which would you like?',
      'The second one': [
        "Sorry, we were cut off for a moment. I'm back. I have one thirty or two. Which would you like?",
        'I keep two for you. Your name?',
      ],
      'Peter Lang': "Sorry, we were cut off for a moment. I'm back. Shall I book it, Peter?",
    };
    const lines = ['A cardiologist please', 'The second one', 'Peter Lang'];
    await run(lines.flatMap((line) => ['--say', line]));
    expect(agent?.heard).toEqual(['A cardiologist please', 'The second one', 'The second one', 'Peter Lang']);
  }, 60_000);

  it('follows a script to its end, judged by what it expects', async () => {
    replies = {
      'Tomorrow afternoon?': 'I have Tuesday at 2:30 PM or 3:00 PM with Dr. Ruth Adler. Which one?',
      'The second one': 'Shall I book Tuesday at 3:00 PM with Dr. Ruth Adler?',
      'Yes please': 'You are booked for Tuesday at 3:00 PM with Dr. Ruth Adler.',
    };
    const script = {
      from: PATIENT,
      volunteer: 'Tomorrow afternoon?',
      answers: { time: 'The second one', confirm: 'Yes please' },
      accepts: [{ doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00' }],
      stop: { when: 'done', say: 'Thank you, bye' },
      expect: {
        appointments: [{ doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Peter Lang', status: 'booked' }],
        must_say: [['3:00', 'three']],
        must_not_say: ['1970', 'Harbor'],
      },
    };
    const file = join(dataDir, 'book.call.json');
    await writeFile(file, JSON.stringify(script));
    const printed = await run([file]);
    expect(said(printed).filter((line) => line.startsWith('patient'))).toEqual([
      'patient: Tomorrow afternoon?',
      'patient: The second one',
      'patient: Yes please',
      'patient: Thank you, bye',
    ]);
    expect(printed.asides.slice(-1)).toEqual(['Heard, and must not be: Harbor.']);
    expect(process.exitCode).toBe(1);
  }, 60_000);

  it('plays recordings', async () => {
    await fetch(`${speech.url}/audio/speech`, { method: 'POST', body: JSON.stringify({ input: 'From a file' }) }).then(
      async (answer) => {
        const samples = pcmSamples(Buffer.from(await answer.arrayBuffer()));
        await writeFile(join(dataDir, 'line.wav'), writeWav(16_000, resample(samples, 24_000, 16_000)));
      },
    );
    replies = { 'From a file': 'Thank you.' };
    const printed = await run(['--wav', join(dataDir, 'line.wav')]);
    expect(agent?.heard[0]).toBe('From a file');
    expect(said(printed)).toContain('patient: From a file');
  }, 60_000);

  describe('says in one sentence what is wrong, before a call is placed', () => {
    const bad: [string[], RegExp][] = [
      [[], /^Usage: npm run call/],
      [['a.json', '--say', 'x'], /^Usage: npm run call/],
      [['a.json', 'b.json'], /^b\.json: one file a call\. Usage/],
      [['--shout', 'x'], /^Unknown option '--shout'\. Usage/],
      [['--say'], /^Option '--say' argument is ambiguous\. Usage/],
      [['--say', ' … '], /^--say: there are no words to be said\.$/],
      [['--say', 'x', '--to', 'nobody'], /^--to nobody: that is not a phone number; write it as \+1/],
      [['--say', 'x', '--from', '12'], /^--from 12: that is not a phone number/],
      [['--wav', '/nowhere.wav'], /^--wav \/nowhere\.wav: there is no such file\.$/],
      [['--wav', '/tmp'], /^--wav \/tmp: that is not a file\.$/],
      [['--wav', __filename], /^--wav .*: This is not a WAV file\.$/],
      [['/nowhere.call.json'], /^\/nowhere\.call\.json cannot be read\.$/],
    ];
    it.each(bad)('%j', async (args, sentence) => {
      const before = product.hooks.length;
      await expect(run(args)).rejects.toThrow(sentence);
      expect(product.hooks).toHaveLength(before);
    });

    it('a script that is none', async () => {
      const file = join(dataDir, 'broken.call.json');
      for (const [text, sentence] of [
        ['{ "volunteer": ', `${file} is not JSON.`],
        ['[]', `${file}: `],
        ['{ "answers": {} }', `${file}: volunteer `],
        ['{ "volunteer": "x", "answers": { "dob": 7 } }', `${file}: answers.dob `],
      ] as const) {
        await writeFile(file, text);
        await expect(run([file])).rejects.toThrow(sentence);
      }
    });

    it('a recording of nothing', async () => {
      const file = join(dataDir, 'empty.wav');
      await writeFile(file, writeWav(16_000, new Int16Array(0)));
      await expect(run(['--wav', file])).rejects.toThrow(`--wav ${file}: there is no sound in it.`);
    });
  });

  it('names the number that reaches no clinic, with what was heard there', async () => {
    const before = product.answer;
    product.answer = (hook) =>
      hook.path.includes('incoming')
        ? { body: '<Response><Say>No clinic has this number.</Say><Hangup/></Response>' }
        : before(hook);
    await expect(run(['--say', 'Hello', '--to', '+12025550999'])).rejects.toThrow(
      '--to +12025550999: no clinic took the call there; what was heard: "No clinic has this number.".',
    );
    product.answer = before;
  }, 60_000);

  it('lists the appointments of the clinic that was called, and of no other', async () => {
    replies = { Hello: 'Thank you.' };
    const access = { apiKey: 'k', phone: CLINIC };
    await writeFile(join(dataDir, 'local-access.json'), JSON.stringify(access));
    const elsewhere = await run(['--say', 'Hello', '--to', '+12025550999']);
    expect(elsewhere.appointments).toEqual([]);
    expect(elsewhere.asides.at(-1)).toMatch(/^The appointments at \+12025550999 are not listed: set CLINICALL_API_KEY/);
    expect(process.exitCode).toBeUndefined();
  }, 60_000);
});
