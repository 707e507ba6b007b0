import { SaxesParser } from 'saxes';
import { AppError } from '../errors.ts';
import { MAX_ROW_BYTES } from './read-lines.ts';

/** What is told of an XML file while it is read. Names come without their prefix, `line` from 1. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  close(name: string): void;
  text(text: string): void;
}

/** Far deeper than a feed or a sheet. */
const MAX_DEPTH = 100;

const plainName = (name: string): string => name.slice(name.indexOf(':') + 1);

const invalid = (detail: string) => new AppError('xml-invalid', 422, detail);

const createParser = (handlers: XmlHandlers, seen: () => void): SaxesParser => {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    seen();
    depth += 1;
    if (depth > MAX_DEPTH) throw invalid(`The XML is nested too deeply at line ${parser.line}.`);
    handlers.open(plainName(name), attributes as Record<string, string>, parser.line);
  });
  parser.on('closetag', ({ name }) => {
    seen();
    depth -= 1;
    handlers.close(plainName(name));
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('comment', seen);
  parser.on('processinginstruction', seen);
  parser.on('doctype', () => {
    throw new AppError('xml-doctype', 422, 'The XML brings definitions of its own (DOCTYPE): they are not read.');
  });
  parser.on('error', (cause) => {
    throw new AppError('xml-invalid', 422, `The XML is not well-formed at line ${parser.line}.`, { cause });
  });
  return parser;
};

/**
 * Reads XML in constant memory; yields, for each piece of the file, what the handlers have put into the list that
 * `listen` gave them. No entities beyond the five of XML and no external files are read. Throws an `AppError` (422):
 * `xml-invalid` with the line where it is not well-formed or too large to be held, `xml-doctype`, `invalid-utf8`.
 */
export async function* readXml<T>(
  chunks: AsyncIterable<Uint8Array>,
  listen: (found: T[]) => XmlHandlers,
): AsyncGenerator<T[]> {
  const found: T[] = [];
  let unseen = 0;
  const parser = createParser(listen(found), () => {
    unseen = 0;
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      throw new AppError('invalid-utf8', 422, 'The XML holds bytes that are not UTF-8.', { cause });
    }
  };
  for await (const chunk of chunks) {
    unseen += chunk.byteLength;
    parser.write(decode(chunk));
    if (unseen > MAX_ROW_BYTES) throw invalid(`A part of the XML before line ${parser.line} is too long.`);
    if (found.length > 0) yield found.splice(0);
  }
  parser.write(decode()).close();
  if (found.length > 0) yield found.splice(0);
}
