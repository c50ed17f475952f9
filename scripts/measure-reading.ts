// `npm run -s measure:reading`: how well the local recogniser reads the agent's own sentences back, as one JSON line.
// The catalogue's English sentences, filled with a doctor, a day and a time, spoken by the agent's voice and heard over a telephone line:
// each by itself, and five in a row without a pause to stop at, as a long answer comes; then the figures alone: times, days, birth dates,
// codes, numbers to call, and doctors' names. The worst are told on stderr. `-- figures` reads the figures only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeMuLaw, encodeMuLaw, pcmSamples, resample, writeWav } from '@clinicall/audio';
import { createServer } from '../apps/local-ai/src/server';
import { repositoryRoot } from './postgres-binaries';
import { shareOf, wordErrors } from './word-errors';

/** What stands for the catalogue's fields; a sentence with another field is left out. */
const FIELDS: Readonly<Record<string, string>> = {
  clinic: 'Riverside Clinic',
  doctor: 'Dr. Ruth Adler',
  visit: 'tomorrow, Tuesday, May 4, at 3:00 PM with Dr. Ruth Adler',
  visits:
    'first, tomorrow, Tuesday, May 4, at 2:30 PM with Dr. Ruth Adler; second, tomorrow, Tuesday, May 4, at 3:00 PM with Dr. Wei Chen; third, Wednesday, May 5, at 9:00 AM with Dr. Ruth Adler',
  day: 'tomorrow, Tuesday, May 4',
  times: '2:30 PM or 3:00 PM',
  name: 'Jane Miller',
  dob: 'April 12, 1985',
  from: 'Monday',
  to: 'Friday',
  opens: '8:00 AM',
  closes: '5:00 PM',
  doctors: 'Dr. Ruth Adler for cardiology and Dr. Wei Chen for dermatology',
  specialty: 'cardiology',
  specialties: 'cardiology, dermatology and neurology',
  hours: 'Monday to Friday, 8:00 AM to 5:00 PM',
  choices: 'Tuesday or Thursday',
  number: '911',
};
/** What is said with figures and names, by kind. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  times: [8, 9, 10, 11, 12, 1, 2, 3, 4, 5].flatMap((hour, index) => {
    const half = hour >= 8 && hour < 12 ? 'AM' : 'PM';
    const minutes = [':00', ':15', ':30', ':45', index % 2 === 0 ? ':05' : ':20'];
    return minutes.map((minute) => `That's tomorrow at ${hour}${minute} ${half}. Shall I book it?`);
  }),
  days: [
    'Monday, January 3',
    'Tuesday, February 8',
    'Wednesday, March 16',
    'Thursday, April 21',
    'Friday, May 28',
    'Monday, June 1',
    'Tuesday, July 12',
    'Wednesday, August 30',
    'Thursday, September 22',
    'Friday, October 13',
    'Monday, November 2',
    'Tuesday, December 31',
  ].map((day) => `I have ${day}, at 3:00 PM. Would you like that one?`),
  births: [
    'February 1, 1970',
    'April 12, 1985',
    'May 23, 1992',
    'June 30, 2001',
    'August 14, 1938',
    'October 9, 2010',
    'November 26, 1966',
    'December 5, 1954',
  ].map((date) => `I have Jane Miller, born ${date}. Is that right, and shall I register you?`),
  numbers: [
    'Please hang up and call 911 right now.',
    'Please call 988 now, any time, day or night; if you are in danger, call 999.',
    'Please hang up and call 112 right now.',
    'You can call us back at (202) 555-0148.',
    'Our number is +1 212 555 0199.',
    'The code is 204816.',
    'The fax number is 617-555-0123.',
    'Parking costs $5 an hour, and a copy of your records costs $12.50.',
    'We are at 1200 Main Street, room 214.',
  ],
  doctors: [
    'Ruth Adler',
    'Samuel Okafor',
    'Wei Chen',
    'Linh Nguyen',
    'Anika Kowalski',
    'Priya Patel',
    'Miguel Hernandez',
    'Fatima Al-Sayed',
    'Siobhan Byrne',
    'Grace Thompson',
    'Yusuf Demir',
    'Ingrid Larsen',
  ].map((name) => `I have tomorrow at 10:30 AM with Dr. ${name}. Would you like that one?`),
};
const SHORTEST_WORDS = 4;
const ROW = 5;
const WORST = 12;
/** The pace at which the product asks for the local voice. */
const PACE = 0.9;

