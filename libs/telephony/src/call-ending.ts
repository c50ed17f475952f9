import type { CallEquipment } from './call-equipment';
import type { EndOfCall } from './talk';

type Exit = Pick<CallEquipment, 'hangUp' | 'transfer' | 'log' | 'watch'>;

/** How a call ends: what was asked for is done once all has been heard. Where the carrier refuses, the call goes on. */
export class CallEnding {
  private asked: EndOfCall | undefined;
  /** The carrier has been told to end or pass on the call; its closing of the stream follows. */
  private carrierTold = false;

  constructor(
    private readonly exit: Exit,
    private readonly goesOn: () => void,
  ) {}

  /** To be done after the last word; a later wish takes the place of an earlier one. */
  ask(how: EndOfCall): void {
    this.asked = how;
  }

  /** The caller went on. */
  forget(): void {
    this.asked = undefined;
  }

  get isAsked(): boolean {
    return this.asked !== undefined;
  }

  get wants(): EndOfCall['type'] | undefined {
    return this.asked?.type;
  }

  /** The carrier speaks in our place, and does what is to follow. */
  leftToCarrier(): void {
    this.asked = undefined;
    this.carrierTold = true;
  }

  get isUnderWay(): boolean {
    return this.carrierTold;
  }

  /** Everything has been heard. */
  begin(): void {
    const how = this.asked;
    if (how === undefined) return;
    this.asked = undefined;
    this.carrierTold = true;
    this.exit.watch.note('end', { reason: how.type });
    const act = how.type === 'hang_up' ? this.exit.hangUp().then(() => true) : this.exit.transfer(how.reason);
    act.then(
      (left) => left || this.stay(),
      (error: unknown) => {
        this.exit.log('the carrier refused to end or transfer the call', { error });
        this.exit.watch.failed('carrier');
        this.stay();
      },
    );
  }

  private stay(): void {
    this.carrierTold = false;
    this.goesOn();
  }
}
