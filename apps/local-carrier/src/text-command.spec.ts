import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLINIC, LittleProduct, PATIENT, specEnvironment } from '../spec-support/little-product';
import { type Carrier, startCarrier } from './carrier';
import type { Printer } from './command-output';
import type { CarrierEnvironment } from './environment';
import { textCommand } from './text-command';

describe('npm run text', () => {
  const product = new LittleProduct();
  let carrier: Carrier;
  let environment: CarrierEnvironment;
  let dataDir: string;
  const appointment = {
    id: 'a1',
    doctor: { id: 'd1', name: 'Ruth Adler' },
    specialty: 'Cardiology',
    startsAt: '2027-05-04T15:00:00-04:00',
    status: 'booked',
    patient: { id: 'p1', name: 'Peter Lang' },
  };

  beforeAll(async () => {
    await product.start();
    dataDir = await mkdtemp('/tmp/carrier-spec-');
    await writeFile(
      join(dataDir, 'local-access.json'),
      JSON.stringify({ apiKey: 'k', baseUrl: product.url, phone: CLINIC }),
    );
    carrier = await startCarrier(specEnvironment(product.url));
    environment = { ...specEnvironment(product.url), port: Number(new URL(carrier.url).port), dataDir };
    product.answer = ({ path, form }) => {
      if (path.startsWith('/health')) return { body: '{}' };
      if (path.startsWith('/api/v1/appointments')) {
        const known = path.includes(encodeURIComponent(PATIENT));
        return {
          type: 'application/json',
          body: JSON.stringify({ items: known ? [appointment] : [], nextCursor: null }),
        };
      }
      return { body: `<Response><Message>You said ${form.Body ?? ''}</Message></Response>` };
    };
  });
  afterAll(async () => {
    await carrier.close();
    await product.stop();
    await rm(dataDir, { recursive: true });
  });

  function printer(): Printer & { answers: string[]; asides: string[] } {
    const [answers, asides]: [string[], string[]] = [[], []];
    return { answers, asides, answer: (line) => answers.push(line), aside: (line) => asides.push(line) };
  }

  it('prints one JSON object with the turns in order and the appointments', async () => {
    const paper = printer();
    await textCommand(['Hi', 'The second one', '--json'], environment, paper);
    expect(paper.answers).toHaveLength(1);
    const { turns, appointments } = JSON.parse(paper.answers[0]!) as {
      turns: { atMs: number }[];
      appointments: unknown;
    };
    expect(turns).toMatchObject([
      { who: 'patient', text: 'Hi' },
      { who: 'clinic', text: 'You said Hi' },
      { who: 'patient', text: 'The second one' },
      { who: 'clinic', text: 'You said The second one' },
    ]);
    expect(turns.map((turn) => turn.atMs)).toEqual(turns.map((turn) => turn.atMs).sort((a, b) => a - b));
    expect(appointments).toEqual([
      {
        id: 'a1',
        doctor: 'Ruth Adler',
        specialty: 'Cardiology',
        startsAt: appointment.startsAt,
        status: 'booked',
        patient: 'Peter Lang',
      },
    ]);
    const listing = product.at('/api/v1/appointments')[0];
    expect(listing?.headers.authorization).toBe('Bearer k');
  });

  it('prints the thread for people, from and to the numbers asked for', async () => {
    const paper = printer();
    await textCommand(['Hello', '--from', '(202) 555-0177', '--to', '+12025550155'], environment, paper);
    const page = paper.answers.join('\n');
    expect(page).toMatch(/patient +Hello\n.*clinic +You said Hello/);
    expect(page).toContain('No appointments for +12025550177.');
    expect(product.at('/api/v1/sms/webhook').at(-1)?.form).toMatchObject({ From: '+12025550177', To: '+12025550155' });
  });

  it('says how it is used', async () => {
    await expect(textCommand([], environment, printer())).rejects.toThrow(/^Usage: npm run text/);
    await expect(textCommand(['Hi', '--from', 'me'], environment, printer())).rejects.toThrow(/^Usage/);
  });
});
