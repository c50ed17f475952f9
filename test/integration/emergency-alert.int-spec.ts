import { StaffService } from '@clinicall/identity';
import { eventually } from '../support/eventually';
import { startTextNetwork } from '../support/text-network';
import type { TextNetwork } from '../support/text-network';

const NURSE = '+12125550177';
const PATIENT = '+12125590009';
const WORDS = 'My father Walter collapsed and is not breathing';

interface Overview {
  readonly emergencies: readonly { taskId: string; conversationId: string; openedAt: string }[];
}

describe('an emergency', () => {
  let network: TextNetwork;
  let token: string;
  beforeAll(async () => {
    network = await startTextNetwork({}, { settings: { alertContact: NURSE } });
    await network.inside(() =>
      network.app.get(StaffService).ensureAdministrator(network.clinicId, 'nurse@example.org', 'correct horse battery'),
    );
    const body = { email: 'nurse@example.org', password: 'correct horse battery' };
    token = ((await call('POST', '/auth/login', body)) as { accessToken: string }).accessToken;
  });
  afterAll(() => network.stop());

  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${network.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return response.json();
  }
  const write = (words: string) => network.post('/api/v1/sms/webhook', network.form(PATIENT, words));
  const emergencies = async () => ((await call('GET', '/overview')) as Overview).emergencies;

  it('reaches somebody who looks at nothing: one text, with the way there and nothing of the patient', async () => {
    await write(WORDS);
    const alert = await eventually(() => network.screen(NURSE)[0], 'the nurse is texted');
    const [shown] = await emergencies();
    expect(alert).toContain(`/#task=${shown?.taskId ?? ''}`);
    expect(alert).not.toMatch(/Walter|breath|father|2559/);
    await write('he is still not breathing');
    await write('no');
    await write(WORDS);
    const told = () => network.rows(`SELECT 1 FROM outbox WHERE clinic_id = $1 AND type = 'EmergencyRaised'`);
    expect(await told()).toHaveLength(2);
    const pending = () => network.rows('SELECT 1 FROM directory.outbox_pending WHERE clinic_id = $1');
    await eventually(async () => (await pending()).length === 0, 'every event is told');
    expect(await network.rows(`SELECT 1 FROM outbound_texts WHERE clinic_id = $1 AND kind = 'alert'`)).toHaveLength(1);
  });

  it('stands on the page until a person has taken care of it', async () => {
    for (const { taskId, conversationId } of await emergencies()) {
      expect(conversationId).toMatch(/-/);
      await call('POST', `/tasks/${taskId}/resolve`, {});
    }
    expect(await emergencies()).toEqual([]);
  });
});
