import { understandDateOfBirth } from '@clinicall/language';
import { fold } from './fold';
import { speechContext, type State } from './state';
import type { Memory, Wish } from './wishes';

const CHILDREN = /pa?ediatr|infantil|child/;
const GROWN_YEARS = 18;

/** A children's doctor is wanted by somebody who is none: it is not they who are to be seen. */
export function isForChild(wish: Wish | undefined, { person }: Memory, state: State): boolean {
  const doctor = state.doctors.find(({ name }) => name === wish?.doctor);
  const field = wish?.specialty ?? doctor?.specialty;
  if (field === undefined || !CHILDREN.test(fold(field)) || person.dateOfBirth === undefined) return false;
  const born = understandDateOfBirth(person.dateOfBirth, speechContext(state, state.language));
  if (!born.ok) return false;
  return Number(state.now.slice(0, 4)) - Number(born.date.slice(0, 4)) > GROWN_YEARS;
}
