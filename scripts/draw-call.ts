import { readFileSync } from 'node:fs';
import type { CallTimelineView } from '@clinicall/telephony';

type TimelineEntry = CallTimelineView['streams'][number]['entries'][number];

const WIDTH = 1_200;
const LEFT = 110;
const RIGHT = 20;
const ROW = 46;
const TOP = 58;
/** A silence of the caller's. */
const THEIRS = '#cfcfcf';
/** Width of a small letter, about. */
const LETTER = 5.2;

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
    let free = 0;
    const marks = stream.entries
      .filter(({ kind }) => kinds.includes(kind))
      .map((entry) => {
        const from = LEFT + beginOf(entry) * scale;
        const words = label(entry);
        // Where there is no room the title of the mark says it alone.
        const shown = from >= free ? words : '';
        if (shown !== '') free = from + shown.length * LETTER;
        return mark(entry, {
          y,
          colour: entry.whose === 'caller' ? THEIRS : colour,
          from,
          width: (endOf(entry) - beginOf(entry)) * scale,
          words: shown,
        });
      });
    return `<text x="8" y="${y + 20}">${name}</text><line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y + 30}" y2="${y + 30}" class="base"/>${marks.join('')}`;
  });
  const title = `A call of ${(stream.durationMs / 1_000).toFixed(1)} s, ended: ${call.ending ?? 'still live'}`;
  const how =
    'Numbers are milliseconds; after "answer", from the caller’s last sound. Silences in yellow are ours, in grey the caller’s.';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<style>.base{stroke:#ddd}.tick{stroke:#eee}.n{font-size:9px;fill:#444}</style><rect width="100%" height="100%" fill="#fff"/>
<text x="8" y="20" font-size="15">${escape(title)}</text><text x="8" y="38" font-size="11" fill="#666">${how}</text>
${seconds(stream.durationMs, x, height)}
${rows.join('\n')}
</svg>
`;
}

interface Place {
  readonly y: number;
  readonly colour: string;
  readonly from: number;
  readonly width: number;
  readonly words: string;
}

const endOf = ({ at, until }: TimelineEntry): number => until ?? at;

/** What took `ms` ended at `at`; a moment has no length. */
function beginOf({ at, until, ms, kind }: TimelineEntry): number {
  return until === undefined && kind !== 'first_audio' && kind !== 'barge_in' && kind !== 'cutoff'
    ? at - (ms ?? 0)
    : at;
}

function mark(entry: TimelineEntry, { y, colour, from, width, words }: Place): string {
  const x = from.toFixed(1);
  const isLate = from + words.length * LETTER > WIDTH;
  const text =
    words === ''
      ? ''
      : `<text class="n" x="${isLate ? WIDTH - 4 : x}" y="${y + 14}"${isLate ? ' text-anchor="end"' : ''}>${escape(words)}</text>`;
  const shape =
    width === 0
      ? `<circle cx="${x}" cy="${y + 24}" r="4" fill="${colour}"/>`
      : `<rect x="${x}" y="${y + 18}" width="${Math.max(1.5, width).toFixed(1)}" height="12" fill="${colour}" rx="2"/>`;
  return `<g><title>${escape(JSON.stringify(entry))}</title>${shape}${text}</g>`;
}

function label({ kind, ms, name, reason }: TimelineEntry): string {
  if (kind === 'caller' || kind === 'agent' || kind === 'gap') return '';
  if (kind === 'endpoint') return `${reason ?? ''} ${ms ?? ''}`;
  if (kind === 'tool') return name ?? '';
  if (kind === 'first_audio') return `answer ${ms ?? ''}`;
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
