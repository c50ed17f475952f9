import { say, Line } from '../spec-support/fake-line';

describe('a call whose voices or line fail', () => {
  it('has the carrier speak when no voice works', async () => {
    const line = new Line();
    line.voice.broken = true;
    await line.greeted();
    expect(line.byCarrier).toEqual(['Hello, how can I help you?']);
  });

  it('leaves a whole reply to the carrier in one go when its voices fail in the middle of it, once the first part was heard', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('One two three.'), say('Four five six. Seven eight nine.')]);
    line.voice.failsAt = 'Four';
    await line.speak({ text: 'Please tell me.' }, 600, 2_500);
    expect(line.played).toBe(600 + 300);
    expect(line.byCarrier).toEqual(['Four five six. Seven eight nine.']);
    expect(line.fates.at(-1)).toBe('heard');
    line.session.close();
    expect(line.fates).toEqual(['heard', 'heard']);
  });

  it('says a clause again, with the next voice, when its sound breaks off in the middle', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('One two three four. Five six.')]);
    line.voice.breaksAt = 'One';
    await line.speak({ text: 'Please tell me.' }, 600, 2_500);
    expect(line.byCarrier).toEqual([]);
    expect(line.played).toBe(600 + 200 + 400 + 200); // half of it, all of it, the rest
    line.session.close();
    expect(line.fates).toEqual(['heard', 'heard']);
  });

  it('has the carrier say goodbye and end the call, not end it instead', async () => {
    const line = await new Line().greeted();
    line.voice.broken = true;
    line.talk.answers.push([say('Goodbye and take care.'), { type: 'hang_up' }]);
    await line.speak({ text: 'Bye.' }, 600, 2_000);
    expect(line.byCarrier).toEqual(['Goodbye and take care.']);
    expect(line.endedByCarrier).toBe(true);
    expect(line.hungUp).toBe(0);
  });

  it('lets the line go when not even the carrier can speak: what was not heard is left for the next', async () => {
    const line = await new Line().greeted();
    line.voice.broken = line.carrierIsDown = true;
    line.talk.answers.push([say('You are booked. See you on Tuesday.')]);
    await line.speak({ text: 'Yes please.' }, 600, 2_000);
    expect(line.left).toBe(1);
    line.session.close();
    expect(line.fates).toEqual(['heard', 'broke: You are booked. See you on Tuesday.']);
  });

  it('tells what of a reply was heard when the line is gone, and how it went', async () => {
    for (const [inOrder, how] of [
      [false, 'broke'],
      [true, 'ended'],
    ] as const) {
      const line = await new Line().greeted();
      line.talk.answers.push([say('One two three four. Five six seven eight. Nine ten.')]);
      await line.speak({ text: 'Please tell me.' }, 600, 1_000);
      expect(line.played).toBeGreaterThan(600 + 400);
      if (inOrder) line.session.stopped();
      line.session.close();
      line.session.close();
      expect(line.fates).toEqual(['heard', `${how}: Five six seven eight. Nine ten.`]);
    }
  });

  it('owes nothing of a reply that the caller cut short', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('one two three four five six seven eight nine ten eleven twelve')]);
    await line.speak({ text: 'Please tell me.' });
    await line.speak({ text: 'No, something else.' }, 600, 3_000);
    line.session.close();
    expect(line.fates).toEqual(['heard', 'heard']); // the greeting, and the second answer
  });
});
