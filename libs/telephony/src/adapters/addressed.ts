import { wireOf } from '@clinicall/platform';

/** What the SDK is told of a server: Azure's has its version in the query and the key in a header of its own. */
export function addressed(address: string, apiKey: string) {
  const { baseUrl: baseURL, query: defaultQuery, headers: defaultHeaders } = wireOf(address, apiKey);
  return { baseURL, apiKey, defaultQuery, defaultHeaders };
}
