import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeOf } from '../dates/written-language';
import { cataloguesFolder, readAddedLanguages } from './added-languages';

type Members = Record<string, unknown>;
type Edit = (name: string, change: (content: Members) => void) => void;

/** The catalogues with one language more, whose files are those of French with these changes. */
function folderWith(tag: string, change: (edit: Edit, own: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalogues-'));
  cpSync(cataloguesFolder, folder, { recursive: true });
  const own = join(folder, tag);
  cpSync(join(folder, 'fr'), own, { recursive: true });
  change((name, edit) => {
    const path = join(own, name);
    const content = JSON.parse(readFileSync(path, 'utf8')) as Members;
    edit(content);
    writeFileSync(path, JSON.stringify(content));
  }, own);
  return folder;
}

const faultOf = (folder: string): string => {
  try {
    readAddedLanguages(folder);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('a language that files add', () => {
  it('is there when its files are complete', () => {
    const languages = readAddedLanguages(folderWith('pt', () => undefined));
    expect([...languages.keys()]).toEqual(['fr', 'pt']);
    expect(languages.get('pt')?.words.carrier).toBe('fr-FR');
  });

  it('is refused with the name of every key it lacks', () => {
    const folder = folderWith('pt', (edit, own) => {
      edit('conversation.json', (sentences) => {
        delete (sentences['offer'] as Members)['one'];
        sentences['goodbye'] = 'Adeus, {{name}}.';
        sentences['farewell'] = 'Adeus.';
      });
      rmSync(join(own, 'telephony.json'));
      edit('language.json', (words) => {
        delete (words['answers'] as Members)['yes'];
        (words['emergency'] as Members)['medical'] = ['dor (no peito'];
        words['anwsers'] = {};
      });
      edit('dates.json', (dates) => {
        (dates['numbers'] as Members)['cardinals'] = ['zero'];
      });
    });
    const fault = faultOf(folder);
    for (const named of [
      'pt: conversation.json lacks offer.one',
      'pt: conversation.json: goodbye must have the placeholders ',
      'pt: conversation.json: nobody says farewell',
      'pt: telephony.json is missing',
      'pt: language.json: answers.yes:',
      'pt: language.json: emergency.medical.0: is no regular expression',
      'pt: language.json: the file: Unrecognized key: "anwsers"',
      'pt: dates.json: numbers.cardinals:',
    ])
      expect(fault).toContain(named);
  });

  it.each(['catalogue', 'pt-BR'])('is refused under the name %s', (tag) => {
    expect(faultOf(folderWith(tag, () => undefined))).toContain('no language tag');
  });

  it.each([
    [{ 'ahead 1': ['(amanha'] }, 'A bracket is open'],
    [{ tomorow: ['amanha'] }, '"tomorow" is no meaning'],
    [{ 'ahead one': ['amanha'] }, '"one" is no whole number'],
    [{ nextWeekday: ['proxima'] }, 'captures no weekday'],
    [{ 'part moring': ['manha'] }, '"moring" is none of morning'],
  ])('is refused for the rule %j', (day, fault) => {
    const folder = folderWith('pt', (edit) =>
      edit('dates.json', (dates) => {
        dates['day'] = day;
      }),
    );
    const language = readAddedLanguages(folder).get('pt');
    expect(language).toBeDefined();
    if (language) expect(() => timeOf(language)).toThrow(fault);
  });
});
