import { ProviderError } from '@clinicall/platform';
import { LOUD, say, Line } from '../spec-support/fake-line';

describe('a call', () => {
  it('greets, hears the caller to the end, and answers', async () => {
    const line = await new Line().greeted();
    expect(line.played).toBe(600);
    line.talk.answers.push([say('I have two times for you.')]);
    await line.speak({ text: 'I need a cardiologist.' });
    expect(line.talk.said).toEqual([{ words: 'I need a cardiologist.', heard: undefined }]);
    await line.run(2_000);
    expect(line.played).toBe(600 + 600);
  });

  it('gives way to an interruption, and tells the agent what was heard', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('one two three four five six seven eight nine ten eleven twelve thirteen fourteen')]);
    await line.speak({ text: 'Please tell me.' });
    const before = line.played;
    await line.speak({ text: 'No, something else.' });
    expect(line.clears).toBe(1);
    expect(line.played - before).toBeLessThan(500);
    expect(line.talk.said[1]?.words).toBe('No, something else.');
    expect(line.talk.said[1]?.heard).toMatch(/^one two/);
    expect(line.talk.said[1]?.heard).not.toMatch(/thirteen/);
  });

  it('goes on after a mm-hm', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('one two three four five six seven eight nine ten')]);
    await line.speak({ text: 'Please tell me.' });
    await line.speak({ text: 'Mm-hm.' }, 200);
    await line.run(2_000);
    expect(line.clears).toBe(0);
    expect(line.talk.said).toHaveLength(1);
    expect(line.played).toBe(600 + 1_000);
  });

  it('lets nobody cut an emergency notice short, and takes emergency words at once', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('Please hang up and call nine one one now, this is an emergency.', true)]);
    line.ear.script.push({ text: 'My father has chest pain and cannot breathe' });
    await line.run(2_700, LOUD);
    expect(line.talk.said).toHaveLength(1); // while still speaking
    await line.run(600);
    await line.speak({ text: 'But I wanted an appointment.' }, 800);
    await line.run(3_000);
    expect(line.clears).toBe(0);
    expect(line.talk.said).toHaveLength(1);
  });

  it('says the notice at once while the turn before hangs, and not again when that has come to its end', async () => {
    const notice = 'Please hang up and call nine one one now.';
    for (const known of [notice, undefined]) {
      const line = await new Line().greeted();
      let over = (): void => undefined;
      line.talk.thinking = new Promise((resolve) => (over = resolve));
      line.talk.notice = known;
      line.talk.answers.push([say('Let us see.')], [say(notice, true), say('Are you safe now?')]);
      await line.speak({ text: 'Do you have anything tomorrow?' }, 600, 400);
      await line.speak({ text: 'My father has chest pain and cannot breathe' }, 600, 700);
      // A build that does not know it ahead is silent here, and says it behind the turn that hangs.
      expect(line.played > 600).toBe(known !== undefined);
      over();
      await line.run(4_000);
      expect(line.played).toBe(600 + 900 + 400);
    }
  });

  it('hears to its end what may have been long ago', async () => {
    const line = await new Line().greeted();
    line.ear.script.push({ text: 'Hi, I had a heart attack' });
    await line.run(2_700, LOUD);
    expect(line.talk.said).toEqual([]); // "… back in 2019"?
    await line.run(1_000);
    expect(line.talk.said).toEqual([{ words: 'Hi, I had a heart attack', heard: undefined }]);
  });

  it('fills a silence while the agent thinks, then says the answer', async () => {
    const line = await new Line().greeted();
    let think = (): void => undefined;
    line.talk.thinking = new Promise((resolve) => (think = resolve));
    await line.speak({ text: 'Do you have anything tomorrow?' }, 600, 2_500);
    const filled = line.played;
    expect(filled).toBeGreaterThan(600);
    think();
    await line.run(1_000);
    expect(line.played).toBeGreaterThan(filled);
  });

  it('says a filler to its end when the words are known in the middle of it, then the answer', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('one two three four five six')]);
    let know = (): void => undefined;
    line.ear.script.push(new Promise((resolve) => (know = () => resolve({ text: 'Do you have anything tomorrow?' }))));
    const before = line.played;
    await line.run(600, LOUD);
    await line.run(1_920);
    expect(line.played - before).toBeGreaterThan(0);
    expect(line.played - before).toBeLessThan(300); // "One moment, please." lasts 300 ms
    know();
    await line.run(2_000);
    expect([line.clears, line.played - before]).toEqual([0, 300 + 600]);
    expect(line.talk.said).toEqual([{ words: 'Do you have anything tomorrow?', heard: undefined }]);
  });

  it('asks again when it did not understand, then offers the keys', async () => {
    const line = await new Line().greeted();
    await line.speak({ text: 'gargle', confidence: 0.2 }, 600, 3_000);
    const once = line.played;
    expect(once).toBeGreaterThan(600);
    await line.speak(new Error('no recogniser'), 600, 6_000);
    expect(line.played).toBeGreaterThan(once + 1_500);
    expect(line.talk.said).toEqual([]);
  });

  it('asks again within eight seconds of words that no recogniser gives, then says the keys; in the end a person has the call', async () => {
    const line = await new Line().greeted();
    const failures = () => JSON.stringify(line.logged).split('speech could not be recognised').length - 1;
    for (let round = 1; round <= 3; round += 1) {
      line.ear.script.push(new Promise<never>(() => undefined));
      await line.run(600, LOUD);
      await line.run(6_000);
      expect(failures()).toBe(round - 1);
      await line.run(1_000);
      expect([failures(), line.transferred]).toEqual([round, 0]);
      const asked = line.played;
      await line.run(4_000);
      expect(line.played).toBeGreaterThan(asked + 200);
    }
    expect([line.transferred, line.hungUp, line.talk.said]).toEqual([1, 0, []]);
  });

  it('tells one whose language no recogniser hears, and has a person take the call', async () => {
    const line = await new Line().greeted();
    const deaf = () => new ProviderError('local-ai', false, 'answered 400', { code: 'language_not_supported' });
    const before = line.played;
    await line.speak(deaf(), 600, 6_000);
    expect(line.played - before).toBeGreaterThan(1_500); // "… send us a text message …, or press zero for a person"
    expect(line.transferred).toBe(0);
    for (let again = 0; again < 2; again += 1) await line.speak(deaf(), 600, 6_000);
    expect(line.transferred).toBe(1);
    expect(line.talk.said).toEqual([]);
  });

  it('says goodbye to its end before it hangs up, once', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('Goodbye and take care of yourself.'), { type: 'hang_up' }]);
    await line.speak({ text: 'Bye.' }, 400, 700);
    expect(line.hungUp).toBe(0);
    await line.run(2_000);
    expect(line.hungUp).toBe(1);
    expect(line.played).toBe(600 + 600);
  });

  it('asks, warns and ends when nobody says anything', async () => {
    const line = await new Line().greeted();
    await line.run(8_000);
    const asked = line.played;
    expect(asked).toBeGreaterThan(600);
    await line.run(30_000);
    expect(line.hungUp).toBe(1);
    expect(line.playedAtHangUp).toBe(line.played); // the goodbye was heard to its end before
    expect(line.played - asked).toBeGreaterThan(2_500);
    expect(line.talk.said).toEqual([]);
  });

  it('asks again soon after a voice without words, once, and goes on down the ladder', async () => {
    const line = await new Line().greeted();
    await line.speak({ text: '' }, 400, 5_000);
    const asked = line.played;
    expect(asked).toBeGreaterThan(600);
    await line.speak({ text: '' }, 400, 4_000);
    expect(line.played).toBe(asked);
    await line.run(5_500); // "Are you still there?"
    expect(line.played).toBeGreaterThan(asked);
    expect(line.talk.said).toEqual([]);
  });

  it('goes on with its own words after a sound that was none', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('one two three four five six seven eight nine ten')]);
    await line.speak({ text: 'Please tell me.' });
    await line.speak({ text: '' }, 200);
    await line.run(2_000);
    expect(line.clears).toBe(0);
    expect(line.played).toBe(600 + 1_000);
  });

  it('takes zero for a person and a row of digits for a number', async () => {
    const line = await new Line().greeted();
    line.session.key('0');
    await line.run(1_500);
    expect(line.talk.said[0]?.words).toMatch(/person/);
    line.talk.asked = ['phone'];
    for (const digit of '2125550199') line.session.key(digit);
    await line.run(4_000);
    expect(line.talk.said[1]?.words).toBe('2125550199');
  });

  it('is never silent for four seconds while the agent thinks', async () => {
    const line = await new Line().greeted();
    line.talk.thinking = new Promise(() => undefined);
    await line.speak({ text: 'Do you have anything tomorrow?' }, 600, 320);
    let quiet = 0;
    let longest = 0;
    for (let step = 0; step < 1_500; step += 1) {
      const before = line.played;
      await line.run(20);
      quiet = line.played > before ? 0 : quiet + 20;
      longest = Math.max(longest, quiet);
    }
    expect(longest).toBeLessThan(4_000);
    expect(line.played).toBeGreaterThan(600 + 5_000);
  });

  it('does not hold its own fillers for the agent’s words', async () => {
    const line = await new Line().greeted();
    let think = (): void => undefined;
    line.talk.thinking = new Promise((resolve) => (think = resolve));
    line.talk.answers.push([say('one two three four five six seven eight nine ten')]);
    await line.speak({ text: 'Do you have anything tomorrow?' }, 600, 2_000);
    think();
    await line.run(100);
    await line.speak({ text: 'No, something else.' });
    expect(line.talk.said[1]?.heard).toMatch(/^one two/);
  });

  it('answers one who does not stop, to the answer’s end', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('one two three four five six seven eight nine ten')]);
    line.ear.script.push({ text: 'And then I told him about my knee and' }, { text: 'and on and on' });
    await line.run(34_000, LOUD);
    expect(line.talk.said).toEqual([{ words: 'And then I told him about my knee and', heard: undefined }]);
    expect(line.played).toBe(600 + 1_000);
  });

  it('asks about a noise that never stops, and lets the line go in the end, heard to its last word', async () => {
    const line = await new Line().greeted();
    await line.run(32_000, LOUD);
    expect(line.played).toBeGreaterThan(600);
    const asked = line.played;
    await line.run(60_000, LOUD);
    expect(line.hungUp).toBe(1);
    expect(line.played - asked).toBeGreaterThan(2_000); // the goodbye, not only a click
    expect(line.talk.said).toEqual([]);
  });

  it('goes on with the caller when nobody can be reached', async () => {
    const line = await new Line().greeted();
    line.somebodyThere = false;
    line.talk.answers.push([say('Connecting you now.'), { type: 'transfer', reason: 'asked' }], [say('Of course.')]);
    await line.speak({ text: 'A person, please.' }, 400, 3_000);
    expect(line.transferred).toBe(1);
    await line.run(2_000);
    await line.speak({ text: 'Then book me a visit.' });
    expect(line.talk.said.at(-1)?.words).toBe('Then book me a visit.');
    expect(line.transferred).toBe(1);
  });

  it('joins words that come before the agent has said anything', async () => {
    const line = await new Line().greeted();
    let think = (): void => undefined;
    line.talk.thinking = new Promise((resolve) => (think = resolve));
    await line.speak({ text: 'I need an appointment.' }, 600, 520);
    await line.speak({ text: 'With a dermatologist.' }, 600, 800);
    think();
    await line.run(2_000);
    expect(line.talk.said.at(-1)?.words).toBe('I need an appointment. With a dermatologist.');
  });

  it('does not speak into the words of one who goes on before the answer has begun: they belong together', async () => {
    const line = await new Line().greeted();
    let think = (): void => undefined;
    line.talk.thinking = new Promise((resolve) => (think = resolve));
    line.talk.answers.push([say('one two three four five six seven eight')]);
    await line.speak({ text: 'My birthday is July ninth.' }, 600, 520);
    expect(line.talk.said).toHaveLength(1);
    line.ear.script.push({ text: 'Nineteen eighty five.' });
    await line.run(100, LOUD);
    think();
    await line.run(900, LOUD);
    expect(line.played).toBe(600);
    await line.run(2_000);
    expect(line.talk.said.at(-1)?.words).toBe('My birthday is July ninth. Nineteen eighty five.');
    expect(line.played).toBe(600 + 200);
  });

  it('keeps its answer through a cough before it', async () => {
    const line = await new Line().greeted();
    let think = (): void => undefined;
    line.talk.thinking = new Promise((resolve) => (think = resolve));
    line.talk.answers.push([say('one two three four five six')]);
    await line.speak({ text: 'I need an appointment.' }, 600, 520);
    line.ear.script.push({ text: '' });
    await line.run(200, LOUD);
    think();
    await line.run(600, LOUD);
    expect(line.played).toBe(600);
    await line.run(2_500);
    expect(line.talk.said).toHaveLength(1);
    expect(line.played).toBe(600 + 600);
  });
});
