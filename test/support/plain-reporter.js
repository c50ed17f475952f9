'use strict';
// Ends every test run with one line that people and machines read alike: `N passed, N failed`; what was skipped stands before it.
// `npm run check` takes the numbers from CLINICALL_TEST_RESULT and says them once more, with its other steps.
const { writeFileSync } = require('node:fs');

class PlainReporter {
  onRunComplete(_contexts, results) {
    // A file that does not compile holds tests that nobody ran.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const counts = { passed: results.numPassedTests, failed, skipped };
    if (process.env.CLINICALL_TEST_RESULT) writeFileSync(process.env.CLINICALL_TEST_RESULT, JSON.stringify(counts));
    const line = `${skipped > 0 ? `${skipped} skipped\n` : ''}${counts.passed} passed, ${failed} failed\n`;
    // The summary of the reporters before us goes to stderr; let it be out first, and let global teardown finish.
    process.once('exit', () => process.stdout.write(line));
  }
}

module.exports = PlainReporter;
