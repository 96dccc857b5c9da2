export { watchInTurn, workOnWatch } from './jobs.ts'
export type { AlertParts } from './parts.ts'
export { watchRoutes } from './routes.ts'
export { alarmWebhook } from './webhook.ts'
