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
    ...(outcome.log === undefined ? [] : ['', 'The supervision log:', ...outcome.log]),
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
  const { byTag, byLang, byChannel } = summary;
  const body = [
    `<header><h1>${safe(title)}</h1>${figures(summary)}</header>`,
    `<h2>${failed.length === 0 ? 'Nothing failed' : `${failed.length} failed`}</h2>`,
    ...failed.map(section),
    '<h2>All cases</h2><div class="tables">',
    ...Object.entries({ 'By language': byLang, 'By channel': byChannel, 'By tag': byTag }).map(([name, counts]) =>
      table(name, counts),
    ),
    '</div>',
  ];
  const path = join(folder, 'index.html');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(title)}</title>${STYLE}`;
  writeFileSync(path, `<!doctype html><html lang="en"><head>${head}</head><body>${body.join('\n')}</body></html>\n`);
  return path;
}

const STYLE = `<style>
:root{--ink:#1c2733;--soft:#5d6b7a;--line:#dde3ea;--good:#2f7d5b;--bad:#a61b1b;--paper:#f6f8fa}
body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:var(--ink)}
h1{font-size:1.5rem;margin:0 0 1rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.8rem}.figure{border:1px solid var(--line);border-radius:.6rem;padding:.6rem 1.1rem}
.figure b{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}.figure span{color:var(--soft);font-size:.85rem}
.figure.bad b{color:var(--bad)}.figure.good b{color:var(--good)}
.tables{columns:3 16rem;column-gap:2rem;margin-top:1rem}.tables section{break-inside:avoid-column;margin-bottom:1rem}
.tables section:last-child{break-inside:auto}tr{break-inside:avoid}
.tables h2{margin-top:0}table{border-collapse:collapse;width:100%;font-size:.92rem}
td{padding:.12rem .3rem;border-bottom:1px solid var(--line)}td:nth-child(2){text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tr.less td:nth-child(2){color:var(--bad);font-weight:600}td:last-child{width:5rem}
.bar{height:.5rem;border-radius:.25rem;background:linear-gradient(to right,var(--good) var(--share),#e9c9c9 var(--share))}
details{margin:1rem 0;border:1px solid var(--line);border-radius:.6rem;overflow:hidden}
summary{cursor:pointer;padding:.6rem 1rem;background:var(--paper)}summary span{color:var(--soft)}
ul.faults{margin:0;padding:.6rem 1rem .6rem 2.2rem;background:#fdf3f3;color:var(--bad)}
.talk{padding:.6rem 1rem 1rem;display:flex;flex-direction:column;gap:.4rem}
.talk p{margin:0;padding:.45rem .9rem;border-radius:1rem;max-width:78%}
.caller{align-self:flex-end;background:#dcebf7;border-bottom-right-radius:.25rem!important}
.clinic{align-self:flex-start;background:var(--paper);border-bottom-left-radius:.25rem!important}
details.log{margin:0 1rem 1rem}pre{margin:0;padding:.6rem 1rem;white-space:pre-wrap;font-size:.8rem;line-height:1.45}
@media(max-width:40rem){body{margin:1rem auto}.figures{grid-template-columns:1fr 1fr;gap:.5rem}.figure{padding:.5rem .8rem}.talk p{max-width:88%}.talk,ul.faults{padding-left:.7rem;padding-right:.7rem}ul.faults{list-style-position:inside}}
.note{align-self:center;color:#7a5c00;font-style:italic}.goal{padding:.6rem 1rem 0;color:var(--soft)}
</style>`;

function figures({ total, passed, mustNotViolations, promisesBroken, notApplicable }: Summary): string {
  const judged = total - notApplicable;
  const share = judged === 0 ? '–' : `${((100 * passed) / judged).toFixed(1)} %`;
  const figure = (value: string, name: string, kind = ''): string =>
    `<div class="figure ${kind}"><b>${value}</b><span>${name}</span></div>`;
  const zero = (count: number): string => (count === 0 ? 'good' : 'bad');
  return `<div class="figures">${[
    figure(share, 'reached the right end'),
    figure(`${passed} of ${judged}`, 'cases passed'),
    figure(String(promisesBroken), 'promises broken', zero(promisesBroken)),
    figure(String(mustNotViolations), 'said what must not be said', zero(mustNotViolations)),
    figure(String(notApplicable), 'not applicable'),
  ].join('')}</div>`;
}

function table(title: string, counts: Summary['byTag']): string {
  const rows = Object.entries(counts).map(([name, { total, passed }]) => {
    const share = `${((100 * passed) / total).toFixed(0)}%`;
    const bar = `<div class="bar" style="--share:${share}"></div>`;
    return `<tr class="${passed < total ? 'less' : ''}"><td>${safe(name)}</td><td>${passed} of ${total}</td><td>${bar}</td></tr>`;
  });
  return `<section><h2>${safe(title)}</h2><table>${rows.join('')}</table></section>`;
}

function section(outcome: Outcome): string {
  const { case: one } = outcome.evalCase;
  const words = outcome.said.map(({ who, text }) => `<p class="${who}" title="${NAMES[who]}">${safe(text)}</p>`);
  const faults = outcome.faults.map((fault) => `<li><b>${safe(fault.kind)}</b> ${safe(fault.text)}</li>`);
  const logged =
    outcome.log === undefined
      ? ''
      : `<details class="log"><summary>Supervision log</summary><pre>${safe(outcome.log.join('\n'))}</pre></details>`;
  const goal = 'goal' in one && typeof one.goal === 'string' ? `<div class="goal">${safe(one.goal)}</div>` : '';
  const about = [one.tag, one.lang, 'channel' in one ? one.channel : 'probe'].join(', ');
  return `<details open><summary><b>${safe(one.id)}</b> <span>${safe(about)}</span></summary><ul class="faults">${faults.join('')}</ul>${goal}<div class="talk">${words.join('')}</div>${logged}</details>`;
}

function safe(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
