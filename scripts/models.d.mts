export interface ModelFile {
  readonly from: string;
  readonly to: string;
  readonly sha256: string;
}
export interface ModelPackage {
  readonly name: string;
  readonly version: string;
  readonly files: readonly ModelFile[];
}
export declare const modelsDirectory: string;
export declare class ModelFault extends Error {}
export declare function readTar(bytes: Buffer, wanted: ReadonlySet<string>): Map<string, Buffer>;
export declare function bringModels(options?: {
  directory?: string;
  wanted?: readonly ModelPackage[];
  fetch?: (source: ModelPackage) => Promise<Buffer>;
}): Promise<string[]>;
