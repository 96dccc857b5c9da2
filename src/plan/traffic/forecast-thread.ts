/** Makes a forecast in a thread of its own. */
import { type ForecastRequest, type MadeForecast, makeForecast } from './rules/make-forecast.ts'

export function run(request: ForecastRequest): MadeForecast | null {
  return makeForecast(request) ?? null
}
