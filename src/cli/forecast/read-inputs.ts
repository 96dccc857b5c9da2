/** The files of `forecast` and `backtest`, and what their options say. What is wrong is told by line. */
import type { ForecastInput } from '../../plan/traffic/rules/forecast/forecast-types.ts'
import { readSeries, type SeriesNote } from '../../plan/traffic/rules/forecast/read-series.ts'
import { readEvents, readOpening } from '../../plan/traffic/rules/forecast/read-tables.ts'
import type { TextRow } from '../../plan/traffic/rules/forecast/series-row.ts'
import { readRows } from '../../platform/files/index.ts'
import { oneFromInput, onlyWord, WrongUsage } from '../command.ts'
import type { CliIo } from '../io.ts'
import { openStream } from '../open-file.ts'
import { orRefuse } from '../refuse-file.ts'
import { reasons } from './reasons.ts'

export type SeriesFiles = {
  readonly file: string
  readonly events: string | undefined
  readonly opening: string | undefined
  readonly calendar: 'NO' | 'none' | undefined
}

export const seriesOptions = {
  events: { type: 'string' },
  opening: { type: 'string' },
  calendar: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type SeriesValues = { readonly [Name in 'events' | 'opening' | 'calendar']?: string | undefined }

/** What the two commands are given alike. */
export function readSeriesFiles(
  { events, opening, calendar }: SeriesValues,
  words: readonly string[],
): SeriesFiles {
  const file = onlyWord(words, 'SERIES.csv')
  if (calendar !== undefined && calendar !== 'NO' && calendar !== 'none')
    throw new WrongUsage(`--calendar is NO or none, not ${calendar}`)
  oneFromInput([file, events, opening])
  return { file, events, opening, calendar }
}

type Inputs = Pick<ForecastInput, 'series' | 'events' | 'opening' | 'calendar'>

/** Undefined when a file was refused, which has been told. */
export async function readInputs(
  { file, events, opening, calendar }: SeriesFiles,
  io: CliIo,
): Promise<Inputs | undefined> {
  const series = await read(file, readSeries, io)
  if (!series) return undefined
  for (const note of series.notes) io.stderr.write(`note: ${file}: ${noteText(note)}\n`)
  const planned = events === undefined ? [] : await read(events, readEvents, io)
  const hours = opening === undefined ? null : await read(opening, readOpening, io)
  if (!planned || hours === undefined) return undefined
  return {
    series: series.series,
    events: planned,
    opening: hours ?? undefined,
    calendar: calendar ?? 'auto',
  }
}

function read<Read>(file: string, reader: (rows: readonly TextRow[]) => Read, io: CliIo) {
  return orRefuse(file, { io, own: reasons }, async () => reader(await rowsOf(file, io)))
}

async function rowsOf(file: string, io: CliIo): Promise<TextRow[]> {
  const rows: TextRow[] = []
  for await (const batch of readRows(await openStream(file, io))) rows.push(...batch)
  return rows
}

function noteText({ code, count, line }: SeriesNote): string {
  if (code === 'doubled-hour')
    return `${count} intervals of the hour that autumn shows twice were added up (from line ${line})`
  if (code === 'empty-values') return `${count} rows without a number are read as gaps (from line ${line})`
  return `times carry a zone; they are read as local time as they stand (from line ${line})`
}

/** Days of `14d` or `2w`. */
export function readHorizon(text: string): number {
  const match = /^(\d{1,3})([dw])$/.exec(text)
  const days = match ? Number(match[1]) * (match[2] === 'w' ? 7 : 1) : 0
  if (days < 1 || days > 366)
    throw new WrongUsage(`--horizon is days such as 14d, or weeks such as 2w, up to a year, not ${text}`)
  return days
}
