import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditChain, IdentityModule } from '@clinicall/identity';
import type { ChainReport } from '@clinicall/identity';
import { ClinicScope, DatabaseAddress, Environment, Logger, PlatformModule } from '@clinicall/platform';

@Module({})
class VerifierModule {
  /** Neither jobs nor sockets: it only reads. Its secrets are never used, so production's need not be known. */
  static of(url: string): DynamicModule {
    const environment = Environment.read({ CLINICALL_ROLES: 'web', DATABASE_POOL_SIZE: '2', JWT_SECRET: 'unused' });
    const address = new DatabaseAddress(url, url);
    return {
      module: VerifierModule,
      imports: [PlatformModule.forRoot(environment, address, new Logger('fatal')), IdentityModule],
    };
  }
}

type Head = NonNullable<ChainReport['head']>;

export interface AuditReport {
  readonly broken: number;
  readonly unlinked: number;
  readonly clinics: readonly ChainReport[];
}

/** @param url the owner's or the application's. @param earlier file with an earlier report: its heads must still be there. */
export async function verifyAudit(url: string, earlier?: string): Promise<AuditReport> {
  const anchors = earlier === undefined ? new Map<string, Head>() : readAnchors(earlier);
  const app = await NestFactory.createApplicationContext(VerifierModule.of(url), {
    logger: false,
    abortOnError: false,
  });
  try {
    const clinics = await verifyAll(app.get(AuditChain), app.get(ClinicScope), anchors);
    const total = (count: (clinic: ChainReport) => number) => clinics.reduce((sum, clinic) => sum + count(clinic), 0);
    return {
      broken: total((clinic) => clinic.broken.length),
      unlinked: total((clinic) => clinic.unlinked),
      clinics,
    };
  } finally {
    await app.close();
  }
}

async function verifyAll(
  chain: AuditChain,
  scope: ClinicScope,
  anchors: ReadonlyMap<string, Head>,
): Promise<ChainReport[]> {
  const clinics = new Set([...(await chain.clinics()), ...anchors.keys()]);
  const reports: ChainReport[] = [];
  for (const clinicId of clinics) reports.push(await scope.run(clinicId, () => chain.verify(anchors.get(clinicId))));
  return reports;
}

function readAnchors(file: string): Map<string, Head> {
  const { clinics } = JSON.parse(readFileSync(file, 'utf8')) as AuditReport;
  return new Map(clinics.flatMap(({ clinicId, head }) => (head === null ? [] : [[clinicId, head]])));
}
