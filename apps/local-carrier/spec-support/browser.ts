import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** Chromium with a microphone that plays a WAV file once; null where no Chromium is installed (it is optional). */
export async function openBrowser(microphoneWav: string, chromePath: string | undefined): Promise<Browser | null> {
  const { chromium } = await import('playwright-core');
  const executablePath = await executable(chromePath);
  if (executablePath === null) return null;
  // The package's own arguments are left out: its single process does not outlive the closing of a page.
  const args = [
    '--no-sandbox',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${microphoneWav}%noloop`,
    '--autoplay-policy=no-user-gesture-required',
  ];
  return chromium.launch({ executablePath, args, headless: true });
}

async function executable(own: string | undefined): Promise<string | null> {
  if (own && existsSync(own)) return own;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch {
    return null;
  }
}
