import { foldName, judgeAnswer, understandDateOfBirth, type SpeechContext } from '@clinicall/language';
import type { ChatMessage, ToolCall } from '../src/chat-messages';
import { askedBy, names, type Args, type Result, type SimulatedWorld, type Slot } from './simulated-world';
import { decide } from '../src/dialogue/decide';
import { searched } from './simulated-search';

/** The product as the engine sees it, small enough to read: tools with the results the product gives, and the state line. */
export class SimulatedClinic {
  readonly history: ChatMessage[] = [];
  readonly calls: { tool: string; args: Args; result: Result }[] = [];
  readonly messages: string[] = [];
  appointments: { doctor: string; startsAt: string; patient: string }[];
  waitlist = 0;
  ended = false;
  transferred = false;
  private free: Slot[];
  private patients: { name: string; dob: string }[];
  private offers: (Slot & { option: number })[] = [];
  private held: (Slot & { option: number }) | null = null;
  private readBack: ({ action: string } & Args) | null = null;
  private identified: { name: string } | null = null;
  private staged: { name: string; dob: string } | null = null;
  private asked: string[] = [];
  private lastText = '';
  private turn = 0;
  private readIn = 0;
  private numbers = 0;
  private listed: { appointment: number; doctor: string; startsAt: string }[] = [];

  constructor(private readonly world: SimulatedWorld) {
    this.appointments = [...(world.appointments ?? [])];
    this.patients = [...world.patients];
    this.free = world.doctors.flatMap(({ name, specialty, free }) =>
      free.map((startsAt) => ({ doctor: name, specialty, startsAt })),
    );
  }

  /** One utterance to the end of the turn: every sentence the caller then hears. */
  hear(text: string): string {
    this.history.push({ role: 'user', content: text });
    this.lastText = text;
    this.turn++;
    const heard: string[] = [];
    for (let round = 0; round < 8; round++) {
      const { content, toolCalls } = decide({ messages: [this.system(), ...this.history], tools: names });
      if (content !== '') {
        heard.push(content);
        this.asked = askedBy(content);
      }
      const calls: ToolCall[] = toolCalls.map((call) => ({
        id: `call_${this.numbers++}`,
        name: call.name,
        arguments: JSON.stringify(call.arguments),
      }));
      this.history.push({ role: 'assistant', content, toolCalls: calls });
      if (calls.length === 0) return heard.join(' ');
      for (const call of calls) {
        const args = JSON.parse(call.arguments) as Args;
        const result = this.run(call.name, args);
        this.calls.push({ tool: call.name, args, result });
        this.history.push({ role: 'tool', content: JSON.stringify(result), toolCallId: call.id });
        if (result.say) heard.push(result.say);
      }
    }
    throw new Error(`the engine goes round in circles after "${text}": ${JSON.stringify(this.calls.slice(-4))}`);
  }

  /** What is booked, as `Doctor YYYY-MM-DDTHH:mm Patient`. */
  rows(): string[] {
    return this.appointments.map((row) => `${row.doctor} ${row.startsAt} ${row.patient}`).sort();
  }

  private system(): ChatMessage {
    const state = {
      now: this.world.now,
      timezone: 'America/New_York',
      language: this.world.language,
      channel: 'sms',
      clinic: { name: 'Harbor Clinic', country: 'US', hours: 'Monday to Friday 08:00 to 18:00' },
      specialties: [...new Set(this.world.doctors.map((doctor) => doctor.specialty))],
      doctors: this.world.doctors.map(({ name, specialty }) => ({ name, specialty })),
      identified: this.identified,
      asked: this.asked,
      offers: this.offers.map((offer) => ({
        ...offer,
        startsAt: `${offer.startsAt}:00-04:00`,
        spoken: offer.startsAt,
      })),
      held: this.held && { option: this.held.option, doctor: this.held.doctor, startsAt: this.held.startsAt },
      readBack: this.readBack && this.readIn >= this.turn - 1 ? this.readBack : null,
    };
    return { role: 'system', content: `You answer for the clinic.\nClinicall-State: ${JSON.stringify(state)}` };
  }

  private context(): SpeechContext {
    return { now: this.world.now, timezone: 'America/New_York', language: this.world.language, country: 'US' };
  }

