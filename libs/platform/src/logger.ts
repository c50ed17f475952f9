import type { LoggerService } from '@nestjs/common';
import pino from 'pino';
import type { Logger as PinoLogger } from 'pino';
import { AppError } from './app-error';
import { withoutPhi, withoutQuotes } from './phi';

/** Attributes of one line. Whatever could name or quote a patient goes under `phi` and is redacted by default. */
export interface LogAttributes {
  readonly phi?: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}

/**
 * Structured logs (pino). A message is a fixed sentence: never a body, a header, a transcript or a phone number.
 * Driver errors are cut down to type, code and stack, because their parameters hold patients' data.
 */
export class Logger implements LoggerService {
  private readonly pino: PinoLogger;

  constructor(level: string, destination?: pino.DestinationStream) {
    this.pino = pino(
      {
        level,
        base: { service: 'clinicall' },
        formatters: { log: (attributes) => withoutPhi(attributes) as Record<string, unknown> },
        serializers: { error: describeError },
      },
      destination ?? pino.destination({ fd: 1, sync: false }),
    );
  }

  info(message: string, attributes: LogAttributes = {}): void {
    this.pino.info(attributes, message);
  }

  warn(message: string, attributes: LogAttributes | string = {}): void {
    this.pino.warn(asAttributes(attributes), message);
  }

  error(message: string, attributes: LogAttributes | string = {}): void {
    this.pino.error(asAttributes(attributes), message);
  }

  fatal(message: string, attributes: LogAttributes | string = {}): void {
    this.pino.fatal(asAttributes(attributes), message);
  }

  log(message: string, context?: string): void {
    this.pino.debug({ context }, message);
  }

  debug(message: string, attributes: LogAttributes | string = {}): void {
    this.pino.debug(asAttributes(attributes), message);
  }

  verbose(message: string, context?: string): void {
    this.pino.trace({ context }, message);
  }
}

function asAttributes(attributes: LogAttributes | string): LogAttributes {
  return typeof attributes === 'string' ? { context: attributes } : attributes;
}

/** What of an error may be logged. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code =
    (error as { driverError?: { code?: unknown }; code?: unknown }).driverError?.code ??
    (error as { code?: unknown }).code;
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  const own = isOfDatabase(error) ? 'a statement failed' : wordsOf(error);
  return { type: error.name, code, message: own, stack: frames.slice(0, 8).join('\n') };
}

/** What PostgreSQL and its driver say quotes rows and parameters. */
function isOfDatabase(error: Error): boolean {
  return error.name === 'QueryFailedError' || 'severity' in error || 'driverError' in error;
}

/** Our own sentences hold no patient's data; a library's may quote what it was given. */
function wordsOf(error: Error): string {
  return error instanceof AppError ? error.message : withoutQuotes(error.message);
}
