import { answerFromClinic } from '../clinic-answers';
import { heardAsAsked } from '../misheard-question';
import { declareTool, done, refuse, words } from './tool';

export const clinicInformation = declareTool({
  name: 'clinic_information',
  description:
    'Answers a question about the clinic (hours, address, parking, prices, what to bring) from the clinic’s own entries, and from nothing else.',
  shape: { question: words(500, 'The caller’s question in their own words.') },
  writes: false,
  books: false,
  run: (input, context) => {
    const asked = (question: string) => answerFromClinic(question, context.clinic, context.sentences);
    const heard = context.conversation.channel === 'voice' ? heardAsAsked(input.question, context.clinic) : undefined;
    const found = asked(input.question) ?? (heard === undefined ? undefined : asked(heard));
    if (found === undefined) {
      return Promise.resolve(
        refuse('not_known', context.say('information.unknown'), ['take_message', 'transfer_to_person']),
      );
    }
    context.state = { ...context.state, answers: [...context.state.answers, found.answer].slice(-10) };
    return Promise.resolve(done({ answer: found.answer, source: found.source }, found.answer, ['find_slots']));
  },
});
