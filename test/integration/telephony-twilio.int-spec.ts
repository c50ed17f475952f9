import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Environment } from '@clinicall/platform';
import { TwilioAccount } from '../../libs/telephony/src/adapters/twilio-account';
import { TwilioCallControl } from '../../libs/telephony/src/adapters/twilio-call-control';
import type { CallControl } from '../../libs/telephony/src/ports/call-control';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { freePort } from '../../scripts/processes';
import { eventually } from '../support/eventually';

const ACCOUNT = 'AC00000000000000000000000000000001';
const CALL = `CA${'0'.repeat(31)}1`;
const words = { text: 'Tom & "Ann" <speak>', language: 'en-US' };
const person = {
  to: '+12125550166',
  from: '+12125550100',
  answeredUrl: 'https://clinic.example.org/api/v1/voice/briefing?transfer=1',
  statusUrl: 'https://clinic.example.org/api/v1/voice/transfer-status?transfer=1',
  ringSeconds: 20,
};
const room = {
  name: 'transfer-1',
  holdUrl: 'https://clinic.example.org/api/v1/voice/hold?language=en',
  statusUrl: 'https://clinic.example.org/api/v1/voice/conference?transfer=1',
  afterUrl: 'https://clinic.example.org/api/v1/voice/after-transfer',
};
const after = { url: 'https://clinic.example.org/api/v1/voice/after-transfer', ringSeconds: 20 };

function controlAt(url: string): CallControl {
  const environment = Environment.read({
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: 'secret',
    TWILIO_API_BASE_URL: url,
  });
  return new TwilioCallControl(new TwilioAccount(environment));
}
/** Everything we ask of live calls, once. */
async function askAll(control: CallControl): Promise<void> {
  await control.transfer(CALL, '+12125550166', words, after);
  await control.wait(CALL, room, words);
  await control.redirect(CALL, after.url);
  await control.say(CALL, words, after.url);
  await control.hangUp(CALL);
}

interface Description {
  paths: Record<
    string,
    {
      post: {
        requestBody: {
          content: { 'application/x-www-form-urlencoded': { schema: { properties: Record<string, unknown> } } };
        };
      };
    }
  >;
}
const specs = process.env['CLINICALL_SPECS_DIR'];
if (specs === undefined)
  console.warn('CLINICALL_SPECS_DIR is not set: Twilio’s own description judges nothing in this run.');

(specs === undefined ? describe.skip : describe)('what we ask of live calls, before Twilio’s description', () => {
  const file = join(specs ?? '', 'twilio-messages-calls.strict.json');
  let prism: ChildProcess;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const program = join(repositoryRoot(), 'node_modules', '.bin', 'prism');
    prism = spawn(program, ['mock', file, '-h', '127.0.0.1', '-p', String(port), '--errors'], { stdio: 'ignore' });
    await eventually(async () => (await fetch(url).catch(() => undefined)) !== undefined, 'Prism', 60_000);
  }, 90_000);
  afterAll(() => {
    prism.kill();
  });

  const post = async (path: string, form: Record<string, string>) =>
    (
      await fetch(`${url}/2010-04-01/Accounts/${ACCOUNT}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${ACCOUNT}:secret`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(form).toString(),
      })
    ).status;

  it('refuses a call without a number, and a change that changes nothing: the judge is awake', async () => {
    expect(await post('/Calls.json', { From: person.from, Url: person.answeredUrl })).toBe(422);
    expect(await post(`/Calls/${CALL}.json`, {})).toBe(422);
    expect(await post(`/Calls/${CALL}.json`, { Status: 'over' })).toBe(422);
  });

  it('accepts all of it, and knows every field', async () => {
    await askAll(controlAt(url));
    // Prism reads no list out of a form, however it is sent; the rest of that request is put to it as it was sent.
    const seen: { path: string; form: URLSearchParams }[] = [];
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        seen.push({ path: request.url ?? '', form: new URLSearchParams(Buffer.concat(parts).toString('utf8')) });
        response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sid: CALL }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const recorder = controlAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await askAll(recorder);
    expect(await recorder.ring(person)).toBe(CALL);
    server.closeAllConnections();
    server.close();
    // Prism drops form fields it does not know instead of refusing them, so they are compared here.
    const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Description;
    const known = (ending: string) => {
      const [path = ''] = Object.keys(paths).filter((one) => one.endsWith(ending));
      return Object.keys(paths[path]!.post.requestBody.content['application/x-www-form-urlencoded'].schema.properties);
    };
    expect(seen).toHaveLength(6);
    for (const { path, form } of seen) {
      const fields = known(path.endsWith('/Calls.json') ? '/Calls.json' : '/Calls/{Sid}.json');
      expect(fields).toEqual(expect.arrayContaining([...form.keys()]));
    }
    const placed = seen.at(-1)!.form;
    expect(placed.getAll('StatusCallbackEvent')).toEqual(['ringing', 'answered', 'completed']);
    placed.delete('StatusCallbackEvent');
    expect(await post('/Calls.json', Object.fromEntries(placed))).toBe(201);
    const twiml = seen.map(({ form }) => form.get('Twiml')).filter((each) => each !== null);
    expect(twiml).toHaveLength(3);
    expect(twiml.every((each) => each.includes('Tom &amp; ') && each.length <= 4_000)).toBe(true);
  });
});
