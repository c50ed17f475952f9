import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPublicAddress, outwardFetch } from './outward-fetch';
import type { LookupAll } from './outward-fetch';

describe('a fetch to an address that somebody else has named', () => {
  const servers: Server[] = [];
  let connections = 0;
  let port = 0;

  async function serve(answer: RequestListener): Promise<number> {
    const server = createServer(answer);
    server.on('connection', () => (connections += 1));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, resolve)); // every family of this machine
    return (server.address() as AddressInfo).port;
  }
  beforeAll(async () => {
    port = await serve((_request, response) => response.end('what nobody outside may read'));
  });
  beforeEach(() => {
    connections = 0;
  });
  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** Names as a stranger's DNS would answer them: `a-b.test` leads to the addresses of its list. */
  const names: Record<string, string[]> = {
    'loopback.test': ['127.0.0.1'],
    'loopback6.test': ['::1'],
    'metadata.test': ['169.254.169.254'],
    'ten.test': ['10.0.0.7'],
    'mapped.test': ['::ffff:127.0.0.1'],
    'translated.test': ['64:ff9b::7f00:1'],
    'local.test': ['fe80::1'],
    'unique.test': ['fd00::1'],
    'both.test': ['93.184.215.14', '127.0.0.1'],
    'none.test': [],
  };
  const lookup: LookupAll = (name, _options, done) =>
    done(
      null,
      (names[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  const fetchOutward = outwardFetch({ privateHosts: [], lookup });

  const hosts = [
    ...Object.keys(names),
    ...[
      '127.0.0.1',
      '127.1',
      '127.0.1',
      '2130706433',
      '0x7f000001',
      '0x7f.1',
      '017700000001',
      '0177.0.0.1',
      '0',
      '0.0.0.0',
    ],
    ...['127.0.0.1.', '127.255.255.254', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
    ...[
      '169.254.169.254',
      '0xa9fea9fe',
      '2852039166',
      '100.64.0.1',
      '192.0.0.192',
      '198.18.0.1',
      '203.0.113.9',
      '224.0.0.1',
    ],
    ...['240.0.0.1', '255.255.255.255', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]'],
    ...[
      '[::ffff:a9fe:a9fe]',
      '[::127.0.0.1]',
      '[64:ff9b::7f00:1]',
      '[64:ff9b:1::1]',
      '[fe80::1]',
      '[fc00::1]',
      '[fd00:ec2::254]',
    ],
    ...[
      '[ff02::1]',
      '[2001:db8::1]',
      '[2002:7f00:1::]',
      '[2001::7f00:1]',
      '[100::1]',
      '[fec0::1]',
      '１２７.０.０.１',
      '①②⑦.⓪.⓪.①',
    ],
  ];
  const urls = () => [
    ...hosts.map((host) => `https://${host}:${port}/`),
    ...['127.0.0.1', 'loopback.test', '[::1]', '93.184.215.14'].map((host) => `http://${host}:${port}/`),
    `https://${['user', 'secret'].join(':')}@loopback.test:${port}/`,
    `ftp://127.0.0.1:${port}/`,
    'file:///etc/passwd',
    'data:text/plain,hello',
  ];

  it('asks none of sixty addresses that lead inside', async () => {
    expect(urls().length).toBeGreaterThanOrEqual(60);
    for (const url of urls()) {
      const outcome = await fetchOutward(url).catch((fault: unknown) => (fault as Error).name);
      expect([url, outcome]).toEqual([url, 'TypeError']);
    }
    expect(connections).toBe(0);
  });

  it('is judged by the address it connects to: a name that was public a moment ago is asked anew', async () => {
    let asked = 0;
    const flipping: LookupAll = (_name, _options, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? '2606:2800:21f:cb07::1' : '127.0.0.1', family: asked === 1 ? 6 : 4 }]);
    };
    const fetchFlipping = outwardFetch({ privateHosts: [], lookup: flipping });
    const first = fetchFlipping(`https://flip.test:${port}/`, { signal: AbortSignal.timeout(50) });
    await expect(first).rejects.toThrow(TypeError); // on its way to the public address, which nobody answers
    await expect(fetchFlipping(`https://flip.test:${port}/`)).rejects.toThrow('was not answered');
    expect([asked, connections]).toEqual([2, 0]);
  });

  it('would reach the inside without the judgement: the list above can fail', async () => {
    const trusting = outwardFetch({ privateHosts: [`127.0.0.1:${port}`] });
    expect(await (await trusting(`http://127.0.0.1:${port}/`)).text()).toContain('nobody outside');
    const named = outwardFetch({ privateHosts: ['loopback.test'], lookup });
    expect((await named(`http://loopback.test:${port}/`)).status).toBe(200);
    expect(connections).toBe(2);
    await expect(trusting(`http://127.0.0.1:${port + 1}/`)).rejects.toThrow('https'); // another port is another host
  });

  it('does not follow a redirect', async () => {
    const door = await serve((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end(),
    );
    const answer = await outwardFetch({ privateHosts: ['127.0.0.1'] })(`http://127.0.0.1:${door}/`);
    expect([answer.status, connections]).toEqual([302, 1]);
  });

  it('reads no endless answer, waits for no slow one, and hangs up on both', async () => {
    const closed: string[] = [];
    const door = await serve((request, response) => {
      response.on('close', () => closed.push(request.url ?? ''));
      if (request.url === '/endless') {
        const more = (): boolean => response.write(Buffer.alloc(65_536)) && more();
        response.on('drain', more);
        more();
      } else response.write('{');
    });
    const here = outwardFetch({ privateHosts: ['127.0.0.1'] });
    await expect(here(`http://127.0.0.1:${door}/endless`)).rejects.toThrow('too much');
    await expect(here(`http://127.0.0.1:${door}/slow`, { signal: AbortSignal.timeout(100) })).rejects.toThrow();
    for (let wait = 0; closed.length < 2 && wait < 200; wait += 1) await sleep(20);
    expect(closed.sort()).toEqual(['/endless', '/slow']);
  });

  it('sends a form and its headers as they are', async () => {
    let seen = '';
    const door = await serve((request, response) => {
      request.on('data', (part: Buffer) => (seen += part.toString()));
      request.on('end', () => response.writeHead(201, { 'x-kind': 'a' }).end(request.headers['x-mine']));
    });
    const answer = await outwardFetch({ privateHosts: ['127.0.0.1'] })(`http://127.0.0.1:${door}/`, {
      method: 'POST',
      headers: { 'x-mine': 'yes' },
      body: new URLSearchParams({ one: '1 & 2' }),
    });
    expect([answer.status, answer.headers.get('x-kind'), await answer.text(), seen]).toEqual([
      201,
      'a',
      'yes',
      'one=1+%26+2',
    ]);
  });

  it.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:2800:21f:cb07::1', '2a00:1450::1'])(
    'knows %s as public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});
