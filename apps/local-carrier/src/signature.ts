import { createHmac } from 'node:crypto';

/** Form fields; a repeated field is an array. */
export type Form = Readonly<Record<string, string | readonly string[]>>;

/**
 * Twilio's X-Twilio-Signature: HMAC-SHA1 over the URL (query included, fragment excluded) and every field sorted by
 * name, name and value run together; base64. Source: twilio.com/docs/usage/security.
 */
export function signRequest(authToken: string, url: string, form: Form = {}): string {
  const text = Object.keys(form)
    .sort()
    .reduce((sum, name) => sum + signedField(name, form[name] ?? ''), withoutFragment(url));
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64');
}

export function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

function signedField(name: string, value: string | readonly string[]): string {
  if (typeof value === 'string') return name + value;
  return [...new Set(value)].sort().reduce((sum, each) => sum + name + each, '');
}

export function encodeForm(form: Form): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const each of typeof value === 'string' ? [value] : value) fields.append(name, each);
  }
  return fields.toString();
}

/** Form fields by name; values of a repeated one are run together with spaces between. */
export function decodeForm(body: string): Record<string, string> {
  const form: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    form[name] = Object.hasOwn(form, name) ? `${form[name] ?? ''} ${value}` : value;
  }
  return form;
}
