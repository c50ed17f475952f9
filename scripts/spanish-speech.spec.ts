import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOnPath, spanishNote } from './spanish-speech';

describe('what is said of Spanish at start', () => {
  it.each([
    [{}, false, /not understood .*OFFLINE_STT_ES_DIR.*; it is spoken by the carrier's own voice: install espeak-ng/],
    [{}, true, /^Spanish on the phone is not understood [^;]*\. Spanish by text works\.$/],
    [{ OFFLINE_STT_ES_DIR: '/models/es' }, false, /^Spanish on the phone is spoken by the carrier's own voice/],
    [{ OPENAI_BASE_URL: 'https://chat.example/v1', OPENAI_API_KEY: 'k' }, true, /is not understood/],
  ])('%j with a Spanish voice %p', (variables, isSpoken, sentence) => {
    expect(spanishNote(variables, isSpoken)).toMatch(sentence);
  });

  it.each([
    [{ OFFLINE_STT_ES_DIR: '/models/es' }, true],
    [{ OPENAI_API_KEY: 'k' }, false],
    [{ OPENAI_STT_BASE_URL: 'http://ears/v1', OPENAI_TTS_BASE_URL: 'http://voices/v1' }, false],
    [{ LOCAL_AI: 'off' }, false],
  ])('nothing for %j', (variables, isSpoken) => {
    expect(spanishNote(variables, isSpoken)).toBeNull();
  });

  it('looks for the voice where the PATH says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'path-spec-'));
    const file = join(folder, 'espeak-ng');
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    expect(isOnPath('espeak-ng', `/nowhere:${folder}`)).toBe(false);
    chmodSync(file, 0o755);
    expect(isOnPath('espeak-ng', `/nowhere:${folder}`)).toBe(true);
    expect(isOnPath('espeak-ng', undefined)).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