  private run(tool: string, args: Args): Result {
    const tools: Record<string, (args: Args) => Result> = {
      list_doctors: () => ({ ok: true, say: this.world.doctors.map((doctor) => doctor.name).join(', ') }),
      find_slots: (given) => this.find(given),
      hold_slot: (given) => this.hold(given),
      confirm_appointment: () => this.confirm(),
      list_my_appointments: () => this.list(),
      cancel_appointment: (given) => this.cancel(given),
      reschedule_appointment: (given) => this.reschedule(given),
      identify_patient: (given) => this.identify(given),
      register_patient: (given) => this.register(given),
      join_waitlist: () => this.joinWaitlist(),
      clinic_information: (given) =>
        String(given['question']).includes('elephants')
          ? { ok: false, reason: 'not_known', say: 'I can take a message.' }
          : { ok: true, say: 'We do.' },
      take_message: (given) => {
        this.messages.push(String(given['message']));
        return { ok: true, taken: true, say: 'Message taken.' };
      },
      transfer_to_person: () => {
        this.transferred = true;
        return { ok: true, transferring: true, say: 'One moment.' };
      },
      end_conversation: () => {
        this.ended = true;
        return { ok: true, ending: true, say: 'Goodbye.' };
      },
    };
    return tools[tool]?.(args) ?? { ok: false, reason: 'invalid_arguments' };
  }

  private find(args: Args): Result {
    const doctor = typeof args['doctor'] === 'string' ? this.doctorMeant(args['doctor']) : null;
    const search = searched({ ...args, doctor }, this.free, this.world.doctors, this.context());
    if ('refused' in search) {
      this.asked = search.asks ?? this.asked;
      return search.refused;
    }
    const { found } = search;
    Object.assign(this, { held: null, readBack: null });
    this.offers = found.slice(0, 3).map((slot, index) => ({ ...slot, option: index + 1 }));
    this.asked = found.length > 0 ? ['option'] : ['date', 'time'];
    if (found.length === 0) return { ok: false, reason: 'no_slots', say: 'Nothing free then.', next: ['find_slots'] };
    return { ok: true, options: this.offers, say: this.offers.map((o) => `${o.doctor} ${o.startsAt}`).join('; ') };
  }

  /** "The same doctor as last time" is for the product to know. */
  private doctorMeant(said: string): string {
    const own = this.appointments.find((row) => row.patient === this.identified?.name);
    return /\b(?:same|mismo)\b/.test(said) && own ? own.doctor : said;
  }

  private hold(args: Args): Result {
    const slot = this.offers.find((offer) => offer.option === args['option']);
    if (!slot) return { ok: false, reason: 'not_offered', say: 'Not offered.' };
    this.held = slot;
    return { ok: true, held: slot, say: this.identified ? this.readHeld() : this.askWho() };
  }

  private askWho(): string {
    this.asked = ['name', 'dob'];
    return 'Full name and date of birth?';
  }

  private readHeld(): string {
    this.asked = ['confirm'];
    this.readIn = this.turn;
    this.readBack = { action: 'book', doctor: this.held?.doctor, startsAt: `${this.held?.startsAt ?? ''}:00-04:00` };
    return `Shall I book ${this.held?.doctor ?? ''} ${this.held?.startsAt ?? ''}?`;
  }

  private agreed(action: string): boolean {
    return (
      this.readIn === this.turn - 1 &&
      this.readBack?.action === action &&
      judgeAnswer(this.lastText, this.world.language) === 'yes'
    );
  }

  private confirm(): Result {
    if (!this.held) return { ok: false, reason: 'nothing_held', say: 'Nothing is held.' };
    if (this.staged && this.agreed('book')) {
      this.patients.push(this.staged);
      this.identified = this.staged;
    }
    if (!this.identified) return { ok: false, reason: 'needs_identity', say: this.askWho() };
    if (!this.agreed('book')) return { ok: false, reason: 'needs_yes', say: this.readHeld() };
    const { doctor, startsAt } = this.held;
    this.appointments.push({ doctor, startsAt, patient: this.identified.name });
    this.free = this.free.filter((slot) => slot.doctor !== doctor || slot.startsAt !== startsAt);
    Object.assign(this, { held: null, readBack: null, offers: [], staged: null });
    return { ok: true, appointment: { doctor, startsAt }, say: 'Booked.' };
  }

