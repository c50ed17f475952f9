import { Injectable } from '@nestjs/common';
import { Agent, ConversationsService } from '@clinicall/conversation';
import type { ConversationView } from '@clinicall/conversation';
import { ClinicsService, spokenBy, TasksService } from '@clinicall/identity';
import type { ClinicView } from '@clinicall/identity';
import { detectEmergency, detectLanguage, phrase } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { Database } from '@clinicall/platform';
import { languageFor } from './appointment-texts';
import { InboundTextsRepository } from './inbound-texts.repository';
import type { InboundRow } from './inbound-texts.repository';
import { OfferTexts } from './offer-texts';
import { ThreadsRepository } from './threads.repository';

/** Tries to answer one text before a person takes over. */
const MOST_TRIES = 3;
/** Longest turn of an agent; its own deadlines are shorter. */
const TURN_MS = 90_000;
/** Our texts say "Reply C to change or cancel": the one letter stands for the wish. */
const CHANGE = /^\W*c\W*$/i;

export interface TextReply {
  readonly words: string;
  readonly conversationId: string | null;
}

/** One text in, the words of its answer out: the agent's, or a sentence of the catalogue where no agent is needed. */
@Injectable()
export class TextTalk {
  constructor(
    private readonly agent: Agent,
    private readonly conversations: ConversationsService,
    private readonly threads: ThreadsRepository,
    private readonly texts: InboundTextsRepository,
    private readonly clinics: ClinicsService,
    private readonly tasks: TasksService,
    private readonly database: Database,
    private readonly offers: OfferTexts,
  ) {}

  /** @throws what the agent throws; the same text is then asked about again. */
  async reply(text: InboundRow): Promise<TextReply> {
    if (text.attempts > MOST_TRIES) return this.giveUp(text);
    if (text.body.trim() === '') {
      const words = await this.sentence(text, text.mediaCount > 0 ? 'media' : 'no_words');
      return { words, conversationId: text.conversationId };
    }
    const offered = await this.offers.answer(text.from, text.body);
    if (offered !== undefined) {
      const words = await this.sentence(text, offered.key, offered.language);
      return { words, conversationId: text.conversationId };
    }
    const known = await this.replyBeforeCrash(text);
    if (known !== undefined) return { words: known, conversationId: text.conversationId };
    const conversation = await this.conversation(text);
    const said = CHANGE.test(text.body) ? phrase(conversation.language, 'messaging:change_wish') : text.body;
    return { words: await this.ask(conversation.id, said), conversationId: conversation.id };
  }

  /** A sentence of our own, in the thread's language unless another one is named. */
  async sentence(text: InboundRow, key: string, language?: Language): Promise<string> {
    const clinic = await this.clinics.current();
    return phrase(languageFor(clinic, language ?? (await this.languageOf(text, clinic))), `messaging:${key}`, {
      clinic: clinic.name,
      phone: text.to,
    });
  }

  /** Somebody who asked for silence writes: no answer may go out, but somebody should know. */
  async leaveToStaff(text: InboundRow): Promise<void> {
    await this.database.transaction(async () => {
      const known = await this.texts.hasIgnored(text.threadId);
      if (!(await this.texts.settle(text.id, 'ignored', null))) return;
      const { emergency } = detectEmergency(text.body);
      if (emergency) await this.tasks.open('emergency', { textId: text.id, reason: 'texted_after_opting_out' });
      else if (!known) await this.tasks.open('call_back', { textId: text.id, reason: 'texted_after_opting_out' });
    });
  }

  private async ask(conversationId: string, words: string): Promise<string> {
    const pieces: string[] = [];
    const signal = AbortSignal.timeout(TURN_MS);
    for await (const output of this.agent.reply({ conversationId, text: words }, signal)) {
      // A filler only bridges a silence, and a text knows none.
      if (output.type === 'say' && output.kind !== 'filler' && output.text.trim() !== '')
        pieces.push(output.text.trim());
    }
    return pieces.join(' ');
  }

  /** Half an hour of silence, told by the clinic's clock, makes a new one. */
  private async conversation(text: InboundRow): Promise<ConversationView> {
    if (text.conversationId !== null) return this.conversations.resume(text.conversationId);
    const clinic = await this.clinics.current();
    const opened = await this.conversations.open({
      channel: 'sms',
      from: text.from,
      to: text.to,
      language: await this.languageOf(text, clinic),
    });
    await this.database.transaction(async () => {
      await this.texts.begin(text.id, opened.id, opened.turnCount);
      await this.threads.follow(text.threadId, opened.id, opened.language);
    });
    return opened;
  }

  /** The agent answered, and whoever asked it died before the answer was written down here. */
  private async replyBeforeCrash(text: InboundRow): Promise<string | undefined> {
    const { conversationId, turnsBefore } = text;
    if (conversationId === null || turnsBefore === null) return undefined;
    const { turns } = await this.conversations.read(conversationId);
    // Each turn has two numbers: the caller's words are odd, ours are even.
    return turns.find(({ who, seq }) => who === 'agent' && seq > turnsBefore * 2)?.text;
  }

  private async giveUp(text: InboundRow): Promise<TextReply> {
    const { conversationId } = (await this.threads.get(text.threadId)) ?? { conversationId: null };
    const about = { conversationId: conversationId ?? undefined };
    await this.tasks.open('call_back', { textId: text.id, reason: 'text_could_not_be_answered' }, about);
    return { words: await this.sentence(text, 'gave_up'), conversationId };
  }

  private async languageOf(text: InboundRow, clinic: ClinicView): Promise<Language> {
    const thread = await this.threads.get(text.threadId);
    return detectLanguage(text.body, thread?.language ?? languageFor(clinic), spokenBy(clinic));
  }
}
