import { House1790000000000 } from './1790000000000-house';
import { Conversation1790000200000 } from './1790000200000-conversation';

/** In order; a migration that has landed is never edited, only followed. */
export const migrations = [House1790000000000, Conversation1790000200000];
