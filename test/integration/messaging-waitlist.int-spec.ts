import { WaitlistService } from '@clinicall/scheduling';
import { PatientUpdates } from '../../libs/scheduling/src/patient-updates.service';
import { eventually } from '../support/eventually';
import { startTextNetwork } from '../support/text-network';
import type { TextNetwork } from '../support/text-network';
import { Visits } from '../support/visits';

let handsets = 0;
const handset = () => `+1212559${String(1000 + handsets++)}`;

describe('texts about freed times', () => {
  let network: TextNetwork;
  let visits: Visits;

  beforeAll(async () => {
    network = await startTextNetwork();
    visits = await Visits.of(network);
  });
  afterAll(() => network.stop());
  beforeEach(() => network.setClock('2027-05-03T09:00:00-04:00'));

  const waitlist = () => network.app.get(WaitlistService, { strict: false });
  const join = (patientId: string) =>
    network.inside(() => waitlist().join({ patientId, specialty: 'Cardiology', source: 'staff' }));
  const status = async (id: string) => (await network.inside(() => waitlist().get(id))).status;
  const texts = (phone: string, count: number) =>
    eventually(
      () => {
        const shown = network.screen(phone);
        return shown.length >= count ? shown : undefined;
      },
      `${count} texts on the screen`,
      20_000,
    );
  const says = async (phone: string, words: string) => {
    const answer = await network.post('/api/v1/sms/webhook', network.form(phone, words));
    return answer.body.replace(/<[^>]+>/g, '').trim();
  };

  it('offer it to the one who waits longest, move on at PASS, and book at TAKE, once', async () => {
    const [first, second] = [handset(), handset()];
    const visit = await visits.book('2027-05-10T14:30:00-04:00', await visits.patient(handset()));
    const one = await join(await visits.patient(first));
    const two = await join(await visits.patient(second, 'es'));
    await visits.cancel(visit);
    expect(await texts(first, 1)).toEqual([
      'Harbor Clinic: a time with Dr. Ruth Adler is free, Monday, May 10 at 2:30 PM. It is kept for you until 9:30 AM. Reply TAKE to book it, PASS to let it go, STOP for no more texts.',
    ]);
    expect(network.screen(second)).toEqual([]);
    expect(await says(first, 'Pass.')).toMatch(/^All right, somebody else/);
    expect((await texts(second, 1))[0]).toMatch(/^Harbor Clinic: hay una cita libre con Ruth Adler/);
    expect(await says(first, 'TAKE')).toMatch(/^Sorry, that time is not kept/);
    expect(await says(second, 'tomar')).toBe('Gracias, esa cita queda reservada para usted.');
    expect(await says(second, 'TOMAR')).toBe('Gracias, esa cita queda reservada para usted.');
    expect((await texts(second, 2))[1]).toMatch(/queda reservada/);
    expect([await status(one), await status(two)]).toEqual(['waiting', 'booked']);
    expect(network.model.heard).toEqual([]);
    await network.inside(() => waitlist().withdraw(one));
  });

  it('go to nobody who did not agree, nor do confirmations', async () => {
    const phone = handset();
    const patientId = await visits.patient(phone);
    await network.inside(() =>
      network.app.get(PatientUpdates, { strict: false }).update(patientId, { contactConsent: false }),
    );
    await visits.book('2027-05-11T14:30:00-04:00', patientId);
    const other = handset();
    await visits.book('2027-05-12T14:30:00-04:00', await visits.patient(other));
    await texts(other, 1);
    expect(network.screen(phone)).toEqual([]);
  });

  it('leave the same word to the assistant when nothing is on offer', async () => {
    network.model.answer = () => ({ text: 'What would you like to take?' });
    expect(await says(handset(), 'take')).toBe('What would you like to take?');
  });
});
