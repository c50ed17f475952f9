import { TraceCollector } from '../spec-support/trace-collector';
import { Environment } from './environment';
import { NO_SPAN, Tracing } from './tracing';

async function traced(endpoint?: string): Promise<Tracing> {
  const tracing = new Tracing(
    Environment.read(endpoint === undefined ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }),
  );
  await tracing.onModuleInit();
  return tracing;
}

describe('traces', () => {
  it('are nothing without an endpoint: one object, whatever is begun', async () => {
    const tracing = await traced();
    const span = tracing.begin({ 'clinicall.channel': 'voice' });
    expect(span).toBe(NO_SPAN);
    expect(span.child('agent', {}, 1).child('tool')).toBe(NO_SPAN);
    await tracing.onApplicationShutdown();
  });

  it('reach a collector with their parents and their times, and nothing in them that is no code', async () => {
    const collector = await TraceCollector.start();
    const tracing = await traced(collector.url);
    const startedAt = performance.now() - 250;
    const turn = tracing.begin({ 'clinicall.channel': 'voice', 'clinicall.turn': 3 }, startedAt);
    const tool = turn.child('tool', { 'gen_ai.tool.name': 'hold_slot' });
    tool.set({ 'clinicall.ok': false, 'clinicall.reason': 'Xanthippe Quillfeather said so' });
    tool.fail('Xanthippe Quillfeather');
    tool.end();
    turn.end();
    await tracing.onApplicationShutdown();
    const [child, root] = collector.spans;
    expect(root).toMatchObject({ name: 'turn', attributes: { 'clinicall.channel': 'voice', 'clinicall.turn': 3 } });
    expect(child).toMatchObject({
      name: 'tool',
      parentSpanId: root?.spanId,
      traceId: root?.traceId,
      attributes: { 'gen_ai.tool.name': 'hold_slot', 'clinicall.ok': false, 'clinicall.reason': '[text]' },
    });
    const tookMs = (Number(root?.endTimeUnixNano) - Number(root?.startTimeUnixNano)) / 1e6;
    expect(tookMs).toBeGreaterThanOrEqual(249);
    expect(collector.bodies.join('')).not.toMatch('Xanthippe');
    expect(collector.bodies.join('')).toMatch('"service.name"');
    await collector.stop();
  });

  it('that nobody takes hold up no shutdown', async () => {
    const tracing = await traced('http://127.0.0.1:9');
    tracing.begin({}).end();
    await tracing.onApplicationShutdown();
  });
});
