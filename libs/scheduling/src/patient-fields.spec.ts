import { birthFault, nameFault, phoneFault, tidyName } from './patient-fields';

describe('the fields of a patient', () => {
  it('take names of every script, not markup, not numbers, not nothing', () => {
    for (const name of ['Peter Lang', 'Nguyễn Văn Minh', 'محمد علي', '李小龙', "Siobhán O'Malley", 'Jean-Luc'])
      expect(nameFault(name)).toBeUndefined();
    for (const name of ['', ' ', 'X', '12345', '<b>Peter</b>', 'Peter\u0000Lang', 'x'.repeat(201)])
      expect(nameFault(name)).toBeDefined();
    expect(tidyName('  Peter   Lang ')).toBe('Peter Lang');
  });

  it('take days that exist and lie behind us', () => {
    expect(birthFault('1970-02-01', '2027-05-03')).toBeUndefined();
    expect(birthFault('2024-02-29')).toBeUndefined();
    for (const date of ['2023-02-29', '1970-13-01', '1.2.1970', '1700-01-01', ''])
      expect(birthFault(date)).toBeDefined();
    expect(birthFault('2027-05-04', '2027-05-03')).toBe('lies in the future');
  });

  it('take E.164 numbers of a possible length', () => {
    for (const phone of ['+12025550123', '+34911234567', '+442071838750']) expect(phoneFault(phone)).toBeUndefined();
    for (const phone of ['2025550123', '+1202555', '+1 202 555 0123', '+0123456789', 'tel', ''])
      expect(phoneFault(phone)).toBeDefined();
  });
});
