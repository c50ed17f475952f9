/** An element of a small XML document; text stands between child elements as strings. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export class XmlError extends Error {}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// One alternative a token: comment, CDATA, declaration or doctype, closing tag, opening tag, text.
const TOKEN =
  /<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads one well-formed document, strict enough to find what Twilio would refuse (error 12100): unclosed and crossed
 * tags, bare ampersands, several roots. No entities but the five of XML and numbers, so nothing can expand.
 */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^\uFEFF/, '').trim();
  const document: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [document];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found) throw new XmlError(`not XML at character ${at}`);
    readToken(found, open);
  }
  if (open.length > 1) throw new XmlError(`<${open.at(-1)?.name ?? ''}> is never closed`);
  const [root, ...more] = document.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  if (root === undefined || typeof root === 'string' || more.length > 0)
    throw new XmlError('one root element is needed');
  return root;
}

function readToken(found: RegExpExecArray, open: OpenElement[]): void {
  const parent = open.at(-1);
  if (!parent) throw new XmlError('a closing tag too many');
  const [, , cdata, closing, opening, attributes = '', empty, text] = found;
  if (cdata !== undefined) parent.children.push(cdata);
  if (text !== undefined) parent.children.push(decode(text));
  if (closing !== undefined) {
    if (open.length < 2 || parent.name !== closing) throw new XmlError(`</${closing}> closes nothing`);
    open.pop();
  }
  if (opening !== undefined) {
    const element: OpenElement = { name: opening, attributes: readAttributes(attributes), children: [] };
    parent.children.push(element);
    if (empty === '') open.push(element);
  }
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    if (name in attributes) throw new XmlError(`${name} stands twice`);
    attributes[name] = decode(double ?? single ?? '');
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&([^;\s&]{0,12};?)?/g, (whole, inner: string | undefined) => {
    const name = inner?.endsWith(';') ? inner.slice(0, -1) : '';
    const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : -1;
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    const character = NAMED[name];
    if (character === undefined) throw new XmlError(`${whole} is no entity`);
    return character;
  });
}

export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** The text inside an element, child elements included. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Text as it may stand in a document. */
export function encodeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
