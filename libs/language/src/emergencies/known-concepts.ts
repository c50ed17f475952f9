import { Concepts } from './concepts';
import { englishContext } from './english-context';
import { englishFindings } from './english-findings';
import { spanishContext } from './spanish-context';
import { spanishFindings } from './spanish-findings';

/** Of all languages at once: callers mix them. */
export const concepts = new Concepts([englishFindings, englishContext, spanishFindings, spanishContext]);
