import { hash, randomBytes } from 'node:crypto';

/** SHA-256, hex: enough for secrets of 256 random bits, and for values looked up in schema `directory`. */
export function secretHash(value: string): string {
  return hash('sha256', value);
}

/** 256 random bits, URL-safe. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}
