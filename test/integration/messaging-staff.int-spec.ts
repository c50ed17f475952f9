import { ApiKeysService } from '@clinicall/identity';
import { schemaDrift } from '@clinicall/platform';
import { PatientMergesService, PatientsService } from '@clinicall/scheduling';
import { allEntities } from '../../apps/receptionist/src/entities';
import { startTextNetwork } from '../support/text-network';
import type { TextNetwork } from '../support/text-network';

interface Page {
  items: { id: string; direction: string; body: string; status: string; kind: string; at: string }[];
  nextCursor: string | null;
}

describe('texts as staff see them', () => {
  let network: TextNetwork;
  let key: string;
  const [one, other] = ['+12125590001', '+12125590002'];

  beforeAll(async () => {
    network = await startTextNetwork();
    key = (await network.inside(() => network.app.get(ApiKeysService).create('test', ['patients:read']))).key;
    network.model.answer = (words) => ({ text: `I heard ${words}.` });
    for (const [from, body] of [
      [one, 'alpha'],
      [other, 'beta'],
      [one, 'gamma'],
    ] as const) {
      await network.post('/api/v1/sms/webhook', network.form(from, body));
    }
  });
  afterAll(() => network.stop());

  const get = async (query: string, token = key) => {
    const response = await fetch(`${network.url}/api/v1/texts${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, body: (await response.json()) as Page & { code?: string } };
  };

  it('are a thread in both directions, newest first', async () => {
    const { status, body } = await get(`?number=${encodeURIComponent(one)}`);
    expect(status).toBe(200);
    expect(body.items.map(({ direction, body: words, kind }) => [direction, kind, words])).toEqual([
      ['out', 'reply', 'I heard gamma.'],
      ['in', 'text', 'gamma'],
      ['out', 'reply', 'I heard alpha.'],
      ['in', 'text', 'alpha'],
    ]);
    expect(body.nextCursor).toBeNull();
  });

  it('and conversations of a record that was merged away are found under the one that stands', async () => {
    const { app } = network;
    const phone = '+12125590003';
    const register = (name: string) =>
      network.inside(() => app.get(PatientsService).register({ name, dateOfBirth: '1970-02-01', phone }));
    const [gone, stands, stranger] = [
      await register('Peter Lang'),
      await register('Pete Lang'),
      await register('Olga'),
    ];
    await network.rows(
      `UPDATE conversations SET patient_id = $2 WHERE clinic_id = $1 AND from_number = $3`,
      gone.id,
      one,
    );
    const found = async (id: string) => {
      const conversations = await fetch(`${network.url}/api/v1/conversations?patientId=${id}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      const texts = (await get(`?patientId=${id}`)).body.items;
      return [texts.length, ((await conversations.json()) as Page).items.length];
    };
    expect([await found(gone.id), await found(stands.id)]).toEqual([
      [4, 1],
      [0, 0],
    ]);
    await network.inside(() => app.get(PatientMergesService).merge(gone.id, stands.id));
    expect([await found(stands.id), await found(stranger.id)]).toEqual([
      [4, 1],
      [0, 0],
    ]);
  });

  it('come in pages that miss and repeat nothing', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = (await get(`?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).body;
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
  });

  it.each(['?number=12', '?limit=0', '?cursor=abc', '?colour=red'])('refuse %s', async (query) => {
    const { status, body } = await get(query);
    expect([status, body.code]).toEqual([400, 'validation_failed']);
  });

  it('need a token that may read patients, and leave a trace', async () => {
    const { key: lesser } = await network.inside(() => network.app.get(ApiKeysService).create('less', ['tasks']));
    expect((await get('', lesser)).status).toBe(403);
    expect((await fetch(`${network.url}/api/v1/texts`)).status).toBe(401);
    const reads = await network.rows(`SELECT 1 FROM audit_entries WHERE clinic_id = $1 AND action = 'texts.read'`);
    expect(reads.length).toBeGreaterThan(0);
  });

  it('depend on a carrier, and say so when it is away', async () => {
    const degraded = async () => {
      const report = (await (await fetch(`${network.url}/health/ready`)).json()) as { degraded: string[] };
      return report.degraded.filter((line) => line.startsWith('texts'));
    };
    await network.carrier.close();
    expect(await degraded()).toEqual(['texts: the carrier does not answer']);
  });

  it('stand in tables that agree with their entities', async () => {
    expect(await schemaDrift(network.databaseUrl, allEntities)).toEqual([]);
  });
});
