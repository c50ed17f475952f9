import { Line, say } from '../spec-support/fake-line';
import { PersonWish } from './person-wish';

const LONG = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
const press = (line: Line, keys: string) => {
  for (const key of keys) line.session.key(key);
};
const words = (line: Line) => line.talk.said.map((one) => one.words);

describe('the keys of a call', () => {
  it('cut the agent’s words short, and say what was heard of them', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say(LONG)]);
    await line.speak({ text: 'Please tell me.' });
    line.talk.asked = ['option'];
    press(line, '2');
    await line.run(500);
    expect(words(line)).toEqual(['Please tell me.', '2']);
    expect([line.clears, line.talk.said[1]?.heard]).toEqual([1, expect.stringMatching(/^one two/)]);
  });

  it('are taken while the agent works, together with the words that have no answer yet', async () => {
    const line = await new Line().greeted();
    let done = (): void => undefined;
    line.talk.thinking = new Promise((resolve) => (done = resolve));
    await line.speak({ text: 'I need an appointment.' }, 600, 700);
    press(line, '0');
    done();
    await line.run(1_000);
    expect(words(line).at(-1)).toMatch(/speak to a person/);
  });

  it('wait for the end of words that must be heard, but for a person', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say(LONG, true)], [say('You are in the menu.')]);
    await line.speak({ text: 'Tell me.' });
    line.talk.asked = ['confirm'];
    press(line, '1');
    await line.run(200);
    expect([words(line).length, line.clears]).toEqual([1, 0]);
    await line.run(2_500);
    expect([words(line).at(-1), line.clears]).toEqual(['yes', 0]);
    line.talk.answers.push([say(LONG, true)]);
    await line.speak({ text: 'Again.' });
    press(line, '0');
    await line.run(500);
    expect(words(line).at(-1)).toMatch(/speak to a person/);
  });

  it('put one through who wants a person while the agent hangs, whatever it hangs on', async () => {
    const hang = async () => {
      const line = await new Line().greeted();
      line.talk.thinking = new Promise(() => undefined);
      await line.speak({ text: 'I need an appointment.' }, 600, 1_500);
      press(line, '0');
      await line.run(2_600);
      return line;
    };
    expect((await hang()).transferred).toBe(1);
    const broken = jest.spyOn(PersonWish.prototype, 'isOverdue').mockReturnValue(false);
    expect((await hang()).transferred).toBe(0);
    broken.mockRestore();
  });

  it('leave a person’s wish to an agent that answers', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('We are closed. When is a good time to call you?')]);
    press(line, '0');
    await line.run(4_000);
    expect([words(line).length, line.transferred]).toEqual([1, 0]);
  });

  it('go on with the caller whom nobody could take while the agent hung', async () => {
    const line = await new Line().greeted();
    line.somebodyThere = false;
    let done = (): void => undefined;
    line.talk.thinking = new Promise((resolve) => (done = resolve));
    await line.speak({ text: 'I need an appointment.' }, 600, 1_500);
    press(line, '0');
    await line.run(5_000);
    done();
    await line.run(500);
    await line.speak({ text: 'Then book me a visit.' });
    expect([words(line).at(-1), line.transferred]).toEqual(['Then book me a visit.', 1]);
  });

  it('tell what they mean at star, without asking the agent', async () => {
    const line = await new Line().greeted();
    const before = line.played;
    press(line, '*');
    await line.run(4_000);
    expect(line.played).toBeGreaterThan(before + 1_000);
    expect(words(line)).toEqual([]);
  });

  it.each(['dob', 'phone', 'code'])('of a %s are gathered, and stand in no log and no timeline', async (asked) => {
    const line = await new Line().greeted();
    line.talk.asked = [asked];
    press(line, '73519846');
    await line.run(3_000);
    expect(words(line)).toEqual(['73519846']);
    await line.speak(new Error('no recogniser'));
    line.session.close();
    expect(line.logged.length).toBeGreaterThan(0);
    expect(JSON.stringify([line.logged, line.kept])).not.toMatch(/73519846|"7"|digit/);
  });
});
