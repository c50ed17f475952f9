import type { Verb } from '../twiml';
import { childElements } from '../xml';
import { ConversationRelay, type RelaySettings } from './conversation-relay';
import { MediaStream, type StreamSettings } from './media-stream';
import { absolute, GO_ON, methodOf, type Next, type Scene } from './scene';

const MOST_CHARACTERS = 500;

/** `<Connect><Stream>`: the call's sound goes to a WebSocket and back until that socket, or the document, ends. */
export async function connect(scene: Scene, verb: Verb): Promise<Next> {
  const relay = childElements(verb).find((child) => child.name === 'ConversationRelay');
  if (relay) return connectRelay(scene, verb, relay);
  const element = childElements(verb).find((child) => child.name === 'Stream');
  if (!element) {
    scene.network.events.alert(12200, scene.call.sid, '<Connect> needs <Stream> or <ConversationRelay>');
    return GO_ON;
  }
  const settings = readStream(scene, element);
  if (settings) await new MediaStream(scene.call, scene.network, settings).run(scene.signal);
  const { action } = verb.attributes;
  if (action === undefined || scene.signal.aborted) return GO_ON;
  return { kind: 'go', url: absolute(scene, action), method: methodOf(verb), form: {} };
}

async function connectRelay(scene: Scene, verb: Verb, element: Verb): Promise<Next> {
  const settings = readStream(scene, element);
  if (!settings) return GO_ON;
  const { language = 'en-US', dtmfDetection, partialPrompts } = element.attributes;
  const read: RelaySettings = {
    url: settings.url,
    parameters: settings.parameters,
    language,
    dtmf: dtmfDetection === 'true',
    partials: partialPrompts === 'true',
  };
  const relay = new ConversationRelay(scene, read);
  await relay.run();
  const { action } = verb.attributes;
  if (action === undefined || scene.signal.aborted) return GO_ON;
  const form: Record<string, string> = { SessionId: relay.sid, SessionStatus: 'ended' };
  if (relay.handoffData !== undefined) form.HandoffData = relay.handoffData;
  return { kind: 'go', url: absolute(scene, action), method: methodOf(verb), form };
}

function readStream(scene: Scene, element: Verb): StreamSettings | null {
  const given = element.attributes.url ?? '';
  const url = /^\w+:/.test(given) ? given : absolute(scene, given).replace(/^http/, 'ws');
  const refuse = (code: number, reason: string): null => {
    scene.network.events.alert(code, scene.call.sid, `<Stream url="${given}"> ${reason}`);
    return null;
  };
  if (!URL.canParse(url)) return refuse(31923, 'is no URL');
  const { protocol, hostname, search } = new URL(url);
  const near = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'wss:' && !(protocol === 'ws:' && near)) return refuse(31922, 'must be wss');
  if (search !== '') return refuse(31920, 'must have no query');
  const parameters: Record<string, string> = {};
  for (const child of childElements(element).filter(({ name }) => name === 'Parameter')) {
    const { name = '', value = '' } = child.attributes;
    if (name.length + value.length > MOST_CHARACTERS) return refuse(31923, `has a parameter ${name} that is too long`);
    parameters[name] = value;
  }
  const { name, statusCallback } = element.attributes;
  return { url, parameters, name, statusCallback: statusCallback && absolute(scene, statusCallback) };
}
