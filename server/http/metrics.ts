import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is measured when it is asked for. */
export interface MeasuredNow {
  name: string;
  help: string;
  /** What cannot be read, or not in time, is left out. */
  read: () => number | Promise<number>;
}

export interface Metrics {
  /** Times every request by method, route and status. */
  observe: RequestHandler;
  /** Counts what back-pressure refused. */
  countRefused(reason: string): void;
  /** Counts what came of reviews that were taken in. */
  countTaken(results: readonly { result: string }[]): void;
  measure(gauges: readonly MeasuredNow[]): void;
  contentType: string;
  render(): Promise<string>;
}

/** A database that does not answer must not keep the other figures back. */
const READ_MS = 1000;

const inTime = (read: MeasuredNow['read']): Promise<number> =>
  Promise.race([
    Promise.resolve().then(read),
    new Promise<number>((resolve) => {
      setTimeout(() => resolve(Number.NaN), READ_MS).unref();
    }),
  ]).catch(() => Number.NaN);

/** A registry of its own: two apps in one process (tests) do not collide. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  const open = new Gauge({ name: 'http_requests_open', help: 'Requests that are being answered', registers });
  const refused = new Counter({
    name: 'intake_refused_total',
    help: 'Requests refused with 503 because the server had as much to take in as it can hold',
    labelNames: ['reason'],
    registers,
  });
  const taken = new Counter({
    name: 'reviews_taken_in_total',
    help: 'Reviews that were taken in, by what came of them',
    labelNames: ['result'],
    registers,
  });
  return {
    countRefused: (reason) => refused.inc({ reason }),
    countTaken: (results) => {
      for (const { result } of results) taken.inc({ result });
    },
    measure: (gauges) => {
      for (const { name, help, read } of gauges) {
        new Gauge({
          ...{ name, help, registers },
          async collect() {
            const value = await inTime(read);
            if (Number.isNaN(value)) this.remove();
            else this.set(value);
          },
        });
      }
    },
    observe: (req, res, next) => {
      const stop = requests.startTimer({ method: req.method });
      open.inc();
      res.once('close', () => open.dec());
      res.on('finish', () => {
        const route = req.route ? `${req.baseUrl}${String(req.route.path)}` : 'other';
        stop({ route, status: res.statusCode });
      });
      next();
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}
