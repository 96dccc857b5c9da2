/** A day's forecast as factors that multiply to it, and an interval's from the day's. */

export const partNames = [
  'level',
  'weekday',
  'calendar',
  'events',
  'shock',
  'driver',
  'recent',
  'timeOfDay',
] as const
export type PartName = (typeof partNames)[number]
export type Part = { readonly name: PartName; readonly factor: number }

type CellParts = Readonly<Record<PartName, number>>
type Cell = { readonly mean: number; readonly parts: CellParts }

/**
 * The parts of a day: an ordinary day's contacts times what weekday, calendar, events, shock and driver do to it.
 * What the intervals do not share (`recent`: the part of the 8-week median) closes the product, so that it is exact.
 *
 * @example productOf(dayParts(cells)) // the sum of the cells' means
 */
export function dayParts(cells: readonly Cell[]): readonly Part[] {
  const first = cells[0]
  if (!first) return []
  const total = cells.reduce((sum, { mean }) => sum + mean, 0)
  const { level, weekday, calendar, events, shock, driver } = first.parts
  const timeOfDay = cells.reduce((sum, { parts }) => sum + parts.timeOfDay, 0)
  const known = [
    { name: 'level', factor: level * timeOfDay },
    { name: 'weekday', factor: weekday },
    { name: 'calendar', factor: calendar },
    { name: 'events', factor: events },
    { name: 'shock', factor: shock },
    { name: 'driver', factor: driver },
  ] as const
  const product = productOf(known)
  return [...known, { name: 'recent', factor: product > 0 ? total / product : 1 }]
}

export const productOf = (parts: readonly Part[]): number =>
  parts.reduce((product, { factor }) => product * factor, 1)

/** The parts of an interval: the day's, with an ordinary interval as the level and the time of day at the end. */
export function intervalParts(day: readonly Part[], mean: number, intervals: number): readonly Part[] {
  const parts = day.map((part) =>
    part.name === 'level' ? { ...part, factor: part.factor / intervals } : part,
  )
  const product = productOf(parts)
  return [...parts, { name: 'timeOfDay', factor: product > 0 ? mean / product : 0 }]
}

export type Step = { readonly name: PartName; readonly factor: number; readonly contacts: number }

/**
 * What each factor adds or takes in contacts, one after the other; those that do nothing are left out.
 *
 * @example contactSteps([{ name: 'level', factor: 100 }, { name: 'events', factor: 1.3 }])
 * // [{ name: 'level', factor: 100, contacts: 100 }, { name: 'events', factor: 1.3, contacts: 30 }]
 */
export function contactSteps(parts: readonly Part[]): readonly Step[] {
  let reached = 0
  const steps: Step[] = []
  for (const { name, factor } of parts) {
    const contacts = name === 'level' ? factor : reached * (factor - 1)
    reached += contacts
    if (name === 'level' || Math.abs(contacts) > reached * 1e-9) steps.push({ name, factor, contacts })
  }
  return steps
}
