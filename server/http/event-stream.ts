import type { Request, Response } from 'express';

/** Proxies end what is silent for long. */
const HEARTBEAT_MS = 15_000;

/** Answers with server-sent events until there are no more or the caller leaves, which aborts the signal. */
export async function sendEvents(
  { req, res }: { req: Request; res: Response },
  events: (signal: AbortSignal) => AsyncIterable<string>,
): Promise<undefined> {
  res.status(200).set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  res.flushHeaders();
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
  try {
    if (req.method !== 'HEAD') for await (const event of events(gone.signal)) res.write(`${event}\n\n`);
  } finally {
    clearInterval(heartbeat);
  }
  res.end();
  return undefined;
}
