import { existsSync, readFileSync } from 'node:fs';

/** The version in package.json, which stands two folders up from the source and three from dist. */
export function packageVersion(): string {
  const file = ['../../package.json', '../../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  const parsed: unknown = file ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { version } = parsed as { version?: string };
  return version ?? '0.0.0';
}