  /** Numbers stay what they were when the list was read out. */
  private own(fresh = false): { appointment: number; doctor: string; startsAt: string }[] {
    if (!fresh) return this.listed;
    const own = this.appointments.filter((row) => row.patient === this.identified?.name);
    this.listed = own.map((row, index) => ({
      appointment: index + 1,
      doctor: row.doctor,
      specialty: this.world.doctors.find(({ name }) => name === row.doctor)?.specialty,
      startsAt: `${row.startsAt}:00-04:00`,
    }));
    return this.listed;
  }

  private list(): Result {
    if (!this.identified) return { ok: false, reason: 'needs_identity', say: this.askWho() };
    const appointments = this.own(true);
    this.asked = [];
    return {
      ok: true,
      appointments,
      say: appointments.map((row) => `${row.doctor} ${row.startsAt}`).join('; ') || 'None.',
    };
  }

  private ask(action: string, args: Args): Result {
    this.readIn = this.turn;
    this.readBack = { action, ...args };
    this.asked = ['confirm'];
    return { ok: false, reason: 'needs_yes', say: `Shall I ${action}?` };
  }

  private cancel(args: Args): Result {
    const row = this.own().find((own) => own.appointment === args['appointment']);
    if (!row) return { ok: false, reason: 'invalid_arguments', choices: this.own() };
    if (!this.agreed('cancel')) return this.ask('cancel', args);
    this.remove(row);
    return { ok: true, cancelled: row, say: 'Cancelled.' };
  }

  private remove(row: { doctor: string; startsAt: string }): void {
    this.appointments = this.appointments.filter(
      (kept) => kept.doctor !== row.doctor || !row.startsAt.startsWith(kept.startsAt),
    );
    Object.assign(this, { readBack: null });
  }

  private reschedule(args: Args): Result {
    const row = this.own().find((own) => own.appointment === args['appointment']);
    const slot = this.offers.find((offer) => offer.option === args['option']);
    if (!row || !slot) return { ok: false, reason: 'not_offered', say: 'Not offered.' };
    if (!this.agreed('reschedule')) return this.ask('reschedule', args);
    this.remove(row);
    this.appointments.push({ doctor: slot.doctor, startsAt: slot.startsAt, patient: this.identified?.name ?? '' });
    this.offers = [];
    return { ok: true, moved: { from: row, to: slot }, say: 'Moved.' };
  }

  private identify(args: Args): Result {
    const { name, dateOfBirth } = args;
    if (args['code'] !== undefined && args['code'] === this.world.code)
      return this.welcome(this.patients[0]?.name ?? '');
    if (args['sendCode'] === true) {
      this.asked = ['code'];
      return { ok: false, reason: 'code_sent', say: 'What is the code?' };
    }
    if (typeof name !== 'string') return { ok: false, reason: 'needs_name', say: this.askWho() };
    if (typeof dateOfBirth !== 'string') {
      this.asked = ['dob'];
      return { ok: false, reason: 'needs_dob', say: 'Date of birth?' };
    }
    const born = understandDateOfBirth(dateOfBirth, this.context());
    const known = this.patients.find(
      (patient) => foldName(patient.name) === foldName(name) && born.ok && patient.dob === born.date,
    );
    if (!known) {
      this.asked = ['new_patient'];
      return { ok: false, reason: 'no_match', say: 'No match. Are you new here?', next: ['register_patient'] };
    }
    return this.welcome(known.name);
  }

  private welcome(name: string): Result {
    this.identified = { name };
    this.asked = [];
    return { ok: true, identified: this.identified, say: this.held ? this.readHeld() : `Thank you, ${name}.` };
  }

  private register(args: Args): Result {
    const born = understandDateOfBirth(String(args['dateOfBirth']), this.context());
    if (!born.ok) return { ok: false, reason: 'unclear_dob', say: 'Date of birth?' };
    const person = { name: String(args['name']), dob: born.date };
    if (this.held) {
      this.staged = person;
      return { ok: true, staged: true, say: `${person.name}: ${this.readHeld()}` };
    }
    if (!this.agreed('register')) return this.ask('register', args);
    this.patients.push(person);
    Object.assign(this, { identified: person, readBack: null, asked: [] });
    return { ok: true, identified: { name: person.name }, say: 'Registered.' };
  }

  private joinWaitlist(): Result {
    if (!this.identified) return { ok: false, reason: 'needs_identity', say: this.askWho() };
    this.waitlist++;
    return { ok: true, waitlisted: true, say: 'You are on the list.' };
  }
}
