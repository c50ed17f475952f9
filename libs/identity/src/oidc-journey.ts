import { Injectable } from '@nestjs/common';
import { Environment, Secrets } from '@clinicall/platform';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';

/** Seconds from leaving for the provider to coming back. */
const JOURNEY_SECONDS = 600;
const PATH = '/api/v1/auth/oidc';

const journeySchema = z.object({
  clinicId: z.uuid(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});
type Journey = z.infer<typeof journeySchema>;

/** What a browser carries to the provider and back: sealed (JWE, A256GCM) in a cookie of its own, so no instance keeps it. */
@Injectable()
export class OidcJourney {
  private readonly key: Buffer;
  private readonly secure: boolean;

  constructor(secrets: Secrets, environment: Environment) {
    this.key = secrets.key('oidc-journey');
    this.secure = environment.publicUrl.startsWith('https:');
  }

  /** @returns a Set-Cookie value. */
  async seal(journey: Journey): Promise<string> {
    const sealed = await new EncryptJWT(journey)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(`${JOURNEY_SECONDS}s`)
      .encrypt(this.key);
    return this.cookie(sealed, JOURNEY_SECONDS);
  }

  /** A Set-Cookie value that ends it. */
  end(): string {
    return this.cookie('', 0);
  }

  /** Undefined without the cookie, after its end, or for one that is not ours. @param header the request's Cookie. */
  async open(header: string | undefined): Promise<Journey | undefined> {
    const sealed = new RegExp(`(?:^|; )${this.name}=([^;]+)`).exec(header ?? '')?.[1];
    if (sealed === undefined) return undefined;
    try {
      const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
      const { payload } = await jwtDecrypt(sealed, this.key, options);
      return journeySchema.safeParse(payload).data;
    } catch {
      return undefined;
    }
  }

  private get name(): string {
    return this.secure ? '__Secure-clinicall-oidc' : 'clinicall-oidc';
  }

  /** Lax: it must come along when the provider sends the browser back. */
  private cookie(value: string, seconds: number): string {
    const secure = this.secure ? '; Secure' : '';
    return `${this.name}=${value}; Path=${PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
  }
}
