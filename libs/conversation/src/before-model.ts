import { Injectable } from '@nestjs/common';
import { asksForPerson, emergencyIn, emergencyOver, wordsOf } from '@clinicall/language';
import { TasksService } from '@clinicall/identity';
import { Events } from '@clinicall/platform';
import { CallbackDetails } from './callback-details';
import type { Channel } from './entities/conversation.entity';
import { connectToPerson } from './tools/transfer-to-person';
import type { Turn } from './turn';

const MOST_ASKED = 2;

/** What the event EmergencyRaised tells: where to look, and nothing that was said. */
export interface EmergencyFacts {
  readonly conversationId: string;
  readonly taskId: string;
  readonly kind: 'medical' | 'crisis';
  readonly channel: Channel;
}

/** What code decides by itself, before any model hears the words: emergencies first, then a person for whoever wants one. */
@Injectable()
export class BeforeModel {
  constructor(
    private readonly tasks: TasksService,
    private readonly events: Events,
    private readonly callbacks: CallbackDetails,
  ) {}

  /** @returns true when the turn has been answered. */
  async answers(turn: Turn): Promise<boolean> {
    const { context, output } = turn;
    const found = emergencyIn(context.caller.now, context.clinic.clinic.settings.emergencyWords);
    if (found.emergency) {
      await this.raise(found.kind ?? 'medical', turn);
      return true;
    }
    if (asksForPerson(context.caller.now) || acceptsPerson(turn)) {
      turn.guards.push({ guard: 'person', action: 'raised', reason: 'the caller asked for a person', text: null });
      output.code(await connectToPerson('asked for a person', context), false);
      return true;
    }
    if (context.state.emergency !== null) return this.afterEmergency(turn);
    if (await this.callbacks.answers(turn)) return true;
    if (/[\p{L}\p{N}]/u.test(context.caller.now)) return false;
    output.code(context.say('notHeard'), true);
    context.ask(...turn.opening.asked);
    return true;
  }

  /** What `answers` will say of an emergency in these words; undefined where there is none. */
  urgent(turn: Turn): string | undefined {
    const { caller, clinic } = turn.context;
    const found = emergencyIn(caller.now, clinic.clinic.settings.emergencyWords);
    return found.emergency ? this.notice(found.kind ?? 'medical', turn) : undefined;
  }

  /** Booking stops, staff are told, a person is offered. Said again, it is answered again but not told twice. */
  private async raise(kind: 'medical' | 'crisis', turn: Turn): Promise<void> {
    const { context } = turn;
    const { id: conversationId, channel, from } = context.conversation;
    const patientId = context.state.identified?.patientId;
    if (context.state.emergency === null) {
      const about = { conversationId, ...(patientId === undefined ? {} : { patientId }) };
      const data = { kind, words: context.caller.now, callbackNumber: from, channel };
      const taskId = await this.tasks.open('emergency', data, about);
      const raised: EmergencyFacts = { conversationId, taskId, kind, channel };
      await this.events.emit('EmergencyRaised', { ...raised });
    }
    context.state = { ...context.state, emergency: { kind, asked: 1 }, readBack: null };
    context.escalated = true;
    context.offerPerson();
    turn.guards.push({ guard: 'emergency', action: 'raised', reason: kind, text: null });
    turn.output.code(this.notice(kind, turn), true, true);
  }

  private notice(kind: 'medical' | 'crisis', turn: Turn): string {
    const { context } = turn;
    const { emergencyNumber: number, crisisNumber: crisis } = context.clinic.clinic.settings;
    if (kind === 'crisis' && crisis !== undefined) return context.say('emergency.crisis', { number, crisis });
    if (kind === 'crisis') return context.say('emergency.crisisAlone', { number });
    return context.say(`emergency.medical.${context.conversation.channel === 'voice' ? 'voice' : 'text'}`, { number });
  }

  /** Until it is clear that nobody is in danger, nothing is booked; after two tries the caller's words go on. */
  private afterEmergency(turn: Turn): Promise<boolean> {
    const { context, output } = turn;
    const { emergency } = context.state;
    const over = context.caller.answer === 'no' || emergencyOver(context.caller.now);
    if (emergency === null || over || emergency.asked >= MOST_ASKED) {
      context.state = { ...context.state, emergency: null };
      if (!over || wordsOf(context.caller.now).length > 8) return Promise.resolve(false);
      output.code(context.say('emergency.over'), true);
      context.ask('anything_else');
      return Promise.resolve(true);
    }
    context.state = { ...context.state, emergency: { ...emergency, asked: emergency.asked + 1 } };
    context.offerPerson();
    output.code(context.say('emergency.again', { number: context.clinic.clinic.settings.emergencyNumber }), true, true);
    return Promise.resolve(true);
  }
}

/** Code offered a person in its last words, and the caller says yes. */
function acceptsPerson({ context }: Turn): boolean {
  const { personOfferedIn, turn } = context.state;
  return personOfferedIn === turn - 1 && context.caller.answer === 'yes';
}
