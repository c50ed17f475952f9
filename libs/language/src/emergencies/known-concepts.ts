import { Concepts } from './concepts';
import { englishCauses } from './english-causes';
import { englishCircumstances } from './english-circumstances';
import { englishContext } from './english-context';
import { englishDespair } from './english-despair';
import { englishFindings } from './english-findings';
import { englishSymptoms } from './english-symptoms';
import { spanishCauses } from './spanish-causes';
import { spanishCircumstances } from './spanish-circumstances';
import { spanishContext } from './spanish-context';
import { spanishDespair } from './spanish-despair';
import { spanishFindings } from './spanish-findings';
import { spanishSymptoms } from './spanish-symptoms';

/** Of all languages at once: callers mix them. */
export const concepts = new Concepts([
  englishCauses,
  englishCircumstances,
  englishContext,
  englishDespair,
  englishFindings,
  englishSymptoms,
  spanishCauses,
  spanishCircumstances,
  spanishContext,
  spanishDespair,
  spanishFindings,
  spanishSymptoms,
]);
