import { addedLanguages } from '@clinicall/language';
import { FLITE_VOICES, type FliteVoice } from './flite';

/** Who speaks: one of Flite's voices, or espeak-ng's other languages where that program is installed. */
export type Voice =
  { readonly engine: 'flite'; readonly name: FliteVoice } | { readonly engine: 'espeak'; readonly name: string };

/** OpenAI's voices by whether they sound like a woman or a man; any other name is spoken by slt. */
const MEN = new Set(['ash', 'ballad', 'cedar', 'echo', 'fable', 'onyx', 'verse', 'adam', 'male']);

const SPANISH_VOICE = /^es(?:[-_]([a-z]{2}|419))?$/;

const isFlite = (name: string): name is FliteVoice => FLITE_VOICES.some((voice) => voice === name);

/** The voice for a name asked for and, when given, a language ("es", "es-MX"); American Spanish unless Spain's is named. */
export function voiceFor(name: string, language: string | null): Voice {
  const asked = name.trim().toLowerCase();
  const spanish = SPANISH_VOICE.exec(asked) ?? SPANISH_VOICE.exec(language?.toLowerCase() ?? '');
  if (spanish !== null) {
    const region = spanish[1];
    return { engine: 'espeak', name: region === 'es' || (region === undefined && asked === 'es') ? 'es' : 'es-419' };
  }
  const added = [...addedLanguages.values()].find(({ words }) => words.localVoice === asked);
  if (added !== undefined) return { engine: 'espeak', name: asked };
  if (isFlite(asked)) return { engine: 'flite', name: asked };
  return { engine: 'flite', name: MEN.has(asked) ? 'rms' : 'slt' };
}
