/**
 * School holidays in Norway by week, as the share of pupils that they reach. Counties set winter break in weeks 8 to 10
 * and autumn break in weeks 40 and 41. Autumn weeks: as announced for October 2021. Winter weeks and pupils (thousands)
 * are round figures that have not been read from a register; a mark's effect is learned, so that a wrong share costs
 * little. Summer: from midsummer to the middle of August, nearly the same everywhere.
 */
import { isoWeek, type PlainDate, toEpochDay, weekdayOf } from '../../../../kernel/calendar.ts'

/** Pupils, thousands, and the ISO weeks of the two breaks. */
const counties = [
  { name: 'Oslo', pupils: 71, winter: 8, autumn: 40 },
  { name: 'Akershus', pupils: 95, winter: 8, autumn: 40 },
  { name: 'Østfold', pupils: 36, winter: 8, autumn: 40 },
  { name: 'Buskerud', pupils: 31, winter: 8, autumn: 40 },
  { name: 'Innlandet', pupils: 40, winter: 9, autumn: 41 },
  { name: 'Vestfold', pupils: 29, winter: 8, autumn: 41 },
  { name: 'Telemark', pupils: 19, winter: 8, autumn: 41 },
  { name: 'Agder', pupils: 38, winter: 8, autumn: 40 },
  { name: 'Rogaland', pupils: 64, winter: 9, autumn: 41 },
  { name: 'Vestland', pupils: 78, winter: 9, autumn: 41 },
  { name: 'Møre og Romsdal', pupils: 31, winter: 8, autumn: 41 },
  { name: 'Trøndelag', pupils: 56, winter: 8, autumn: 41 },
  { name: 'Nordland', pupils: 27, winter: 9, autumn: 40 },
  { name: 'Troms', pupils: 18, winter: 10, autumn: 40 },
  { name: 'Finnmark', pupils: 8, winter: 10, autumn: 40 },
] as const

const pupils = counties.reduce((sum, county) => sum + county.pupils, 0)

function shareBy(kind: 'winter' | 'autumn', week: number): number {
  return counties.reduce((sum, county) => sum + (county[kind] === week ? county.pupils : 0), 0) / pupils
}

/** @example schoolHolidayShare('2026-02-18') // week 8: [{ key: 'school-winter', share: 0.66 }] */
export function schoolHolidayShare(date: PlainDate): { readonly key: string; readonly share: number }[] {
  const monthDay = date.slice(5)
  if (monthDay >= '06-22' && monthDay <= '08-16')
    return [{ key: inGeneralHoliday(date) ? 'general-holiday' : 'school-summer', share: 1 }]
  if (weekdayOf(toEpochDay(date)) > 5) return []
  const week = Number(isoWeek(date).slice(6))
  const winter = shareBy('winter', week)
  if (winter > 0) return [{ key: 'school-winter', share: winter }]
  const autumn = shareBy('autumn', week)
  return autumn > 0 ? [{ key: 'school-autumn', share: autumn }] : []
}

/** Fellesferien, the three last weeks of July: weeks 28 to 30. */
function inGeneralHoliday(date: PlainDate): boolean {
  const week = Number(isoWeek(date).slice(6))
  return week >= 28 && week <= 30
}
