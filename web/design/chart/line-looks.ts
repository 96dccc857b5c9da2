import type { ChartColours } from './colours.ts'

/** `seen`: drawn whole. `expected`: dashed, a forecast. `earlier`: dashed and grey, a forecast that a newer one
 *  has taken the place of. `control`: grey, for comparison. */
export type LineLook = 'seen' | 'expected' | 'earlier' | 'control'

export const inks = {
  seen: 'text',
  expected: 'accent',
  earlier: 'control',
  control: 'control',
} as const satisfies Record<LineLook, keyof ChartColours>

/** Lengths drawn and left out in turn; the second and third line of a look have their own, to be told apart. */
const whole = [[], [12, 4], [2, 3]]
const dashed = [
  [7, 4],
  [2, 3],
  [12, 3, 2, 3],
]
const dashes: Readonly<Record<LineLook, readonly (readonly number[])[]>> = {
  seen: whole,
  expected: dashed,
  earlier: dashed,
  control: whole,
}

/** The dash of each line of a chart: one list of lengths a line, empty for a line drawn whole. */
export function dashesOf(lines: readonly { readonly look: LineLook }[]): readonly (readonly number[])[] {
  return lines.map(({ look }, at) => {
    const before = lines.slice(0, at).filter((line) => line.look === look).length
    return dashes[look][before % dashes[look].length] ?? []
  })
}
