import { isIP } from 'node:net';

type ProviderAgreement = 'baa' | 'zero_retention' | 'self_hosted';

/**
 * What is agreed with the company behind a base URL about patients' words: PROVIDER_AGREEMENTS is a list of
 * `host=baa|zero_retention|self_hosted`, parted by commas; loopback and private addresses are ours and need no entry.
 */
export function providerAgreement(baseUrl: string, agreements: string): ProviderAgreement | null {
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '').toLowerCase();
  for (const entry of agreements.split(/[,\s]+/)) {
    const [named, agreement] = entry.toLowerCase().split('=');
    if (named === host && isAgreement(agreement)) return agreement;
  }
  return isPrivate(host) ? 'self_hosted' : null;
}

function isAgreement(value: string | undefined): value is ProviderAgreement {
  return value === 'baa' || value === 'zero_retention' || value === 'self_hosted';
}

/** RFC 1918, RFC 4193 and loopback. A name that merely looks internal proves nothing. */
function isPrivate(host: string): boolean {
  if (host === 'localhost') return true;
  const family = isIP(host);
  if (family === 6) return host === '::1' || /^f[cd]/.test(host);
  return family === 4 && /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host);
}
