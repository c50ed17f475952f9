import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const CACHE = join('.cache', 'models');

/** A folder of the build's model cache (scripts/models.mjs): beside the nearest folder above that has one, else under the working folder. */
export function modelsDirectory(model: string): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, CACHE))) return join(folder, CACHE, model);
  }
  return join(process.cwd(), CACHE, model);
}
