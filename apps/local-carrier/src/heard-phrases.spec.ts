import { asksAnewAfterBreak, asksToRepeat, onlyAsksForPatience } from './heard-phrases';

describe('what a caller makes of what they hear', () => {
  it.each([
    ['One moment, please.', true],
    ["I'm still checking, thank you for waiting.", true],
    ["I'm Phil checking. Can't you for waiting?", true], // as a small recogniser reads it
    ['Which would you like?', false],
    ['With Dr. Emily Carter, tomorrow, I have 1:00 PM or 1:30 PM. Thank you for waiting. Which would you like?', false],
    ['', false],
  ])('"%s" only asks for patience: %p', (text, expected) => expect(onlyAsksForPatience(text)).toBe(expected));

  it('knows a question to say it again from one behind an answer', () => {
    expect(asksToRepeat("Sorry, I didn't catch that. Could you say it again, please?")).toBe(true);
    expect(asksToRepeat('You are booked. Are you still there?')).toBe(false);
  });

  it('knows a question that is asked anew after a break', () => {
    const question = 'I have one thirty or two. Which would you like?';
    expect(asksAnewAfterBreak(`Sorry, we were cut off for a moment. I'm back. ${question}`, question)).toBe(true);
    expect(asksAnewAfterBreak("Sorry, we were cut off. I'm back. May I have your name?", question)).toBe(false);
    expect(asksAnewAfterBreak(question, question)).toBe(false);
  });
});
