import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What the reporter writes at the end of a run with these results. */
function lastLines(results: Record<string, number>): string[] {
  const path = JSON.stringify(join(__dirname, 'plain-reporter.js'));
  const program = `const Reporter = require(${path}); new Reporter().onRunComplete([], ${JSON.stringify(results)})`;
  const env = { ...process.env, CLINICALL_TEST_RESULT: '' };
  return spawnSync(process.execPath, ['-e', program], { encoding: 'utf8', env }).stdout.trimEnd().split('\n');
}

const none = {
  numPassedTests: 0,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};

describe('the last line of a test run', () => {
  it('is what passed and what failed, also when some were skipped', () => {
    const lines = lastLines({ ...none, numPassedTests: 12, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
    expect(lines).toEqual(['3 skipped', '12 passed, 1 failed']);
  });

  it('counts a file that does not compile as a failure', () => {
    expect(lastLines({ ...none, numPassedTests: 5, numRuntimeErrorTestSuites: 1 })).toEqual(['5 passed, 1 failed']);
  });
});
