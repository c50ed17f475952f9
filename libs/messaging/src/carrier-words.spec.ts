import { judgeWords, mayMeanTheVisit } from './carrier-words';

const heard = (body: string, more: { optOutType?: string; silenced?: boolean } = {}) =>
  judgeWords({ body, silenced: false, ...more });

describe('the words of the network', () => {
  it.each([
    'STOP',
    'stop',
    ' Stop. ',
    'STOPALL',
    'Unsubscribe',
    'CANCEL',
    'end',
    'Quit',
    'REVOKE',
    'OPTOUT',
    'opt out',
  ])('%s is an opt-out that nobody answers', (body) =>
    expect(heard(body)).toMatchObject({ kind: 'stop', answered: true }),
  );

  it.each(['ALTO', 'Parar', 'baja', 'Detener'])('%s is one in Spanish', (body) =>
    expect(heard(body).kind).toBe('stop'),
  );

  it.each([
    'Cancel.',
    'cancel my appointment',
    'Cancelar',
    'quit smoking advice',
    'the end',
    'stop by tomorrow?',
    'No',
  ])('"%s" is for the agent', (body) => expect(heard(body).kind).toBe('text'));

  it.each([
    'please stop texting me',
    "Don't text me anymore",
    'No more messages!',
    'Dejen de enviarme mensajes',
    'please stop sending me these texts!!',
    'quit blowing up my phone with these reminders',
    "I don't want your messages",
    'ya no me manden mensajitos por favor',
  ])('"%s" asks for silence in a sentence, and hears once that it was understood', (body) =>
    expect(heard(body)).toMatchObject({ kind: 'stop', answered: false, by: 'sentence' }),
  );

  it.each([
    "please don't stop texting me",
    'why did you stop sending me messages',
    'no dejen de enviarme recordatorios',
    'could you stop by the desk with my messages',
    "I don't want to miss your messages",
  ])('"%s" asks for the opposite', (body) => expect(heard(body).kind).toBe('text'));

  it('takes yes for START only from somebody who asked for silence', () => {
    expect(heard('YES').kind).toBe('text');
    expect(heard('Sí').kind).toBe('text');
    expect(heard('YES', { silenced: true }).kind).toBe('start');
    expect(heard('YES', { optOutType: 'START' }).kind).toBe('text');
    expect(heard('YES', { optOutType: 'START', silenced: true })).toMatchObject({ kind: 'start', answered: true });
    expect(heard('Start').kind).toBe('start');
  });

  it('does not answer what the network has answered', () => {
    expect(heard('HELP')).toMatchObject({ kind: 'help', answered: false });
    expect(heard('ayuda').kind).toBe('help');
    expect(heard('HELP', { optOutType: 'HELP' })).toMatchObject({ kind: 'help', answered: true });
    expect(heard('Arrêt', { optOutType: 'STOP' })).toEqual({ kind: 'stop', answered: true, by: 'carrier' });
  });

  it('knows which of them a patient may have meant for the visit', () => {
    expect(['Cancel', 'END', 'quit'].every(mayMeanTheVisit)).toBe(true);
    expect(['STOP', 'cancel it'].some(mayMeanTheVisit)).toBe(false);
  });
});
