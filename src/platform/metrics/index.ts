/** Figures about the process for Prometheus. Labels name endpoints and outcomes, never people or organisations. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.6, 1, 2.5, 5, 10]

export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'lyttepost_request_seconds',
      help: 'Time from request to answer',
      labelNames: ['endpoint', 'status'] as const,
      buckets,
      registers,
    }),
    inFlight: new Gauge({
      name: 'lyttepost_requests_in_flight',
      help: 'Requests being answered now',
      registers,
    }),
    shed: new Counter({
      name: 'lyttepost_requests_shed_total',
      help: 'Requests refused under overload',
      registers,
    }),
    signInsRefused: new Counter({
      name: 'lyttepost_sign_ins_refused_total',
      help: 'Sign-ins refused, by reason',
      labelNames: ['reason'] as const,
      registers,
    }),
  }
}
