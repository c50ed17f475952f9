import type { Lexicon } from './complaint';
import {
  englishChild,
  englishClasses,
  englishIdle,
  pairs,
  spanishChild,
  spanishClasses,
  spanishIdle,
} from './complaint-pairs';
import { englishComplaints } from './english-complaints';
import { spanishComplaints } from './spanish-complaints';
import { englishStem, spanishStem } from './stems';

export const english: Lexicon = {
  fields: englishComplaints,
  classes: englishClasses,
  pairs,
  idle: englishIdle,
  child: englishChild,
  stem: englishStem,
};

export const spanish: Lexicon = {
  fields: spanishComplaints,
  classes: spanishClasses,
  pairs,
  idle: spanishIdle,
  child: spanishChild,
  stem: spanishStem,
};
