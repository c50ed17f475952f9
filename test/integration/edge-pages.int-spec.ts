import { randomUUID } from 'node:crypto';
import { ClinicsService } from '@clinicall/identity';
import { ClinicScope, Database } from '@clinicall/platform';
import { BookingsService } from '@clinicall/scheduling';
import type { Browser, Page } from 'playwright-core';
import { Seeding } from '../../apps/receptionist/src/seeding';
import { openBrowser } from '../support/browser';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { Roster } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

const PHONE = '+12125550100';
const EMAIL = 'admin@clinic.example';
const PASSWORD = 'a long password for this test';

/** What would run if a name or a text became markup, an address or a handler. */
const SHAPES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><script src=//evil.example/x.js></script>',
  "'-alert(1)-'",
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<style>*{background:url(//evil.example)}</style>',
  '<details open ontoggle=alert(1)>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '${alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '</textarea></title></script><script>alert(1)</script>',
  '<form action=javascript:alert(1)><input type=submit autofocus onfocus=alert(1)>',
  '<base href=//evil.example/>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<object data="javascript:alert(1)">',
  '<embed src="data:text/html,<script>alert(1)</script>">',
  '<b style="animation-name:x" onanimationstart=alert(1)>',
  '\u003cscript\u003ealert(1)\u003c/script\u003e',
];
const PAYLOADS = SHAPES.flatMap((shape) => [
  shape,
  shape.toUpperCase(),
  `Peter ${shape}`,
  `${shape}\u202e`,
  `\t${shape}`,
]);

let product: Product;
let browser: Browser | null;
let clinicId: string;
let roster: Roster;

beforeAll(async () => {
  product = await startProduct({
    ADMIN_EMAIL: EMAIL,
    ADMIN_PASSWORD: PASSWORD,
    TWILIO_PHONE_NUMBER: PHONE,
    LOCAL_AI_PORT: '9',
  });
  browser = await openBrowser();
  await product.app.get(Seeding).run();
  clinicId = (await product.app.get(ClinicsService).byPhone(PHONE)) ?? '';
  const scope = product.app.get(ClinicScope);
  const world = {
    inside: (clinic: string, work: () => Promise<unknown>) => scope.run(clinic, work),
    rows: (clinic: string, sql: string, parameters: readonly unknown[]) =>
      scope.run(clinic, () => product.app.get(Database).query(sql, parameters)),
  } as unknown as SchedulingWorld;
  roster = new Roster(world, clinicId);
  await seed();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await product.stop();
});

async function seed(): Promise<void> {
  await roster.rows(`UPDATE clinics SET name = $2 WHERE clinic_id = $1`, PAYLOADS[0]);
  await roster.rows(
    'INSERT INTO specialties (clinic_id, id, name) VALUES ($1, $2, $3)',
    roster.specialtyId,
    PAYLOADS[1],
  );
  for (let visit = 0; visit < 10; visit += 1) {
    const doctor = await roster.doctor(PAYLOADS[visit * 2] ?? '');
    const slotId = await roster.slot(doctor, 10 + visit);
    const patientId = await roster.patient(PAYLOADS[visit * 2 + 1], `+121255502${String(visit).padStart(2, '0')}`);
    await roster.inside(() => product.app.get(BookingsService).book({ slotId, patientId }));
  }
  const talk = randomUUID();
  await roster.rows(
    `INSERT INTO conversations (clinic_id, id, channel, from_number, to_number, language, state, started_at, last_turn_at, outcome, ended_at)
     VALUES ($1, $2, 'sms', $3, $4, 'en', '{}', now(), now(), $5, now())`,
    talk,
    PAYLOADS[2],
    PHONE,
    PAYLOADS[3],
  );
  for (const [seq, text] of PAYLOADS.entries()) {
    await roster.rows(
      `INSERT INTO turns (clinic_id, id, conversation_id, seq, who, text, at) VALUES ($1, $2, $3, $4, 'caller', $5, now())`,
      randomUUID(),
      talk,
      seq,
      text,
    );
  }
}

interface Watched {
  readonly page: Page;
  /** Everything a page may not do: dialogs, violations of the policy, faults of its scripts, requests to strangers. */
  readonly misdeeds: string[];
}

async function watched(): Promise<Watched> {
  const page = await browser!.newPage();
  const misdeeds: string[] = [];
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) misdeeds.push(line.text());
  });
  page.on('pageerror', (error) => misdeeds.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(product.url) && !request.url().startsWith('data:')) misdeeds.push(request.url());
  });
  return { page, misdeeds };
}

describe('the pages in a browser', () => {
  const shown = (name: string, test: () => Promise<void>) =>
    it(
      name,
      async () => {
        if (browser === null) console.warn('There is no Chromium here: the pages were not looked at.');
        else await test();
      },
      60_000,
    );

  shown(`show ${PAYLOADS.length} hostile names and texts as text, and run none of them`, async () => {
    const { page, misdeeds } = await watched();
    await page.goto(product.url);
    await page.fill('input[name=email]', EMAIL);
    await page.fill('input[name=password]', PASSWORD);
    await page.click('button[type=submit]');
    await page.locator('#conversations button').first().click();
    await page.locator(`#turns li:nth-child(${PAYLOADS.length})`).waitFor();
    const heard = await page.locator('#turns li').allTextContents();
    for (const text of SHAPES) expect(heard.some((line) => line.includes(text))).toBe(true);
    expect(await page.locator('main script, main iframe, main svg, main object, main style').count()).toBe(0);
    expect(await page.locator('#clinic').textContent()).toBe(PAYLOADS[0]);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  shown('show the API without breaking their own policy', async () => {
    const { page, misdeeds } = await watched();
    await page.goto(`${product.url}/docs`);
    await page.locator('.opblock').first().waitFor();
    await page.locator('.opblock-summary').first().click();
    await page.locator('.opblock-body').first().waitFor();
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  shown('would be caught: an inline script is stopped and seen', async () => {
    const { page, misdeeds } = await watched();
    await page.goto(product.url);
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="alert(1)"><b style="color:red">')`,
    );
    await page.waitForTimeout(500);
    expect(misdeeds.length).toBeGreaterThan(1);
    expect(misdeeds.join()).not.toContain('dialog');
    await page.close();
  });
});
