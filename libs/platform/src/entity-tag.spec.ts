import { AppError } from './app-error';
import { entityTag, requireVersion, versionAsked } from './entity-tag';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as AppError).code;
  }
  return 'none';
};

describe('an entity tag', () => {
  it('is given and read back', () => {
    expect(entityTag(3)).toBe('"3"');
    expect(versionAsked('"3"')).toBe(3);
    expect(versionAsked(' "3" ')).toBe(3);
  });

  it('asks for nothing when it is absent or a star', () => {
    expect(versionAsked(undefined)).toBeUndefined();
    expect(versionAsked('*')).toBeUndefined();
    expect(codeOf(() => requireVersion(undefined, 7))).toBe('none');
  });

  it('that is weak or another version is a failed precondition; one that is no tag is a mistake', () => {
    expect(codeOf(() => versionAsked('W/"3"'))).toBe('precondition_failed');
    expect(codeOf(() => requireVersion(2, 3))).toBe('precondition_failed');
    expect(codeOf(() => requireVersion(3, 3))).toBe('none');
    for (const wrong of ['3', '"a"', '"1", "2"', '""', '"99999999999"']) {
      expect(codeOf(() => versionAsked(wrong))).toBe('validation_failed');
    }
  });
});
