import { decodeMuLaw, encodeMuLaw, level } from '@clinicall/audio';
import { noise } from '../audio/noise';
import { CLINIC, eventually, LittleProduct, PATIENT, specEnvironment } from '../../spec-support/little-product';
import { LittleStream, type StreamSocket } from '../../spec-support/little-stream';
import { type Carrier, startCarrier } from '../carrier';
import type { FaultSettings } from '../faults';
import { LineTrouble } from './line-trouble';

const calm = { lossRate: 0, jitterMs: 0, reorderRate: 0, halfOpenAfterMs: null, troubleSeed: 7 };
function through(count: number, settings: Partial<FaultSettings>): number[] {
  const trouble = new LineTrouble({ ...calm, ...settings });
  const came: number[] = [];
  for (let frame = 0; frame < count; frame += 1) trouble.pass(() => came.push(frame));
  return came;
}

describe('a line in trouble', () => {
  it('loses the share it is told to, and the same frames for the same seed', () => {
    const came = through(10_000, { lossRate: 0.1 });
    expect(came.length).toBeGreaterThan(8_800);
    expect(came.length).toBeLessThan(9_200);
    expect(through(10_000, { lossRate: 0.1 })).toEqual(came);
    expect(through(10_000, { lossRate: 0.1, troubleSeed: 8 })).not.toEqual(came);
  });

  it('has frames change places with the next one, and loses none by it', () => {
    const came = through(1_001, { reorderRate: 0.2 });
    const turned = came.filter((frame, index) => (came[index + 1] ?? Infinity) < frame).length;
    expect(turned).toBeGreaterThan(100);
    expect(came.length).toBeGreaterThanOrEqual(1_000);
  });

  it('makes noise of the loudness and the share it is told to', () => {
    const frames = Array.from({ length: 2_000 }, noise(3_000, 1, 0.4)).map((frame) => level(decodeMuLaw(frame)));
    const loud = frames.filter((one) => one > 1_000).length / frames.length;
    expect(loud).toBeGreaterThan(0.2);
    expect(loud).toBeLessThan(0.6);
  });

  describe('of a call', () => {
    const product = new LittleProduct();
    let stream: LittleStream;
    let carrier: Carrier;
    beforeAll(async () => {
      await product.start();
      stream = new LittleStream(product.raw);
      carrier = await startCarrier(specEnvironment(product.url));
      const connect = `<Connect><Stream url="${product.url.replace('http', 'ws')}/media-stream"/></Connect>`;
      product.answer = () => ({ body: `<Response>${connect}</Response>` });
    });
    afterAll(async () => {
      await carrier.close();
      await product.stop();
    });
    afterEach(() => {
      carrier.network.faults.reset();
      carrier.switchboard.calls.endAll();
      stream.sockets.length = 0;
    });
    const chunks = (socket: StreamSocket): number[] => socket.all('media').map(({ media }) => Number(media?.chunk));

    it('is seen by the product: gaps in the chunks, a codec of another kind, and in the end a socket that says nothing', async () => {
      carrier.network.faults.change({ lossRate: 0.3, jitterMs: 40, halfOpenAfterMs: 1_500, encoding: 'audio/opus' });
      const call = carrier.switchboard.dial(PATIENT, CLINIC, null);
      const socket = await stream.next();
      await eventually(() => call.record.lengthMs > 1_700);
      const came = chunks(socket);
      expect(came).toEqual([...came].sort((a, b) => a - b));
      expect(came.length).toBeLessThan((came.at(-1) ?? 0) * 0.9);
      expect(socket.all('start')[0]?.start).toMatchObject({ mediaFormat: { encoding: 'audio/opus' } });
      call.press('5');
      await eventually(() => call.record.lengthMs > 2_200);
      expect([chunks(socket).length - came.length <= 2, socket.all('dtmf'), socket.closed]).toEqual([true, [], false]);
    });

    it('is heard behind the caller: noise, and another voice at the same time', async () => {
      carrier.network.faults.change({ noise: 1_000 });
      const call = carrier.switchboard.dial(PATIENT, CLINIC, null);
      await stream.next();
      await eventually(() => call.record.lengthMs > 300);
      expect(level(decodeMuLaw(call.record.audio('said', 100, 300)))).toBeGreaterThan(300);
      call.ambience = null;
      const tone = (hertz: number): Buffer =>
        encodeMuLaw(
          Int16Array.from({ length: 4_000 }, (_unused, at) => 5_000 * Math.sin((2 * Math.PI * hertz * at) / 8_000)),
        );
      const fromMs = call.record.lengthMs;
      call.said.push(tone(300));
      call.background.push(tone(700));
      await eventually(() => call.record.lengthMs > fromMs + 400);
      expect(level(decodeMuLaw(call.record.audio('said', fromMs + 100, fromMs + 300)))).toBeGreaterThan(4_500);
    });

    it('is made of many callers at once, on request', async () => {
      const answer = await fetch(`${carrier.url}/carrier/load`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ calls: 20, seconds: 1 }),
      });
      expect(await answer.json()).toEqual({ placed: 20, answered: 20, heard: 0, broken: 0, endedEarly: 0 });
    });
  });
});
