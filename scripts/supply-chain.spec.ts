import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayBeUsed, mayShip } from './licences.mjs';
import { repositoryRoot } from './postgres-binaries';

const root = repositoryRoot();

describe('licences', () => {
  it.each(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT', ['ISC', 'MIT']])('of %p may be shipped', (licences) => {
    expect(mayShip(licences)).toBe(true);
  });

  it.each(['GPL-3.0', 'LGPL-2.1-only', 'MIT AND GPL-2.0', 'UNKNOWN', 'MIT*', '', ['MIT', 'AGPL-3.0']])(
    'of %p may not be shipped',
    (licences) => {
      expect(mayShip(licences)).toBe(false);
    },
  );

  it('of tools may be anything but the GPL family', () => {
    expect(['CC-BY-4.0', 'WTFPL', '(MIT OR GPL-3.0)'].every(mayBeUsed)).toBe(true);
    expect(['GPL-2.0', 'LGPL-3.0', 'AGPL-3.0-only', 'GPL-2.0 AND MIT'].some(mayBeUsed)).toBe(false);
  });
});

describe('the secret scan', () => {
  it('finds a private key that was left in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'secret-scan-'));
    // In two halves, or the scan would find it here.
    const dashes = '-'.repeat(5);
    const key = `${dashes}BEGIN RSA PRIVATE KEY${dashes}\n${'MIIEpAIBAAKCAQEA'.repeat(8)}\n${dashes}END RSA PRIVATE KEY${dashes}\n`;
    writeFileSync(join(folder, 'left.pem'), key);
    const program = join(root, 'node_modules', '.bin', 'secretlint');
    const scan = spawnSync(program, ['--secretlintrc', join(root, '.secretlintrc.json'), join(folder, '*.pem')], {
      cwd: root,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(scan.status).toBe(1);
    expect(scan.stdout).toContain('left.pem');
  });
});

describe('the lockfile', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string; link?: boolean; inBundle?: boolean }>;
  };

  it('knows the content of every package it names', () => {
    const loose = Object.entries(packages).filter(
      ([path, { integrity, link, inBundle }]) =>
        path.includes('node_modules/') && integrity === undefined && link !== true && inBundle !== true,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('is the bill of materials that `npm run sbom` prints', () => {
    const sbom = spawnSync('npm', ['run', '-s', 'sbom'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
    const { bomFormat, components } = JSON.parse(sbom.stdout) as {
      bomFormat: string;
      components: { name: string; purl: string; hashes?: unknown[] }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    expect(components.find(({ name }) => name === 'fastify')?.purl).toMatch(/^pkg:npm\/fastify@/);
    expect(components.some(({ name }) => name === 'jest')).toBe(false);
    expect(components.filter(({ hashes }) => hashes === undefined).map(({ name }) => name)).toEqual([]);
  });
});
