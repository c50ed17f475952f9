import { rounded, withWorld } from './bench-world';
import { measureSlotMaking } from './slot-making';

/**
 * `npm run -s bench:making`: ninety days of slots for five hundred doctors from nothing, again when nothing is missing, and
 * after one rule of one doctor has changed: statements sent, seconds, and slots written. `-- --quick`: twenty doctors.
 */
async function main(): Promise<void> {
  await withWorld(4, async (world) => {
    const { first, again, changed, ...size } = await measureSlotMaking(
      world,
      process.argv.includes('--quick') ? 20 : 500,
      90,
    );
    const shown = [first, again, changed].map((one) => ({ ...one, seconds: rounded(one.seconds) }));
    process.stdout.write(`${JSON.stringify({ ...size, first: shown[0], again: shown[1], changed: shown[2] })}\n`);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
