import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '@clinicall/platform';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Secrets that must be read again (a TOTP seed, a client secret) rest encrypted: AES-256-GCM under a key derived from
 * JWT_SECRET, bound to the row they stand in, so that a value copied into another row does not open.
 */
@Injectable()
export class SealedSecrets {
  private readonly key: Buffer;

  constructor(secrets: Secrets) {
    this.key = secrets.key('sealed-secrets');
  }

  /** @param place the row the secret belongs to, such as `totp:CLINIC:STAFF`. @returns base64url. */
  seal(secret: string, place: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(place));
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws Error when it was changed, belongs to another place, or JWT_SECRET is another than it was sealed under. */
  open(sealed: string, place: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
  }
}
