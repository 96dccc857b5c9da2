/** A participant's gap to a reference as steps that add up, each with an interval: what a waterfall shows (M7.4). */
import { type Interval, middleOf } from '../../../../kernel/statistics.ts'
import type { ChannelId } from '../../../edition/contract.ts'
import type { CompiledMethod } from '../../../results/rules/compiled-form.ts'
import type { Gap, GapQuestion, GapStep } from '../../contract.ts'
import { column } from './contact-columns.ts'
import { type ChannelSums, copyAt, type GapGroup, roomFor, totalOf } from './gap-group.ts'
import { type GapSplit, roomForSplit, splitGap, withoutLoss } from './split-gap.ts'

/** The steps of a gap before they have names: for each, the cells of a split that it sums. */
type Cell = (split: GapSplit) => number
type Plan = {
  readonly step: Pick<GapStep, 'kind' | 'area'>
  readonly cells: readonly (readonly [ChannelId, Cell])[]
  readonly questions: readonly { readonly question: string; readonly cells: readonly Cell[] }[]
}

/**
 * The gap of `own` to `reference`: own total − reference total = Σ steps, exactly. Undefined where either has no
 * total. `level` is the intervals' coverage.
 */
export function gapBetween(
  compiled: CompiledMethod,
  { own, reference, level }: { readonly own: GapGroup; readonly reference: GapGroup; readonly level: number },
): Gap | undefined {
  const [to, from] = [totalOf(own.sums), totalOf(reference.sums)]
  if (to === null || from === null) return undefined
  const plan = planSteps(compiled)
  const room = emptySplit(compiled)
  const split = splitGap(own.sums, reference.sums, room)
  const values = valuesOf(plan, split)
  const [ownRoom, referenceRoom] = [roomFor(own), roomFor(reference)]
  const spread = own.spreadKnown && reference.spreadKnown ? own.resamples : 0
  const copies = values.map(() => new Float64Array(spread))
  for (let copy = 0; copy < spread; copy++) {
    splitGap(copyAt(own, copy, ownRoom), copyAt(reference, copy, referenceRoom), room)
    valuesOf(plan, room).forEach((value, at) => {
      copies[at]![copy] = value
    })
  }
  const sums = { own: own.sums, reference: reference.sums }
  return { from, to, n: own.n, steps: stepsOf(compiled, plan, { values, copies, level, sums }) }
}

/**
 * The gap to a wanted total: what is lost up to 100, split the same way, and of each loss the same share, so that the
 * target is reached when every loss shrinks alike. Undefined where the target is reached already.
 *
 * Example: 60 with 10 lost by the unanswered and 30 by the welcome; target 80 → −5 and −15.
 */
export function gapToTarget(
  compiled: CompiledMethod,
  { own, target, level }: { readonly own: GapGroup; readonly target: number; readonly level: number },
): Gap | undefined {
  const to = totalOf(own.sums)
  if (to === null || to >= target) return undefined
  const plan = planSteps(compiled)
  const room = emptySplit(compiled)
  const shares = formShares(compiled)
  const lossesOf = (sums: ChannelSums): readonly number[] => {
    const total = totalOf(sums) ?? 0
    const share = total < 100 ? (target - total) / (100 - total) : 0
    return valuesOf(plan, splitGap(sums, withoutLoss(sums, shares), room)).map((value) => value * share)
  }
  const values = lossesOf(own.sums)
  const spread = own.spreadKnown ? own.resamples : 0
  const copies = values.map(() => new Float64Array(spread))
  const ownRoom = roomFor(own)
  for (let copy = 0; copy < spread; copy++) {
    lossesOf(copyAt(own, copy, ownRoom)).forEach((value, at) => {
      copies[at]![copy] = value
    })
  }
  const sums = { own: own.sums, reference: withoutLoss(own.sums, shares) }
  return { from: target, to, n: own.n, steps: stepsOf(compiled, plan, { values, copies, level, sums }) }
}

const emptySplit = ({ method, forms }: CompiledMethod): GapSplit =>
  roomForSplit(method.channels.map(({ id }) => forms.get(id)!.scoredQuestions.length))

const formShares = ({ method, forms }: CompiledMethod) =>
  method.channels.map(({ id }) => {
    const { scoredQuestions, possible } = forms.get(id)!
    return scoredQuestions.map(({ best }) => best / possible)
  })

