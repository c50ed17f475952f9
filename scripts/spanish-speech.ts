import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * What a caller who speaks Spanish meets with the local voices and ears, in one sentence for the operator; null when a
 * provider of the operator's own listens and speaks, or nothing is missing.
 */
export function spanishNote(variables: Variables, isSpoken: boolean): string | null {
  const given = (name: string): boolean => (variables[name]?.trim() ?? '') !== '';
  if (variables['LOCAL_AI'] === 'off') return null;
  const isOpenAi = given('OPENAI_API_KEY') && !given('OPENAI_BASE_URL');
  const own = (kind: 'STT' | 'TTS'): boolean =>
    isOpenAi || given(`OPENAI_${kind}_BASE_URL`) || given(`OPENAI_${kind}_API_KEY`);
  const hears = own('STT') || given('OFFLINE_STT_ES_DIR');
  const speaks = own('TTS') || isSpoken;
  if (hears && speaks) return null;
  const missing = [
    ...(hears ? [] : ['is not understood (answers by the keypad are): set OFFLINE_STT_ES_DIR or a speech provider']),
    ...(speaks ? [] : ["is spoken by the carrier's own voice: install espeak-ng or set a speech provider"]),
  ];
  return `Spanish on the phone ${missing.join('; it ')}. Spanish by text works.`;
}

/** Whether the program is there, without starting it. @param path as PATH is. */
export function isOnPath(program: string, path: string | undefined): boolean {
  return (path ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}
