import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** A provider's method that a decorator marked, bound to its instance. */
export interface MarkedMethod {
  readonly mark: string;
  readonly call: (argument: unknown) => Promise<void>;
}

/** Finds the provider methods that @JobHandler, @CronJob and @OnEvent mark. */
@Injectable()
export class MarkedMethods {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  find(metadataKey: string): MarkedMethod[] {
    return this.discovery.getProviders().flatMap((wrapper) => {
      const instance = wrapper.instance as Record<string, unknown> | null | undefined;
      if (instance === null || typeof instance !== 'object' || !wrapper.isDependencyTreeStatic()) return [];
      const prototype = Object.getPrototypeOf(instance) as object | null;
      if (prototype === null) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const method = instance[name];
        if (typeof method !== 'function') return [];
        const marks = (Reflect.getMetadata(metadataKey, method) as string[] | undefined) ?? [];
        const call = (argument: unknown) => (method as (value: unknown) => Promise<void>).call(instance, argument);
        return marks.map((mark) => ({ mark, call }));
      });
    });
  }
}

/** A method decorator that adds `mark` under `metadataKey`. */
export function markMethod(metadataKey: string, mark: string): MethodDecorator {
  return (_target, _name, descriptor) => {
    const method = descriptor.value as object;
    const marks = (Reflect.getMetadata(metadataKey, method) as string[] | undefined) ?? [];
    Reflect.defineMetadata(metadataKey, [...marks, mark], method);
  };
}
