import { ConversationWorld } from './conversation-world';
import { HostileModel } from './hostile-model';

export interface ScriptedWorld {
  readonly world: ConversationWorld;
  readonly model: HostileModel;
}

/**
 * The agent on a database of its own, with a model that says what a spec tells it, for all tests of a file.
 * @param made takes both, before the first test.
 */
export function playScripted(made: (both: ScriptedWorld) => unknown, variables: Record<string, string> = {}): void {
  let both: ScriptedWorld;
  beforeAll(async () => {
    const model = await HostileModel.start();
    both = { world: await ConversationWorld.start({ OPENAI_BASE_URL: model.url, ...variables }), model };
    made(both);
  });
  afterAll(async () => {
    await both.world.stop();
    await both.model.stop();
  });
}
