/** The files of `forecast` and `backtest`, and what their options say. What is wrong is told by line. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../../kernel/errors.ts'
import type { ForecastInput } from '../../plan/traffic/rules/forecast/forecast-types.ts'
import { readSeries, type SeriesNote } from '../../plan/traffic/rules/forecast/read-series.ts'
import { readEvents, readOpening } from '../../plan/traffic/rules/forecast/read-tables.ts'
import type { TextRow } from '../../plan/traffic/rules/forecast/series-row.ts'
import { readRows } from '../../platform/files/index.ts'
import type { CliIo } from '../io.ts'
import { describeProblem } from './describe-problem.ts'

export type SeriesFiles = {
  readonly file: string
  readonly events: string | undefined
  readonly opening: string | undefined
  readonly calendar: string | undefined
}

type Inputs = Pick<ForecastInput, 'series' | 'events' | 'opening' | 'calendar'>

/** Undefined when a file was refused, which has been told. */
export async function readInputs(
  { file, events, opening, calendar }: SeriesFiles,
  io: CliIo,
): Promise<Inputs | undefined> {
  const series = await orRefuse(file, io, readSeries)
  if (!series) return undefined
  for (const note of series.notes) io.stderr.write(`note: ${file}: ${noteText(note)}\n`)
  const planned = events === undefined ? [] : await orRefuse(events, io, readEvents)
  const hours = opening === undefined ? null : await orRefuse(opening, io, readOpening)
  if (!planned || hours === undefined) return undefined
  return {
    series: series.series,
    events: planned,
    opening: hours ?? undefined,
    calendar: calendar === 'NO' || calendar === 'none' ? calendar : 'auto',
  }
}

async function orRefuse<Read>(
  file: string,
  io: CliIo,
  read: (rows: readonly TextRow[]) => Read,
): Promise<Read | undefined> {
  try {
    return read(await rowsOf(file, io))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    for (const issue of error.issues) io.stderr.write(`${file}: ${describeProblem(issue)}\n`)
    const more = Number(error.params.issues ?? 0) - error.issues.length
    if (more > 0) io.stderr.write(`${file}: and ${more} more problems\n`)
    io.stderr.write(`${file}: refused, nothing written\n`)
    return undefined
  }
}

async function rowsOf(file: string, io: CliIo): Promise<TextRow[]> {
  const rows: TextRow[] = []
  for await (const batch of readRows(await openFile(file, io))) rows.push(...batch)
  return rows
}

async function openFile(file: string, io: CliIo) {
  if (file === '-') return io.stdin
  const path = resolve(io.cwd, file)
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new AppError('invalid-input', { issues: 1 }, [{ code: 'no-such-file' }])
  if (found.isDirectory()) throw new AppError('invalid-input', { issues: 1 }, [{ code: 'not-a-file' }])
  return createReadStream(path, { highWaterMark: 1 << 18 })
}

function noteText({ code, count, line }: SeriesNote): string {
  if (code === 'doubled-hour')
    return `${count} intervals of the hour that autumn shows twice were added up (from line ${line})`
  if (code === 'empty-values') return `${count} rows without a number are read as gaps (from line ${line})`
  return `times carry a zone; they are read as local time as they stand (from line ${line})`
}

/** Days of `14d` or `2w`; undefined when it is neither, or beyond a year. */
export function daysOf(text: string): number | undefined {
  const match = /^(\d{1,3})([dw])$/.exec(text)
  const days = match ? Number(match[1]) * (match[2] === 'w' ? 7 : 1) : 0
  return days >= 1 && days <= 366 ? days : undefined
}
