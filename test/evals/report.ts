import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Summary } from './eval-run';

/** A failed case's conversation as a text file that a nurse can read. @returns its path. */
export function writeConversation(folder: string, outcome: Outcome): string {
  mkdirSync(folder, { recursive: true });
  const { case: one } = outcome.evalCase;
  const path = join(folder, `${one.id.replace(/[^\w.-]+/g, '_')}.txt`);
  const goal = 'goal' in one && typeof one.goal === 'string' ? [`Goal: ${one.goal}`] : [];
  const lines = [
    `${one.id} (${one.tag}, ${one.lang})`,
    ...goal,
    '',
    ...spoken(outcome),
    '',
    'What is wrong:',
    ...outcome.faults.map((fault) => `- [${fault.kind}] ${fault.text}`),
    '',
    'The case:',
    JSON.stringify(one, null, 2),
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const NAMES = { caller: 'Caller', clinic: 'Clinic', note: 'Note' } as const;

function spoken({ said }: Outcome): string[] {
  return said.map(({ who, text }) => `${NAMES[who]}: ${text}`);
}

/** One page with the totals and every failed conversation. @returns its path. */
export function writePage(folder: string, outcomes: readonly Outcome[], summary: Summary, title: string): string {
  mkdirSync(folder, { recursive: true });
  const failed = outcomes.filter((one) => one.faults.length > 0);
  const { byTag, byLang, byChannel, ...totals } = summary;
  const body = [
    `<h1>${safe(title)}</h1>`,
    table(
      'Totals',
      Object.entries(totals).map(([name, value]) => [name, String(value)]),
    ),
    ...Object.entries({ 'By tag': byTag, 'By language': byLang, 'By channel': byChannel }).map(([name, counts]) =>
      table(
        name,
        Object.entries(counts).map(([key, count]) => [key, `${count.passed} of ${count.total}`]),
      ),
    ),
    `<h2>${failed.length} failed</h2>`,
    ...failed.map(section),
  ];
  const path = join(folder, 'index.html');
  writeFileSync(
    path,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${safe(title)}</title>${STYLE}${body.join('\n')}</html>\n`,
  );
  return path;
}

const STYLE = `<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2733}
table{border-collapse:collapse;margin:1rem 0}td,th{padding:.2rem .8rem;text-align:left;border-bottom:1px solid #dde3ea}
details{margin:.8rem 0;border:1px solid #dde3ea;border-radius:.5rem;padding:.6rem 1rem}
.caller{color:#0b5394}.clinic{color:#1c2733}.note{color:#7a5c00;font-style:italic}li{color:#a61b1b}
</style>`;

function table(title: string, rows: readonly (readonly [string, string])[]): string {
  const cells = rows.map(([name, value]) => `<tr><td>${safe(name)}</td><td>${safe(value)}</td></tr>`);
  return `<h2>${safe(title)}</h2><table>${cells.join('')}</table>`;
}

function section(outcome: Outcome): string {
  const { case: one } = outcome.evalCase;
  const words = outcome.said.map(({ who, text }) => `<p class="${who}"><b>${NAMES[who]}</b> ${safe(text)}</p>`);
  const faults = outcome.faults.map((fault) => `<li>${safe(`${fault.kind}: ${fault.text}`)}</li>`);
  return `<details open><summary><b>${safe(one.id)}</b> ${safe(one.tag)}, ${safe(one.lang)}</summary><ul>${faults.join('')}</ul>${words.join('')}</details>`;
}

function safe(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
