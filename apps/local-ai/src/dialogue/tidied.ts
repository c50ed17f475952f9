import { fold } from './fold';

/** Before a name and no part of it: "Mrs", "mi mamá". */
const BEFORE =
  /^(?:mrs|mr|ms|miss|mister|sir|senora|senor|senorita|sra|sr|srta|don|dona|mom|mum|mam|dad|surname|apellido|nombre|llama|hij[oa]|ij[oa]|nin[oa]|mama|papa|perdone|perdon|a|is|son|daughter)$/;
/** Behind it: "a sus órdenes", "para servirle", "that's me". */
const BEHIND = /^(?:a|para|pa'?|sus|su|ordenes|servirle|servidor|servidora|me|thats|speaking|here|con)$/;

/** A name without titles and courtesies; of "Siobhan, Siobhan Tierney" and "Peralta, Graciela Peralta" what was said in full. */
export function tidied(name: string): string {
  const parts = name.split(' ');
  while (parts.length > 1 && BEFORE.test(bare(parts[0]))) parts.shift();
  while (parts.length > 1 && BEHIND.test(bare(parts.at(-1)))) parts.pop();
  const [first = '', ...rest] = parts;
  const again = rest.length > 1 && rest.some((part) => bare(part) === bare(first));
  return (again ? rest : parts).join(' ');
}

const bare = (part = ''): string => fold(part).replace(/[.:,]/g, '');

const CORRECTED =
  /^.{0,40}?\b(?:sorry|no|i mean|i meant|wait|actually|oops|fat fingers|make that|perdon|digo|quise decir|mejor dicho|me equivoque)\b\D{0,30}?((?:19|20)\d\d)\b/;

/** "June 3 1992, sorry, 1993": the year that was said in its place, where one was. */
export function withCorrectedYear(birth: string, behind: string): string {
  const year = CORRECTED.exec(fold(behind))?.[1];
  return year === undefined ? birth : birth.replace(/(?:19|20)\d\d$/, year);
}
