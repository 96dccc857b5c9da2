import { expect, it } from 'vitest'
import { demoTruth, demoYear } from '../../../demo/understand/truth.ts'
import { toEpochDay } from '../../../kernel/calendar.ts'
import { measureEffect, type WeekPair } from './effect.ts'

/** Weeks around the day of a topic against all topics with which nothing was done. */
function weeksAround(now: Date, key: string, from: string): { weeks: WeekPair[]; before: number } {
  const { enquiries } = demoYear(now)
  const truth = demoTruth(now)
  const treated = [truth.realDrop.key, truth.noDrop.key]
  const days = enquiries.map(({ startedOn }) => toEpochDay(startedOn))
  const start = toEpochDay(from)
  const before = Math.floor((start - days.reduce((a, b) => Math.min(a, b))) / 7)
  const after = Math.floor((days.reduce((a, b) => Math.max(a, b)) - start + 1) / 7)
  const weeks = Array.from({ length: before + after }, () => ({ treated: 0, control: 0 }))
  for (const { startedOn, topics, legOf, weight } of enquiries) {
    const week = weeks[Math.floor((toEpochDay(startedOn) - start) / 7) + before]
    if (!week || legOf !== null) continue
    for (const topic of topics) {
      if (topic.key === key) week.treated += weight / topics.length
      else if (!treated.includes(topic.key)) week.control += weight / topics.length
    }
  }
  return { weeks, before }
}

it.each(['2027-03-01T09:00:00Z', '2026-11-28T09:00:00Z', '2026-07-03T09:00:00Z'])(
  'reports the demo’s real drop and not the noise, seen on %s',
  (day) => {
    const now = new Date(day)
    const { realDrop, noDrop } = demoTruth(now)
    const real = weeksAround(now, realDrop.key, realDrop.from)
    const fake = weeksAround(now, noDrop.key, noDrop.from)
    const found = measureEffect(real.weeks, real.before)
    expect(found.verdict).toBe('drop')
    expect(found.change).toBeLessThan(-0.35)
    expect(measureEffect(fake.weeks, fake.before).verdict).toBe('noise')
  },
)
