/** Plan against actual by the hour, the day or the whole: people as means over open time, waits by those who waited. */
import { localOf } from '../../rules/local-days.ts'

export type ActualInterval = {
  /** Minutes since 1970. */
  readonly from: number
  readonly needed: number | null
  readonly neededFor: number | null
  readonly scheduled: number
  readonly present: number | null
  readonly offered: number | null
  readonly waitSeconds: number | null
  readonly answeredWithin: number | null
  readonly abandoned: number | null
}

export type ActualSum = {
  /** Intervals that are summed up. */
  readonly intervals: number
  /** Means of people; null unless every interval knows. */
  readonly needed: number | null
  readonly neededFor: number | null
  readonly scheduled: number
  /** Over those intervals alone for which somebody has reported, and the planned over the same ones. */
  readonly present: number | null
  readonly scheduledWherePresent: number | null
  readonly offered: number | null
  /** Mean seconds of a contact; weighted by contacts. */
  readonly waitSeconds: number | null
  /** Share of the offered that was answered in time. */
  readonly inTime: number | null
  readonly abandoned: number | null
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
const sum = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((total, value) => total + value, 0)

function meanOfAll(rows: readonly ActualInterval[], of: (row: ActualInterval) => number | null) {
  const values = rows.flatMap((row) => of(row) ?? [])
  return values.length === rows.length ? mean(values) : null
}

/** @example sumUp([two quarters with 4 and 6 scheduled]).scheduled // 5 */
export function sumUp(rows: readonly ActualInterval[]): ActualSum {
  const reported = rows.filter(({ present }) => present !== null)
  const waited = rows.filter(({ offered, waitSeconds }) => (offered ?? 0) > 0 && waitSeconds !== null)
  const contacts = waited.reduce((total, { offered }) => total + offered!, 0)
  const timed = rows.filter(({ offered, answeredWithin }) => (offered ?? 0) > 0 && answeredWithin !== null)
  const asked = timed.reduce((total, { offered }) => total + offered!, 0)
  return {
    intervals: rows.length,
    needed: meanOfAll(rows, ({ needed }) => needed),
    neededFor: meanOfAll(rows, ({ neededFor }) => neededFor),
    scheduled: mean(rows.map(({ scheduled }) => scheduled)) ?? 0,
    present: mean(reported.map(({ present }) => present!)),
    scheduledWherePresent: mean(reported.map(({ scheduled }) => scheduled)),
    offered: sum(rows.flatMap(({ offered }) => offered ?? [])),
    waitSeconds:
      contacts === 0
        ? null
        : waited.reduce((total, { offered, waitSeconds }) => total + offered! * waitSeconds!, 0) / contacts,
    inTime:
      asked === 0 ? null : timed.reduce((total, { answeredWithin }) => total + answeredWithin!, 0) / asked,
    abandoned: sum(rows.flatMap(({ abandoned }) => abandoned ?? [])),
  }
}

export type ActualHour = ActualSum & { readonly date: string; readonly hour: number }

/** By local day and hour, in order; an hour that the clocks show twice is one. */
export function byHour(rows: readonly ActualInterval[]): ActualHour[] {
  const groups = Map.groupBy(rows, ({ from }) => {
    const { date, time } = localOf(from)
    return `${date} ${time.slice(0, 2)}`
  })
  return [...groups].map(([key, own]) => ({
    date: key.slice(0, 10),
    hour: Number(key.slice(11)),
    ...sumUp(own),
  }))
}

/** Attendance of the queue as a whole, never of a person: those who were there ÷ those who were planned. */
export function attendance({ present, scheduledWherePresent }: ActualSum): number | null {
  if (present === null || !scheduledWherePresent) return null
  return present / scheduledWherePresent
}