/** Unanswered, then the areas in the method's order with their questions, then what was applicable, then the mix. */
function planSteps({ method, forms, areas }: CompiledMethod): readonly Plan[] {
  const overChannels = (cell: (channel: GapSplit['channels'][number], at: number) => number) =>
    method.channels.map(({ id }, at): readonly [ChannelId, Cell] => [
      id,
      ({ channels }) => cell(channels[at]!, at),
    ])
  const placesOf = (channel: ChannelId, matches: (question: { id: string; area: number }) => boolean) =>
    forms.get(channel)!.scoredQuestions.flatMap((question, q) => (matches(question) ? [q] : []))
  const areaPlans = areas.map((area, index): Plan => {
    const places = method.channels.map(({ id }) => placesOf(id, (question) => question.area === index))
    return {
      step: { kind: 'area', area },
      cells: overChannels(({ questions }, at) => places[at]!.reduce((sum, q) => sum + questions[q]!, 0)),
      questions: method.questions
        .filter((question) => question.scored && question.area === area)
        .map((question) => ({
          question: question.id,
          cells: method.channels.flatMap(({ id }, at) =>
            placesOf(id, (one) => one.id === question.id).map(
              (q): Cell =>
                ({ channels }) =>
                  channels[at]!.questions[q]!,
            ),
          ),
        })),
    }
  })
  return [
    { step: { kind: 'unanswered' }, cells: overChannels(({ unanswered }) => unanswered), questions: [] },
    ...areaPlans,
    { step: { kind: 'applicable' }, cells: overChannels(({ applicable }) => applicable), questions: [] },
    { step: { kind: 'mix' }, cells: overChannels(({ mix }) => mix), questions: [] },
  ]
}

/** For each step its value, then one value for each of its channels, then one for each of its questions. */
function valuesOf(plan: readonly Plan[], split: GapSplit): number[] {
  const values: number[] = []
  for (const { cells, questions } of plan) {
    const at = values.push(0) - 1
    for (const [, cell] of cells) {
      const value = cell(split)
      values[at]! += value
      values.push(value)
    }
    for (const question of questions) values.push(question.cells.reduce((sum, cell) => sum + cell(split), 0))
  }
  return values
}

type Drawn = {
  readonly values: readonly number[]
  readonly copies: readonly Float64Array[]
  readonly level: number
  readonly sums: { readonly own: ChannelSums; readonly reference: ChannelSums }
}

function stepsOf(
  compiled: CompiledMethod,
  plan: readonly Plan[],
  { values, copies, level, sums }: Drawn,
): GapStep[] {
  let at = 0
  const next = () => {
    const place = at++
    const drawn = copies[place]!
    const interval: Interval | null = drawn.length > 0 ? middleOf(drawn, level) : null
    return { value: values[place]!, interval }
  }
  return plan.map(({ step, cells, questions }): GapStep => {
    const whole = next()
    const channels = cells.map(([channel]) => ({ channel, ...next() }))
    return {
      ...step,
      ...whole,
      channels: channels.filter(({ channel }) => hasContacts(compiled, channel, sums)),
      questions: questions.flatMap(({ question }): GapQuestion[] => {
        const figure = next()
        const [own, reference] = [sums.own, sums.reference].map((side) => scoreOn(compiled, question, side))
        return own === undefined && reference === undefined
          ? []
          : [{ question, ...figure, own: own ?? null, reference: reference ?? null }]
      }),
    }
  })
}

function hasContacts({ method }: CompiledMethod, channel: ChannelId, sums: Drawn['sums']): boolean {
  const place = method.channels.findIndex(({ id }) => id === channel)
  return sums.own[place] !== undefined || sums.reference[place] !== undefined
}

/** Score on a question, 0–100, weighed by what it could give; undefined where it was never applicable. */
function scoreOn({ method, forms }: CompiledMethod, question: string, sums: ChannelSums): number | undefined {
  let [gave, could] = [0, 0]
  method.channels.forEach(({ id }, channel) => {
    const q = forms.get(id)!.scoredQuestions.findIndex((one) => one.id === question)
    if (q < 0) return
    gave += sums[channel]?.[column.gave(q)] ?? 0
    could += sums[channel]?.[column.could(q)] ?? 0
  })
  return could > 0 ? (gave * 100) / could : undefined
}
