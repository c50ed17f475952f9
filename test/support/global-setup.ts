import { takeTestServer } from './test-server';
import type { TestServer } from './test-server';

declare global {
  /** Handed from setup to teardown, which run in the same process. */
  var clinicallTestServer: TestServer | undefined;
}

export default async function globalSetup(): Promise<void> {
  globalThis.clinicallTestServer = await takeTestServer();
  process.env['TEST_DATABASE_URL'] = globalThis.clinicallTestServer.url;
}
