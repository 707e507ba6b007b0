import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { currentRequestId } from './request-id.ts';

export type Log = Logger;

/** Where credentials come up in addresses and headers, whatever has put them into a message. */
const SECRETS: readonly [RegExp, string][] = [
  [/:\/\/[^\s/@"\\]{1,400}@/g, '://[redacted]@'],
  [/\b(Bearer|Basic) +[\w.~+/=-]{4,4000}/gi, '$1 [redacted]'],
  [/([?&](?:api[_-]?key|access_token|token|secret|password|code)=)[^&\s"\\#]{1,4000}/gi, '$1[redacted]'],
];

const withoutSecrets = (line: string): string =>
  SECRETS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);

/**
 * JSON lines on stderr: stdout belongs to the answers of the command line. A message is one line whatever is in it, and
 * credentials are never logged. What is logged while a request is answered carries its `requestId`.
 */
export function createLog(config: Pick<Config, 'logLevel'>, destination: DestinationStream = pino.destination(2)): Log {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
      mixin: () => {
        const requestId = currentRequestId();
        return requestId === undefined ? {} : { requestId };
      },
    },
    { write: (line: string) => destination.write(withoutSecrets(line)) },
  );
}
