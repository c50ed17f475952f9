import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readWav } from '@clinicall/audio';
import { toLine } from './audio/line';
import { type CallScript, readCallScript } from './call-script';
import { HANDSET_NUMBER } from './environment';
import { toE164 } from './phone-numbers';

export const USAGE =
  'Usage: npm run call -- FILE.call.json | --say "…" … | --wav FILE … [--from NUMBER] [--to NUMBER] [--json]';

export type Line = { readonly say: string } | { readonly sound: Buffer };

/** What one call is to be, as the command's arguments say. */
export interface CallPlan {
  readonly from: string;
  /** undefined: the clinic that the carrier knows. */
  readonly to: string | undefined;
  readonly json: boolean;
  readonly script: CallScript | null;
  readonly lines: readonly Line[];
}

/** @throws Error with one sentence naming the argument, before anything is started. */
export function readPlan(args: string[]): CallPlan {
  const { values, positionals, tokens } = readArguments(args);
  const lines = tokens.flatMap((token): Line[] => {
    if (token.kind !== 'option' || token.value === undefined) return [];
    if (token.name === 'say') return [{ say: readWords(token.value) }];
    return token.name === 'wav' ? [{ sound: readSound(token.value) }] : [];
  });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new Error(`${more[0] ?? ''}: one file a call. ${USAGE}`);
  if ((file === undefined) === (lines.length === 0)) throw new Error(USAGE);
  const script = file === undefined ? null : readCallScript(file);
  const from = readNumber('from', values.from ?? script?.from) ?? HANDSET_NUMBER;
  return { from, to: readNumber('to', values.to ?? script?.to), json: values.json, script, lines };
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      tokens: true,
      allowPositionals: true,
      options: {
        say: { type: 'string', multiple: true },
        wav: { type: 'string', multiple: true },
        from: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    // Node's own words name the option; what follows them is about positional arguments.
    const [sentence = ''] = (error as Error).message.split(/\.\s|\n/);
    throw new Error(`${sentence}. ${USAGE}`, { cause: error });
  }
}

function readWords(text: string): string {
  if (/[\p{L}\p{N}]/u.test(text)) return text;
  throw new Error('--say: there are no words to be said.');
}

function readNumber(name: string, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const number = toE164(given);
  if (number !== null) return number;
  throw new Error(`--${name} ${given}: that is not a phone number; write it as +12025550123.`);
}

function readSound(file: string): Buffer {
  const fault = (why: string): Error => new Error(`--wav ${file}: ${why}`);
  if (!existsSync(file)) throw fault('there is no such file.');
  if (!statSync(file).isFile()) throw fault('that is not a file.');
  const sound = readLine(file, fault);
  if (sound.length === 0) throw fault('there is no sound in it.');
  return sound;
}

function readLine(file: string, fault: (why: string) => Error): Buffer {
  try {
    return toLine(readWav(readFileSync(file)));
  } catch (error) {
    throw fault(error instanceof Error ? error.message : String(error));
  }
}
