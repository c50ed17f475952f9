import { findSpecialty, fold } from '@clinicall/language';
import type { Facts } from '../facts';

/** Says of somebody what they are a doctor for. Folded words. */
const FIELD =
  /\b(?:is|es|works as|trabaja como) (?:(?:one of|our|an?|the|your|nuestr[oa]|un|una|el|la|su) )+(?:\w+ ){0,3}?(?:specialists?|surgeon|physician|dentist|gp|pediatrician|paediatrician|optician|optometrist|\w+(?:ologist|iatrist|opaedist|opedist)|especialistas?|cirujan[oa]|oculista|pediatra|dentista|psiquiatra|internista|geriatra|fisiatra|ortopedista|\w{4,}olog[oa]|medic[oa] (?:de|general|familiar))\b/;

/** Whether each of these doctors is what the sentence says; nothing said of it stands, and what the facts do not tell does not. */
export function fieldStands(sentence: string, doctors: readonly string[], facts: Facts): boolean {
  if (doctors.length === 0 || !FIELD.test(fold(sentence))) return true;
  const fields = [...new Set(facts.doctors.flatMap(({ specialty }) => specialty ?? []))];
  const { specialty, candidates } = findSpecialty(sentence, fields, facts.speech.language);
  const said = specialty === null ? candidates : [specialty];
  return doctors.every((name) => {
    const own = facts.doctors.find((doctor) => doctor.name === name)?.specialty;
    return own !== undefined && said.includes(own);
  });
}
