/** How the driver writes a value of JavaScript for the wire; its types leave it out. */
declare module 'pg/lib/utils' {
  export function prepareValue(value: unknown): string | Buffer | null;
}
