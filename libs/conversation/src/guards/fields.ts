import { findSpecialty, fold } from '@clinicall/language';
import type { Facts } from '../facts';
import { contentOf } from './content';

/** Says of somebody what they are a doctor for. Folded words. */
const FIELD =
  /\b(?:is|es|works as|trabaja como) (?:(?:one of|our|an?|the|your|nuestr[oa]|un|una|el|la|su) )+(?:\w+ ){0,3}?(?:specialists?|surgeon|physician|dentist|gp|pediatrician|paediatrician|optician|optometrist|\w+(?:ologist|iatrist|opaedist|opedist)|especialistas?|cirujan[oa]|oculista|pediatra|dentista|psiquiatra|internista|geriatra|fisiatra|ortopedista|\w{4,}olog[oa]|medic[oa] (?:de|general|familiar))\b/;

/** Says it by what they do. Folded words. */
const TREATS =
  /\b(?:(?:sees|treats|handles|covers|looks after|runs|does) (?!you\b|me\b|him\b|her\b|them\b)|(?:ve|atiende|trata) a l[oa]s |(?:lleva|hace|cubre|pasa) (?!falta\b))/;

const EACH = /[;,]\s+|\s+(?:and|while|but|y|e|mientras que|pero)\s+/i;

/** Whether each of these doctors is what the sentence says; nothing said of it stands, and what the facts do not tell does not. */
export function fieldStands(sentence: string, doctors: readonly string[], facts: Facts): boolean {
  if (doctors.length === 0) return true;
  if (doctors.length > 1) {
    const pieces = sentence.split(EACH);
    return pieces.every((piece) => fieldStands(piece, contentOf(piece, facts).doctors.slice(0, 1), facts));
  }
  const folded = fold(sentence);
  const [named, treats] = [FIELD.test(folded), TREATS.test(folded)];
  if (!named && !treats) return true;
  const fields = [...new Set(facts.doctors.flatMap(({ specialty }) => specialty ?? []))];
  const { specialty, candidates } = findSpecialty(sentence, fields, facts.speech.language);
  const said = specialty === null ? candidates : [specialty];
  return doctors.every((name) => {
    const own = facts.doctors.find((doctor) => doctor.name === name)?.specialty;
    if (!named && (own === undefined || said.length === 0)) return true;
    return own !== undefined && said.includes(own);
  });
}
