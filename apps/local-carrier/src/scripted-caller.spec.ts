import { parseCallScript } from './call-script';
import { asksToRepeat, onlyAsksForPatience } from './heard-phrases';
import { ScriptedCaller } from './scripted-caller';

const caller = (more: object = {}): ScriptedCaller =>
  new ScriptedCaller(
    parseCallScript(
      JSON.stringify({
        volunteer: 'Do you have a cardiologist tomorrow afternoon?',
        answers: {
          name: 'Peter Lang',
          dob: 'February first nineteen seventy',
          time: ['The second one', 'The first one'],
          confirm: 'Yes please',
        },
        accepts: [{ doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00' }],
        stop: { when: 'done', say: 'Thank you, bye' },
        ...more,
      }),
      'a script',
    ),
  );

describe('a scripted caller', () => {
  it('books: takes an accepted offer, tells who it is in the order asked, confirms, stops when done', () => {
    const it = caller();
    expect(it.first()).toBe('Do you have a cardiologist tomorrow afternoon?');
    expect(it.reply('I have Tuesday, May 4 at 2:30 PM or 3:00 PM with Dr. Ruth Adler. Which would you like?').say).toBe(
      'The second one',
    );
    expect(it.reply('May I have your date of birth and your full name please?').say).toBe(
      'February first nineteen seventy. Peter Lang',
    );
    expect(it.reply('Shall I book Tuesday, May 4 at 3:00 PM with Dr. Ruth Adler?').say).toBe('Yes please');
    expect(it.reply('Your appointment is booked: Tuesday, May 4 at 3:00 PM.')).toEqual({
      say: 'Thank you, bye',
      last: true,
    });
  });

  it('declines what it does not accept, and stops after three refusals', () => {
    const it = caller({ stop: { when: 'three_refusals', say: 'Never mind' } });
    const offer = 'We have Friday at 9:00 AM with Dr. Ruth Adler. Would you like it?';
    expect([1, 2, 3].map(() => it.reply(offer).say)).toEqual(Array(3).fill('No, none of those work for me.'));
    expect(it.reply('Is there anything else?')).toEqual({ say: 'Never mind', last: true });
    expect(caller().reply('Shall I book Friday at 3:00 PM with Dr. Ruth Adler?').say).toBe('No, not that one.');
  });

  it('changes its mind once', () => {
    const it = caller({ changes_of_mind: [{ when: 'first_readback', say: 'Actually, the earlier one' }] });
    const readBack = 'Shall I book Tuesday at 3:00 PM with Dr. Ruth Adler?';
    expect([it.reply(readBack).say, it.reply(readBack).say]).toEqual(['Actually, the earlier one', 'Yes please']);
  });

  it('uses a list of answers in order and keeps the last', () => {
    const it = caller({ accepts: undefined });
    const offer = 'I have Tuesday at 2:30 PM or 3:00 PM. Which one?';
    expect([1, 2, 3].map(() => it.reply(offer).say)).toEqual(['The second one', 'The first one', 'The first one']);
  });

  it('says it again when asked to, and listens on when nothing is asked', () => {
    const it = caller();
    expect(it.reply("I'm sorry, could you say that again?").say).toBe('Do you have a cardiologist tomorrow afternoon?');
    expect(it.reply('Thank you, Peter.').say).toBeNull();
  });

  it('leaves at goodbye, and after its most turns', () => {
    expect(caller().reply('Goodbye!').last).toBe(true);
    const it = caller({ maxTurns: 2 });
    expect([it.reply('Thank you.').last, it.reply('Thank you.').last]).toEqual([false, true]);
  });
});

test.each([
  'Sorry, I did not catch that.',
  'Could you repeat that, please?',
  'Are you still there?',
  "I can't hear you. Are you there?",
  '¿Me lo puede repetir?',
])('%p asks to repeat', (text) => {
  expect(asksToRepeat(text)).toBe(true);
});
test.each([
  'Which time would you like?',
  'Your appointment is booked.',
  'I have two thirty or three. Are you still there?',
])('%p does not ask to repeat', (text) => {
  expect(asksToRepeat(text)).toBe(false);
});
test('only patience is no answer', () => {
  expect(
    ['One moment, please.', 'Let me check the schedule.', 'Un momento, por favor.'].map(onlyAsksForPatience),
  ).toEqual([true, true, true]);
  expect(['', 'One moment. Which day would you like?', 'I have one at 3:00 PM.'].map(onlyAsksForPatience)).toEqual([
    false,
    false,
    false,
  ]);
});

test.each([
  ['{', 'is not JSON'],
  ['{}', 'volunteer'],
  ['{"volunteer":"x","answers":{"name":7}}', 'answers.name'],
])('a script %p is refused with a sentence', (text, reason) => {
  expect(() => parseCallScript(text, 'f')).toThrow(reason);
});
