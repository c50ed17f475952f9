import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Environment } from './environment';

/** Keys for signing, one per purpose, all derived (HKDF-SHA256) from JWT_SECRET or from a secret kept in the data folder. */
@Injectable()
export class Secrets {
  private readonly root: string;

  constructor(environment: Environment) {
    this.root = environment.values.JWT_SECRET ?? keptSecret(environment.values.CLINICALL_DATA_DIR);
  }

  /** 32 bytes; the same purpose gives the same key on every instance with the same root. */
  key(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.root, 'clinicall', purpose, 32));
  }
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'jwt-secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
