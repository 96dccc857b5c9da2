/** Importance over the years, and where a line must not be drawn on because it was asked otherwise. */
import type { Localized } from '../../../kernel/localized.ts'
import type { SurveyMode, TrendLine, TrendPoint } from '../contract.ts'

/** One year's figures: of a survey here, or from a file of earlier years. */
export type TrendYear = {
  readonly year: number
  readonly imported: boolean
  /** How it was asked, and among how many; unknown for a file. */
  readonly asked: {
    readonly mode: SurveyMode
    readonly items: number
    readonly depth: number
    /** Best–worst mode: how many stood together. */
    readonly setSize: number
  } | null
  readonly figures: readonly {
    readonly id: string
    readonly importance: number
    readonly interval: [number, number] | null
    readonly n: number
    /** The words it was asked in; unknown for most files. */
    readonly wording: string | null
  }[]
}

type Item = { readonly id: string; readonly text: Localized }

/** So many years are shown. */
const shownYears = 5

/**
 * One line for each item of the newest survey, over the last five years that have figures; where a year was both
 * asked here and imported, what was asked here counts. A line breaks where the wording is known to differ, where
 * it was asked in another way, or where another number of items was asked about, put in order or shown together.
 */
export function trendLines(items: readonly Item[], years: readonly TrendYear[]): TrendLine[] {
  const known = [...Map.groupBy(years, ({ year }) => year).values()]
    .map((same) => same.find(({ imported }) => !imported) ?? same[0]!)
    .toSorted((a, b) => a.year - b.year)
    .slice(-shownYears)
  return items.map(({ id, text }) => {
    let before: TrendYear | undefined
    const points = known.flatMap((year): TrendPoint[] => {
      const figure = figureOf(year, id)
      if (!figure) return []
      const breaks = before !== undefined && isBreak(before, year, id)
      before = year
      const { importance, interval, n } = figure
      return [{ year: year.year, importance, interval, n, breaks, imported: year.imported }]
    })
    return { id, text, points }
  })
}

function figureOf(year: TrendYear, id: string) {
  return year.figures.find((figure) => figure.id === id)
}

function isBreak(before: TrendYear, after: TrendYear, id: string): boolean {
  const [old, recent] = [figureOf(before, id)?.wording, figureOf(after, id)?.wording]
  if (old && recent && plain(old) !== plain(recent)) return true
  const [then, now] = [before.asked, after.asked]
  if (!then || !now) return false
  if (then.mode !== now.mode || then.items !== now.items) return true
  if (now.mode === 'rank') return then.depth !== now.depth
  return now.mode === 'bestWorst' && then.setSize !== now.setSize
}

const plain = (text: string) =>
  text
    .toLocaleLowerCase('nb')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
