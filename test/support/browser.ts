import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** The packaged Chromium, or the one CHROME_PATH names; null where there is none (it is an optional package). */
export async function openBrowser(): Promise<Browser | null> {
  const { chromium } = await import('playwright-core');
  const executablePath = await executable();
  return executablePath === null ? null : chromium.launch({ executablePath, args: ['--no-sandbox'], headless: true });
}

async function executable(): Promise<string | null> {
  const own = process.env['CHROME_PATH'];
  if (own !== undefined && existsSync(own)) return own;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch {
    return null;
  }
}
