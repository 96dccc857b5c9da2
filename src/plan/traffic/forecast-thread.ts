/** Makes a forecast in a thread of its own. */
import { type ForecastRequest, type MadeForecast, makeForecast } from './rules/make-forecast.ts'

type Telling = { readonly progress: (share: number) => void }

export function run(request: ForecastRequest, { progress }: Telling): MadeForecast | null {
  return makeForecast(request, progress) ?? null
}
