import { ConversationWorld } from './conversation-world';
import type { ClinicWorld, TestCaller, TestClinic } from './conversation-world';
import { HostileModel } from './hostile-model';
import type { ModelAnswer } from './hostile-model';

/** One call of a tool, as a model answers it. */
export const call = (name: string, args: Record<string, unknown> = {}): ModelAnswer => ({
  tool_call: { name, arguments: args },
});

/** The model has nothing to add. */
export const nothing: ModelAnswer = { say: '' };

/** The agent with a model that plays what the test says; before each test a clinic and a caller of its own. */
export class HostileTalk {
  world!: ConversationWorld;
  model!: HostileModel;
  clinic!: TestClinic;
  caller!: TestCaller;

  /** Ties itself to the hooks of the spec that asks for it. @param clinic what is different from the usual one. */
  static inThisSpec(clinic: ClinicWorld = {}, variables: Record<string, string> = {}): HostileTalk {
    const talk = new HostileTalk();
    beforeAll(async () => {
      talk.model = await HostileModel.start();
      talk.world = await ConversationWorld.start({ OPENAI_BASE_URL: talk.model.url, ...variables });
    });
    afterAll(async () => {
      await talk.world.stop();
      await talk.model.stop();
    });
    beforeEach(async () => {
      talk.clinic = await talk.world.clinic(clinic);
      talk.caller = await talk.clinic.caller();
      talk.model.plays();
      talk.model.usage = undefined;
      talk.model.otherwise = () => nothing;
    });
    return talk;
  }

  /** The caller says it and the model answers so; afterwards it has nothing to add. @returns what was sent. */
  turn(words: string, ...answers: ModelAnswer[]): Promise<string> {
    this.model.plays(...answers, nothing);
    return this.caller.say(words);
  }
}
