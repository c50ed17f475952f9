import { asked, judge, type Rule } from './signs';
import { call, identify, say, type Scene, type Step } from './steps';

/** Who the caller is, in the order they like; a code; or that they are new here. */
export const identity: Rule = (scene) => {
  const { memory, state, utterance } = scene;
  const { who } = utterance;
  const expected = asked(scene, 'name', 'dob', 'code', 'phone', 'new_patient');
  if (who.code) return call('identify_patient', { code: who.code });
  const wrongPerson = state.readBack?.action === 'register' && (who.name ?? who.dateOfBirth) !== undefined;
  const renamed = state.readBack !== null && (who.name ?? who.spelled) !== undefined;
  if (memory.identified && !wrongPerson) return renamed ? identify(scene) : null;
  const noCode = asked(scene, 'code') && utterance.has('noCode');
  if (expected && utterance.has('sendCode') && !noCode) return identify(scene, { sendCode: true });
  if (expected && utterance.has('newPatient')) return registerNow(scene);
  if (asked(scene, 'new_patient') && judge(scene) === 'yes') return registerNow(scene);
  const told = who.name ?? who.dateOfBirth ?? who.spelled ?? (asked(scene, 'phone') ? who.phone : undefined);
  if (told && (expected || wrongPerson || (who.name && who.dateOfBirth))) return identify(scene);
  if (noCode) return call('transfer_to_person', { reason: utterance.text });
  // "Are you new here? If not, I can send a code": a bare no takes the code.
  const notNew = asked(scene, 'new_patient') && asked(scene, 'code') && judge(scene) === 'no';
  if (notNew && memory.person.name !== undefined && !utterance.has('farewell'))
    return identify(scene, { sendCode: true });
  return null;
};

export function registerNow(scene: Scene): Step {
  scene.memory.isNew = true;
  const { name, dateOfBirth } = scene.memory.person;
  return (name ?? dateOfBirth) ? identify(scene) : say('askIdentity');
}