interface Read {
  readonly said: string;
  readonly understood: string;
  readonly errors: number;
  readonly words: number;
}

function sentences(): string[] {
  const folder = join(repositoryRoot(), 'libs', 'language', 'src', 'catalogues', 'en');
  return ['conversation', 'telephony']
    .flatMap((name) => leaves(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))))
    .map((text) => text.replace(/\{\{(\w+)\}\}/g, (whole, field: string) => FIELDS[field] ?? whole))
    .filter((text) => !text.includes('{{') && text.split(/\s+/).length >= SHORTEST_WORDS && /[.?!]$/.test(text));
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Object.values(value as Record<string, unknown>).flatMap(leaves);
}

class Reader {
  constructor(private readonly address: string) {}

  /** Speaks, sends the sound over the line and reads it. */
  async read(said: readonly string[]): Promise<Read> {
    const line = Buffer.concat(await Promise.all(said.map((text) => this.spoken(text))));
    const understood = await this.transcribed(line);
    return { said: said.join(' '), understood, ...wordErrors(said.join(' '), understood) };
  }

  private async spoken(input: string): Promise<Uint8Array> {
    const body = JSON.stringify({ model: 'tts-1', voice: 'slt', input, response_format: 'pcm', speed: PACE });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.address}/v1/audio/speech`, { method: 'POST', headers, body });
    return encodeMuLaw(resample(pcmSamples(Buffer.from(await answer.arrayBuffer())), 24_000, 8_000));
  }

  private async transcribed(line: Uint8Array): Promise<string> {
    const form = new FormData();
    const wav = writeWav(8_000, decodeMuLaw(line));
    form.set('file', new Blob([new Uint8Array(wav)], { type: 'audio/wav' }), 'heard.wav');
    form.set('model', 'whisper-1');
    const answer = await fetch(`${this.address}/v1/audio/transcriptions`, { method: 'POST', body: form });
    return ((await answer.json()) as { text: string }).text;
  }
}

function rowsOf(texts: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(texts.length / ROW) }, (_unused, index) =>
    texts.slice(index * ROW, (index + 1) * ROW),
  );
}

const eachAlone = (texts: readonly string[]): string[][] => texts.map((text) => [text]);

async function measured(reader: Reader, utterances: readonly string[][]): Promise<object> {
  const reads: Read[] = [];
  const startedAt = performance.now();
  for (const said of utterances) reads.push(await reader.read(said));
  const sum = (of: (read: Read) => number): number => reads.reduce((total, read) => total + of(read), 0);
  const worst = [...reads].sort((a, b) => b.errors - a.errors).slice(0, WORST);
  for (const { errors, words, said, understood } of worst.filter((one) => one.errors > 0))
    process.stderr.write(`${errors} of ${words}\n  said  ${said}\n  read  ${understood}\n`);
  return {
    utterances: reads.length,
    words: sum(({ words }) => words),
    wer: shareOf(
      sum(({ errors }) => errors),
      sum(({ words }) => words),
    ),
    seconds: Math.round((performance.now() - startedAt) / 1_000),
  };
}

async function main(): Promise<void> {
  const server = createServer();
  try {
    const reader = new Reader(await server.listen({ host: '127.0.0.1', port: 0 }));
    const figures: Record<string, object> = {};
    for (const [kind, said] of Object.entries(FIGURES)) figures[kind] = await measured(reader, eachAlone(said));
    const texts = sentences();
    const whole = process.argv.includes('figures')
      ? {}
      : { alone: await measured(reader, eachAlone(texts)), inARow: await measured(reader, rowsOf(texts)) };
    process.stdout.write(`${JSON.stringify({ ...whole, figures })}\n`);
  } finally {
    await server.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
