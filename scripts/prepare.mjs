// Built-ins only until the packages are there. What every command needs first: packages, dist/, the speech models.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BuildFault, build } from './build.mjs';
import { ensureInstalled, InstallFault } from './ensure-install.mjs';
import { withProgress } from './progress.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Without the models the product still answers texts, so their absence is said and borne. */
async function bringModels() {
  if (process.env.LOCAL_AI === 'off' || !existsSync(join(root, 'scripts', 'models.mjs'))) return;
  const models = await import('./models.mjs');
  try {
    await withProgress('Bringing the speech models', () => models.bringModels());
  } catch (error) {
    if (!(error instanceof models.ModelFault)) throw error;
    console.error(`${error.message} Calls will not be understood offline; texts work.`);
  }
}

/**
 * Makes the place ready, or says in one sentence why not and sets the exit code.
 * @returns {Promise<{load: (script: string) => any} | null>} `load` gives the exports of a compiled script.
 */
export async function prepare(wanted = []) {
  try {
    await ensureInstalled(root);
    await build();
    if (wanted.includes('models')) await bringModels();
  } catch (error) {
    if (!(error instanceof BuildFault || error instanceof InstallFault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return null;
  }
  process.setSourceMapsEnabled(true);
  const require = createRequire(import.meta.url);
  return { load: (script) => require(join(root, 'dist', 'scripts', `${script}.js`)) };
}
