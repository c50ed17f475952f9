// `npm run -s audit:verify [-- EARLIER.json]`: recomputes every clinic's audit chain. Prints one JSON object; ends with 1 when
// a link is broken. The output of an earlier run, kept elsewhere, also shows a chain that was cut short or made anew.
import { databaseUrl } from './database-url';
import { PlainError } from './plain-error';
import { verifyAudit } from './verify-audit';

async function main(): Promise<void> {
  const report = await verifyAudit(databaseUrl(process.env), process.argv[2]);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = report.broken === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  const sentence = error instanceof PlainError ? error.message : `The audit could not be read: ${String(error)}`;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
});
