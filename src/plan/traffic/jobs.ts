/** Long work of traffic: forecasts, made anew when something has changed and when a day is over. */
import { toLocal } from '../../kernel/zone.ts'
import { scopeOfHouse } from '../../organisation/index.ts'
import type { Db } from '../../platform/database/index.ts'
import { type Jobs, runInThread } from '../../platform/jobs/index.ts'
import type { Log } from '../../platform/log/index.ts'
import { type ForecastPayload, forecastJob, forecastQueue } from './actions/forecast-job.ts'
import type { MadeForecast } from './rules/make-forecast.ts'
import { queuesWithoutForecast } from './store/forecast-store.ts'

const thread = new URL('./forecast-thread.ts', import.meta.url)

export type TrafficWork = { readonly db: Db; readonly log: Log }

/** Makes this process work on forecasts. */
export async function workOnForecasts(jobs: Jobs, { db }: TrafficWork): Promise<void> {
  await jobs.work<ForecastPayload>(forecastJob, async ({ data, signal, progress }) => {
    const scope = scopeOfHouse(data.organisationId)
    const reckon = (request: object) =>
      runInThread<MadeForecast | null>(thread, request, { signal, onProgress: progress })
    return forecastQueue({ scope, db, now: new Date(), reckon }, data)
  })
}

/** Once a minute: forecasts that are of yesterday or of other inputs. Each queue is asked for once an hour at most. */
export function forecastInTurn(jobs: Jobs, { db, log }: TrafficWork): () => Promise<void> {
  const asked = new Map<string, string>()
  let last: Promise<unknown> = Promise.resolve()
  const look = async () => {
    const { date, time } = toLocal(new Date())
    const hour = `${date} ${time.slice(0, 2)}`
    for (const { organisationId, queueId } of await queuesWithoutForecast(db, date)) {
      if (asked.get(queueId) === hour) continue
      asked.set(queueId, hour)
      await jobs.send(forecastJob, { organisationId, queueId }, { organisationId })
    }
  }
  const lookNow = () => {
    last = look().catch((error) => log.error({ err: error }, 'forecasts were not asked for'))
  }
  lookNow()
  const timer = setInterval(lookNow, 60_000).unref()
  return async () => {
    clearInterval(timer)
    await last
  }
}
