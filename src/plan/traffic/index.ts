export type { Queue } from './rules/queue.ts'
export { type ReadForecast, readForecast } from './store/forecast-store.ts'
export { listQueues } from './store/queue-store.ts'
export { readTraffic, type TrafficRow } from './store/traffic-store.ts'
