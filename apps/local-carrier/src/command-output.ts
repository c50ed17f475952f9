import { appointmentsOf, type ListedAppointment, OtherClinic, type Parties } from './patient-appointments';
import type { CarrierEnvironment } from './environment';

export interface Turn {
  readonly who: 'patient' | 'clinic';
  readonly text: string;
  /** Milliseconds since the conversation began. */
  readonly atMs: number;
}

/** Where lines go: what was asked for, and what is told beside it. */
export interface Printer {
  answer(line: string): void;
  aside(line: string): void;
}

export const processPrinter: Printer = {
  answer: (line) => void process.stdout.write(`${line}\n`),
  aside: (line) => void process.stderr.write(`${line}\n`),
};

/** Prints a conversation as it happens: for people on stdout; beside a JSON answer on stderr. */
export class CommandOutput {
  readonly turns: Turn[] = [];

  constructor(
    private readonly json: boolean,
    private readonly printer: Printer,
  ) {}

  say(line: string): void {
    if (this.json) this.printer.aside(line);
    else this.printer.answer(line);
  }

  turn(turn: Turn): void {
    this.turns.push(turn);
    const at = (turn.atMs / 1_000).toFixed(1).padStart(6);
    this.say(`${at} s  ${turn.who.padEnd(7)}  ${turn.text}`);
  }

  /** Ends the command: the patient's appointments below the thread, or the one JSON object. */
  async finish(
    environment: CarrierEnvironment,
    parties: Parties,
    readySeconds: number | undefined,
  ): Promise<ListedAppointment[]> {
    let appointments: ListedAppointment[] = [];
    let trouble: string | undefined;
    try {
      appointments = await appointmentsOf(environment, parties);
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
      this.printer.aside(trouble);
      // A call to a clinic whose key is not here is a good call all the same.
      if (!(error instanceof OtherClinic)) process.exitCode = 1;
    }
    if (this.json) {
      const more = { ...(readySeconds === undefined ? {} : { readySeconds }), ...(trouble ? { error: trouble } : {}) };
      this.printer.answer(JSON.stringify({ turns: this.turns, appointments, ...more }));
      return appointments;
    }
    this.say('');
    this.say(
      appointments.length === 0 ? `No appointments for ${parties.patient}.` : `Appointments for ${parties.patient}:`,
    );
    for (const each of appointments) {
      this.say(`  ${each.startsAt}  ${each.status.padEnd(9)}  ${each.doctor} (${each.specialty})  ${each.patient}`);
    }
    return appointments;
  }
}

/** Runs a command's body and turns whatever goes wrong into one sentence and exit code 1. */
export function runCommand(body: (args: string[]) => Promise<void>): void {
  body(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
