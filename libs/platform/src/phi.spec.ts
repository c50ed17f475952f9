import { Writable } from 'node:stream';
import { AppError } from './app-error';
import { Logger } from './logger';
import { markPhi, withoutPhi } from './phi';

function logged(write: (logger: Logger) => void): string {
  let lines = '';
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines += chunk.toString();
      done();
    },
  });
  write(new Logger('trace', sink));
  return lines;
}

describe('what may leave the database', () => {
  beforeAll(() => markPhi(['date_of_birth', 'body']));

  it('is told by name, however the name is written and wherever it stands', () => {
    const given = {
      id: 7,
      dateOfBirth: 'CANARY',
      list: [{ date_of_birth: 'CANARY', kind: 'text' }],
      phi: { any: 'CANARY' },
    };
    expect(withoutPhi(given)).toEqual({
      id: 7,
      dateOfBirth: '[phi]',
      list: [{ date_of_birth: '[phi]', kind: 'text' }],
      phi: '[phi]',
    });
  });

  it('is all that a log line holds, also of errors that quote what they were given', () => {
    const lines = logged((logger) => {
      logger.info('a text came', { textId: 't1', body: 'CANARY', deep: { from: 'CANARY', phi: { x: 'CANARY' } } });
      const quoted = [
        new SyntaxError(`Unexpected token 'C', "CANARY" is not valid JSON`),
        new Error('The number +1 202 555 0199 is not reachable, ann.CANARY@example.org neither'),
        Object.assign(new Error('Key (phone)=(CANARY) already exists.'), { name: 'QueryFailedError' }),
        Object.assign(new Error('invalid input syntax: CANARY'), { severity: 'ERROR', code: '22P02' }),
      ];
      for (const error of quoted) logger.error('it failed', { error });
      logger.error('it failed', { error: new AppError('conflict', 'Taken.') });
    });
    expect(lines).not.toMatch(/CANARY|\b555\b/);
    expect(lines).toMatch('"textId":"t1"');
    expect(lines).toMatch('Taken.');
    expect(lines).toMatch('22P02');
  });
});
