import { wordsOf } from '../words';

/** First version: the plainest red flags. */
const medical =
  /\b(?:chest pain|pain in my chest|chest hurts|cant breathe|cannot breathe|trouble breathing|short of breath|having a stroke|heart attack|wont stop bleeding|overdose|unconscious|seizure|choking|dolor (?:en el|de) pecho|no puedo respirar|no puede respirar|infarto|derrame|convulsion|inconsciente|sobredosis)\b/;
const crisis =
  /\b(?:kill myself|suicid\w+|end my life|want to die|hurt myself|matarme|quitarme la vida|suicid\w+|quiero morir\w*)\b/;

export function detectEmergency(text: string): { emergency: boolean; kind?: 'medical' | 'crisis' } {
  const line = wordsOf(text).join(' ');
  if (crisis.test(line)) return { emergency: true, kind: 'crisis' };
  if (medical.test(line) && !/\b(?:no|years? ago|in (?:19|20)\d\d|died of)\b/.test(line))
    return { emergency: true, kind: 'medical' };
  return { emergency: false };
}
