import { emergencyOver } from './emergency-over';
import { emergencyIn } from './own-words';

describe('a clinic’s own emergency words', () => {
  const own = ['pump beeps', 'lámpara azul'];

  it.each(['the Pump beeps again', 'la LAMPARA azul', 'pump, beeps!'])('count in %s', (text) => {
    expect(emergencyIn(text, own)).toEqual({ emergency: true, kind: 'medical' });
    expect(emergencyIn(text, []).emergency).toBe(false);
  });

  it.each(['the pump is new', 'pump beepsing'])('do not in %s', (text) => {
    expect(emergencyIn(text, own).emergency).toBe(false);
  });

  it('leave the kind of what code knows', () => {
    expect(emergencyIn('I want to kill myself', own).kind).toBe('crisis');
  });
});

describe('that nobody is in danger', () => {
  it.each(['It’s not an emergency', 'I’m fine', 'No es una emergencia', 'tranquila, estoy bien'])(
    'is said by %s',
    (text) => expect(emergencyOver(text)).toBe(true),
  );
  it.each(['he is not fine', 'what about my booking?'])('is not by %s', (text) =>
    expect(emergencyOver(text)).toBe(false),
  );
});
