import { readFileSync } from 'node:fs';
import type { CallTimelineView } from '../libs/telephony/src/call-timelines.service';
import type { TimelineEntry } from '../libs/telephony/src/call-timeline';

const WIDTH = 1_200;
const LEFT = 110;
const RIGHT = 20;
const ROW = 46;
const TOP = 58;

/** What a row shows: spans from `at` to `until`, or of `ms` that ended at `at`, or moments. */
const ROWS: readonly { readonly name: string; readonly kinds: readonly string[]; readonly colour: string }[] = [
  { name: 'caller', kinds: ['caller'], colour: '#2f6f9f' },
  { name: 'agent', kinds: ['agent'], colour: '#3d8b57' },
  { name: 'silence', kinds: ['gap'], colour: '#d9b44a' },
  { name: 'end of turn', kinds: ['endpoint'], colour: '#7a5aa6' },
  { name: 'recogniser', kinds: ['words'], colour: '#5b8db8' },
  { name: 'model', kinds: ['model'], colour: '#8c6d46' },
  { name: 'tools', kinds: ['tool'], colour: '#a35f3f' },
  { name: 'voice', kinds: ['voice'], colour: '#6aa57d' },
  {
    name: 'moments',
    kinds: [
      'first_audio',
      'filler',
      'barge_in',
      'false_interruption',
      'backchannel',
      'cutoff',
      'key',
      'guard',
      'not_understood',
      'failure',
      'no_input',
    ],
    colour: '#b3393f',
  },
];

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The first stream of a call as an SVG: one row a voice and a provider, time from left to right. */
export function drawCall({ call, streams }: CallTimelineView): string {
  const [stream] = streams;
  if (stream === undefined) throw new Error('The call has no stream to draw.');
  const scale = (WIDTH - LEFT - RIGHT) / Math.max(1, stream.durationMs);
  const x = (ms: number): string => (LEFT + ms * scale).toFixed(1);
  const height = TOP + ROWS.length * ROW + 30;
  const rows = ROWS.map(({ name, kinds, colour }, row) => {
    const y = TOP + row * ROW;
    const marks = stream.entries
      .filter(({ kind }) => kinds.includes(kind))
      .map((entry) => mark(entry, y, colour, x, scale));
    return `<text x="8" y="${y + 20}">${name}</text><line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y + 30}" y2="${y + 30}" class="base"/>${marks.join('')}`;
  });
  const title = `A call of ${(stream.durationMs / 1_000).toFixed(1)} s, ended: ${call.ending ?? 'still live'}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<style>.base{stroke:#ddd}.tick{stroke:#eee}.n{font-size:9px;fill:#444}</style><rect width="100%" height="100%" fill="#fff"/>
<text x="8" y="20" font-size="15">${escape(title)}</text>
${seconds(stream.durationMs, x, height)}
${rows.join('\n')}
</svg>
`;
}

function mark(entry: TimelineEntry, y: number, colour: string, x: (ms: number) => string, scale: number): string {
  const { at, until, ms, kind } = entry;
  const tip = `<title>${escape(JSON.stringify(entry))}</title>`;
  if (kind === 'first_audio' || (until === undefined && ms === undefined))
    return `<g>${tip}<circle cx="${x(at)}" cy="${y + 24}" r="4" fill="${colour}"/><text class="n" x="${x(at)}" y="${y + 14}">${label(entry)}</text></g>`;
  const from = until === undefined ? at - (ms ?? 0) : at;
  const width = Math.max(1.5, ((until ?? at) - from) * scale).toFixed(1);
  return `<g>${tip}<rect x="${x(from)}" y="${y + 18}" width="${width}" height="12" fill="${colour}" rx="2"/><text class="n" x="${x(from)}" y="${y + 14}">${label(entry)}</text></g>`;
}

function label({ kind, ms, name, reason }: TimelineEntry): string {
  if (kind === 'caller' || kind === 'agent' || kind === 'gap') return '';
  if (kind === 'endpoint') return `${escape(reason ?? '')} ${ms ?? ''}`;
  if (kind === 'tool') return escape(name ?? '');
  if (kind === 'first_audio') return `+${ms ?? ''}`;
  return kind === 'words' || kind === 'model' || kind === 'voice' ? `${ms ?? ''}` : kind.replaceAll('_', ' ');
}

function seconds(durationMs: number, x: (ms: number) => string, height: number): string {
  const ticks = Array.from({ length: Math.floor(durationMs / 5_000) + 1 }, (_unused, at) => at * 5_000);
  return ticks
    .map(
      (ms) =>
        `<line class="tick" x1="${x(ms)}" x2="${x(ms)}" y1="34" y2="${height - 20}"/><text class="n" x="${x(ms)}" y="${height - 6}">${ms / 1_000} s</text>`,
    )
    .join('');
}

// GET /api/v1/calls/{id}/timeline on standard input, the picture on standard output.
if (require.main === module) process.stdout.write(drawCall(JSON.parse(readFileSync(0, 'utf8')) as CallTimelineView));
