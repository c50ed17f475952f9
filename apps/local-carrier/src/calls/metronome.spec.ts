import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { FRAME_BYTES, MU_LAW_SILENCE } from '@clinicall/audio';
import { Metronome } from './metronome';
import { Playout } from './playout';

const SOUND = 0x10;

function stop(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}

describe('a process that stood still', () => {
  let server: Server;
  let sender: Socket;
  let line: Socket;
  beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    sender = connect((server.address() as AddressInfo).port, '127.0.0.1');
    [line] = await accepted;
  });
  afterEach(() => {
    sender.destroy();
    line.destroy();
    server.close();
  });

  it('plays the sound that came meanwhile, and every beat', async () => {
    const playout = new Playout();
    line.on('data', (bytes) => playout.push(bytes));
    const played: boolean[] = [];
    const metronome = new Metronome();
    const leave = metronome.join(() => played.push(playout.take()[0] !== MU_LAW_SILENCE));
    const before = await new Promise<number>((resolve) =>
      setTimeout(() => {
        sender.write(Buffer.alloc(15 * FRAME_BYTES, SOUND));
        stop(300);
        resolve(played.length);
      }, 30),
    );
    while (played.length < before + 15) await new Promise((resolve) => setTimeout(resolve, 5));
    leave();
    expect(played.slice(before, before + 15)).toEqual(new Array(15).fill(true));
  });
});
