import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Times every request by method, route and status. */
  observe: RequestHandler;
  /** Counts what back-pressure refused. */
  countRefused(reason: string): void;
  contentType: string;
  render(): Promise<string>;
}

/** What is measured when it is asked for. */
export interface MeasuredNow {
  /** Reviews that wait for the second look. */
  awaitingSecondLook?: () => Promise<number>;
  /** Webhook deliveries that are still to be made. */
  awaitingDelivery?: () => Promise<number>;
}

/** A registry of its own: two apps in one process (tests) do not collide. */
export function createMetrics({ awaitingSecondLook, awaitingDelivery }: MeasuredNow = {}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  if (awaitingSecondLook) {
    new Gauge({
      name: 'reviews_awaiting_second_look',
      help: 'Stored reviews that are still to be looked at for rewordings of them',
      registers: [registry],
      async collect() {
        this.set(await awaitingSecondLook());
      },
    });
  }
  if (awaitingDelivery) {
    new Gauge({
      name: 'webhook_deliveries_waiting',
      help: 'Webhook deliveries that are still to be made',
      registers: [registry],
      async collect() {
        this.set(await awaitingDelivery());
      },
    });
  }
  const refused = new Counter({
    name: 'intake_refused_total',
    help: 'Requests refused with 503 because the server had as much to take in as it can hold',
    labelNames: ['reason'],
    registers: [registry],
  });
  return {
    countRefused: (reason) => refused.inc({ reason }),
    observe: (req, res, next) => {
      const stop = requests.startTimer({ method: req.method });
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
