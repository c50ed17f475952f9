import { Injectable } from '@nestjs/common';
import { ClsService } from 'nestjs-cls';
import { AppError } from './app-error';
import type { Session } from './session';

/** Who acts: written on audit rows, never a name or a number of a patient. */
export interface Actor {
  readonly kind: 'staff' | 'api_key' | 'patient' | 'agent' | 'system';
  readonly id: string;
  /** The door they came through; absent for the product's own work. */
  readonly channel?: 'rest' | 'sms' | 'voice';
  /** Address of the request's sender, where it is the actor's own (not the carrier's). */
  readonly ip?: string;
}

export interface OpenTransaction {
  readonly session: Session;
  readonly afterCommit: (() => void)[];
  /** Set while its request is under an Idempotency-Key. */
  lead?: KeyLead;
}

/** The look at an Idempotency-Key, which goes out before the transaction's first statement. */
export interface KeyLead {
  readonly principal: string;
  readonly key: string;
  readonly look: () => void;
  /** A glance found what it asked for and no answer under the key. */
  clear: boolean;
}

interface ScopeStore {
  clinicId: string;
  actor: Actor;
  clockOffsetMs: number;
  transaction?: OpenTransaction;
}

const STORE = Symbol('clinic-scope');
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The clinic a request, call, text or job works for. Entered explicitly at every door; code inside asks it instead of
 * carrying ids by hand, and the database's row-level security repeats the same answer below.
 */
@Injectable()
export class ClinicScope {
  /** Set by the test clock alone: how far a clinic's domain time is from real time, in milliseconds. */
  offsetOf: (clinicId: string) => Promise<number> = () => Promise.resolve(0);

  constructor(private readonly cls: ClsService) {}

  /** Runs `work` inside one clinic. A scope inside a scope replaces it and starts without an open transaction. */
  async run<T>(clinicId: string, work: () => Promise<T>, actor?: Actor): Promise<T> {
    if (!UUID.test(clinicId)) throw new AppError('no_clinic', 'A clinic id must be a UUID.');
    const clockOffsetMs = await this.offsetOf(clinicId);
    const store: ScopeStore = { clinicId, actor: actor ?? { kind: 'system', id: 'clinicall' }, clockOffsetMs };
    return this.cls.runWith({ [STORE]: store }, work);
  }

  /** Runs `work` with a transaction bound; everything the Database does inside joins it. */
  async withTransaction<T>(transaction: OpenTransaction, work: () => Promise<T>): Promise<T> {
    const store: ScopeStore = { ...this.store(), transaction };
    return this.cls.runWith({ [STORE]: store }, work);
  }

  /** @throws AppError `no_clinic` outside every scope: no clinic means no rows, never all rows. */
  clinicId(): string {
    return this.store().clinicId;
  }

  actor(): Actor {
    return this.store().actor;
  }

  clockOffsetMs(): number {
    return this.peek()?.clockOffsetMs ?? 0;
  }

  transaction(): OpenTransaction | undefined {
    return this.peek()?.transaction;
  }

  active(): boolean {
    return this.peek() !== undefined;
  }

  private peek(): ScopeStore | undefined {
    return this.cls.get<ScopeStore | undefined>(STORE);
  }

  private store(): ScopeStore {
    const store = this.peek();
    if (store === undefined) throw new AppError('no_clinic', 'This work was not given a clinic.');
    return store;
  }
}
