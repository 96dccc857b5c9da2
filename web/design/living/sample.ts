/** Invented figures for the page that shows the parts. */
import { seededRandom } from '../../../src/kernel/random.ts'
import type { RankRow } from '../chart/rank-dots.tsx'

const names =
  'Fjordlinja,Tindheim Forsikring,Havblikk Bank,Nordlys Kraft,Skogsjø Mobil,Kystbuss,Vidde Reiser,Bryggen Elektro,Solsida TV,Lyngen Netthandel,Storvik Kommune,Granli Sikkerhet'.split(
    ',',
  )

const totals = [88.3, 84.4, 83.3, 75.7, 71.3, 71.1, 67.1, 65.8, 65.3, 63.1, 61.4, 60.2]

export const ranking: readonly RankRow[] = totals.map((value, at) => ({
  key: String(at),
  name: names[at] ?? '',
  place: at + 1,
  value,
  n: 25,
  interval: [value - 6 - (at % 4), Math.min(100, value + 5 + (at % 3))],
  range: [Math.max(1, at - 1), Math.min(12, at + 3)],
  isHighlighted: at === 3,
}))

export type SampleRow = {
  readonly key: string
  readonly name: string
  readonly class: 'energy' | 'bank' | 'transport'
  readonly score: number | null
  readonly low: number
  readonly high: number
  readonly n: number
  readonly state: 'done' | 'waiting' | 'late'
}

const classes = ['energy', 'bank', 'transport'] as const
const states = ['done', 'done', 'waiting', 'late'] as const

export const sampleRows: readonly SampleRow[] = (() => {
  const random = seededRandom(7)
  return Array.from({ length: 60 }, (_, at) => {
    const score = 45 + random() * 50
    return {
      key: String(at),
      name: `${names[at % names.length]} ${Math.floor(at / names.length) + 1}`,
      class: classes[at % 3] ?? 'bank',
      score: at === 17 ? null : score,
      low: score - 7,
      high: Math.min(100, score + 6),
      n: 20 + (at % 6),
      state: states[at % 4] ?? 'done',
    }
  })
})()
