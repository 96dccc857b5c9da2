/** The ways of answering that the reference method uses, as lists of answer options with their points. */
import type { Localized } from '../../../../kernel/localized.ts'
import type { OptionMethod } from '../../contract.ts'

/** One text in bokmål, nynorsk and English. */
export function say(nb: string, nn: string, en: string): Localized {
  return { nb, nn, en }
}

/** Yes gives all the points, no gives none. */
export function yesNo(points: number): OptionMethod[] {
  return [
    { id: 'yes', label: say('Ja', 'Ja', 'Yes'), points },
    { id: 'no', label: say('Nei', 'Nei', 'No'), points: 0 },
  ]
}

const degrees = [
  say('I svært stor grad', 'I svært stor grad', 'To a very large degree'),
  say('I stor grad', 'I stor grad', 'To a large degree'),
  say('I noen grad', 'I nokon grad', 'To some degree'),
  say('I liten grad', 'I liten grad', 'To a small degree'),
  say('Ikke i det hele tatt', 'Ikkje i det heile teke', 'Not at all'),
]

/** Five steps with the points evenly spread: `degree(8)` gives 8, 6, 4, 2, 0. */
export function degree(points: number): OptionMethod[] {
  return degrees.map((label, index) => ({ id: `d${4 - index}`, label, points: (points * (4 - index)) / 4 }))
}

/** A row of numbers with words at its two ends; the option's id is the number, and none carries points. */
export function scale(from: number, to: number, ends: readonly [Localized, Localized]): OptionMethod[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const number = String(from + index)
    const end = index === 0 ? ends[0] : from + index === to ? ends[1] : undefined
    const label = end
      ? say(`${number} – ${end.nb}`, `${number} – ${end.nn}`, `${number} – ${end.en}`)
      : say(number, number, number)
    return { id: number, label, points: 0 }
  })
}
