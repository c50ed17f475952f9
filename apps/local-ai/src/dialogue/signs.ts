import { judgeAnswerAbout } from '@clinicall/language';
import { asksForOthers } from './search';
import { speechContext, type AskedFor } from './state';
import type { Scene, Step } from './steps';

/** One way to answer an utterance; null when it is not the one. */
export type Rule = (scene: Scene) => Step | null;

/** Whether our last words asked for any of these. */
export function asked(scene: Scene, ...what: readonly AskedFor[]): boolean {
  return what.some((one) => scene.state.asked.includes(one));
}

export function judge(scene: Scene): 'yes' | 'no' | 'unclear' {
  const { state, utterance, memory } = scene;
  const { readBack } = state;
  const names = readBack ? [state.patient, memory.person.name, readBack.doctor].flatMap((name) => name ?? []) : [];
  const field = state.doctors.find(({ name }) => name === readBack?.doctor)?.specialty;
  const put = { to: readBack?.action, names, startsAt: readBack?.startsAt, field };
  return judgeAnswerAbout(utterance.text, speechContext(state, utterance.language), put);
}

/** Something was said beside yes or no: a wish, a day, a doctor, a field, who is speaking. */
export function saysMore(scene: Scene): boolean {
  const { utterance } = scene;
  const told = utterance.clauses.some((clause) => clause.wish ?? clause.specialty ?? clause.doctor ?? clause.when);
  const known = utterance.has('newPatient') || utterance.has('sendCode');
  return told || known || Object.keys(utterance.who).length > 0 || asksForOthers(scene);
}
