import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../spec-support/browser';
import { LittleAgent } from '../spec-support/little-agent';
import { CLINIC, eventually, LittleProduct, PATIENT, specEnvironment } from '../spec-support/little-product';
import { LittleSpeech } from '../spec-support/little-speech';
import { LittleStream } from '../spec-support/little-stream';
import { pcmSamples, resample, writeWav } from '@clinicall/audio';
import { type Carrier, startCarrier } from './carrier';

const [GREETING, SPOKEN, TYPED, REPLY] = ['Harbor Clinic.', 'By microphone', 'By keyboard', 'Understood.'];

/** A microphone that is silent, says one sentence of the little speech, and is silent again. */
async function microphone(speech: LittleSpeech, file: string): Promise<void> {
  const answer = await fetch(`${speech.url}/audio/speech`, { method: 'POST', body: JSON.stringify({ input: SPOKEN }) });
  const sentence = resample(pcmSamples(Buffer.from(await answer.arrayBuffer())), 24_000, 48_000);
  const samples = new Int16Array(48_000 * 40);
  samples.set(sentence, 48_000 * 6);
  await writeFile(file, writeWav(48_000, samples));
}

describe('the pages in a browser', () => {
  const product = new LittleProduct();
  const speech = new LittleSpeech();
  let stream: LittleStream;
  let carrier: Carrier;
  let browser: Browser | null = null;
  let folder: string;
  let agent: LittleAgent | undefined;

  beforeAll(async () => {
    await Promise.all([product.start(), speech.start()]);
    stream = new LittleStream(product.raw);
    carrier = await startCarrier(specEnvironment(product.url, { speechUrl: speech.url }));
    folder = await mkdtemp('/tmp/carrier-spec-');
    await microphone(speech, join(folder, 'microphone.wav'));
    browser = await openBrowser(join(folder, 'microphone.wav'), process.env.CHROME_PATH);
    if (!browser) console.warn('No Chromium here: the pages are not tried in a browser.');
    product.answer = ({ path }) => {
      if (path.includes('/sms/')) return { body: '<Response><Message>Hello back</Message></Response>' };
      if (!path.includes('incoming')) return { body: '<Response/>' };
      void stream.next().then((socket) => (agent = new LittleAgent(socket, speech.url, GREETING, () => REPLY)));
      return { body: `<Response><Connect><Stream url="${product.url.replace('http', 'ws')}/s"/></Connect></Response>` };
    };
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await carrier.close();
    await Promise.all([product.stop(), speech.stop()]);
    await rm(folder, { recursive: true });
  });

  async function open(path: string, look: (page: Page, errors: string[]) => Promise<void>): Promise<void> {
    if (!browser) return;
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, permissions: ['microphone'] });
    const page = await context.newPage();
    page.setDefaultTimeout(40_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(carrier.url + path);
    await look(page, errors);
    expect(errors).toEqual([]);
    await context.close();
  }

  it('texts: what is sent and what comes back stand in the thread', async () => {
    await open('/', async (page) => {
      await page.waitForFunction("document.getElementById('clinic').value !== ''");
      await page.fill('#words', 'Hello <b>clinic</b>');
      await page.press('#words', 'Enter');
      await page.waitForSelector('.bubble.clinic');
      expect(await page.locator('.bubble').allTextContents()).toEqual(['Hello <b>clinic</b>', 'Hello back']);
      expect(product.at('/api/v1/sms/webhook')[0]).toMatchObject({ signed: true, form: { From: PATIENT, To: CLINIC } });
    });
  }, 60_000);

  it('calls: microphone, loudspeaker, words of both sides, typed words, keypad, hang up', async () => {
    await open('/softphone', async (page) => {
      await page.waitForFunction("document.getElementById('clinic').value !== ''");
      await page.click('#call');
      const texts = (): Promise<string[]> => page.locator('.bubble').allTextContents();
      await page.waitForFunction("document.querySelectorAll('.bubble').length >= 3");
      expect(await texts()).toEqual([GREETING, SPOKEN, REPLY]);
      await page.fill('#typed', TYPED);
      await page.click('#say');
      expect(await page.isVisible('#suggestions')).toBe(true);
      await page.click('#keys');
      expect(await page.isVisible('#suggestions')).toBe(false);
      await page.click('#keypad >> text="7"');
      await page.waitForFunction("document.querySelectorAll('.bubble').length >= 5");
      expect((await texts()).slice(3)).toEqual([TYPED, REPLY]);
      expect(agent?.heard).toEqual([SPOKEN, TYPED]);
      const socket = await stream.next();
      expect(socket.all('dtmf')).toMatchObject([{ dtmf: { digit: '7' } }]);
      const heard = await page.evaluate('softphone.framesHeard');
      expect(heard).toBeGreaterThan(100);
      await page.click('#hangup');
      await eventually(() => carrier.switchboard.calls.all()[0]?.over);
      await page.waitForFunction("softphone.state === 'idle'");
    });
  }, 120_000);
});
