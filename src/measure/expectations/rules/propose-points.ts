/**
 * From expectations to points: within each area, and on every channel's form, what observers expect more of gets
 * more points. The areas' sums stay what they are, so their weights (5/15/50/30) do too. Rule and worked example:
 * docs/methods/expectations.md.
 */
import type { EditionMethod, QuestionMethod } from '../../edition/contract.ts'
import { bestPoints } from '../../edition/rules/form.ts'
import type { PointsLine, SurveyItem } from '../contract.ts'
import { type Allotted, allocatePoints, crossing } from './allocate-points.ts'
import { pointStep, withBestPoints } from './points-grid.ts'

export type Expectation = Pick<SurveyItem, 'questions'> & { readonly importance: number }

export type ProposalRule = {
  /** Per cent of its points that a question may gain or lose in a year; one step is always allowed, unless 0. */
  readonly limit: number
  /** Points of the year before, which the limit counts from; without them today's. */
  readonly before?: ReadonlyMap<string, number>
  /** Only these may change; by default all. */
  readonly questions?: readonly string[] | undefined
}

/** What nobody put first still carries something. */
const leastImportance = 5

type Weighed = {
  readonly question: QuestionMethod
  readonly importance: number
  readonly target: number
  readonly step: number
}

/**
 * A line for each scored question: today's points, what importance alone would give, and the proposal on whole
 * points within the year's limit. What the clock answers, and what no expectation stands for, keeps its points.
 *
 * Example: two questions of 12 points in one area, importance 75 and 25 → targets 18 and 6; with 25 % a year and
 * steps of 4 → 16 and 8.
 */
export function proposePoints(
  method: Pick<EditionMethod, 'areas' | 'channels' | 'questions'>,
  expectations: readonly Expectation[],
  rule: ProposalRule,
): PointsLine[] {
  const importance = new Map(
    expectations.flatMap((each) => each.questions.map((id) => [id, each.importance] as const)),
  )
  const scored = method.questions.filter((question) => question.scored)
  const lines = new Map(
    scored.map((question) => [question.id, keptLine(question, importance.get(question.id))]),
  )
  for (const { id } of method.areas) {
    const own = scored.filter((question) => question.area === id)
    const movable = own.filter((question) => lines.get(question.id)!.kept === null)
    const crossed = crossing(movable.toSorted((a, b) => b.channels.length - a.channels.length))
    for (const each of crossed) lines.set(each, { ...lines.get(each)!, kept: 'crossing' })
    const weighed = weigh(
      movable.filter((question) => !crossed.has(question.id)),
      expectations,
    )
    const chosen = weighed.filter(({ question }) => rule.questions?.includes(question.id) ?? true)
    const allotted = chosen.map((each) => allottedOf(each, rule))
    const points = allocatePoints(
      method.channels.map((channel) => channel.id),
      allotted,
    )
    for (const { question, target } of weighed) {
      const line = { ...lines.get(question.id)!, target }
      const proposed = points.get(question.id)
      lines.set(question.id, proposed === undefined ? { ...line, kept: 'notChosen' } : { ...line, proposed })
    }
  }
  return [...lines.values()]
}

function keptLine(question: QuestionMethod, importance: number | undefined): PointsLine {
  const { id, text, area, channels } = question
  const today = bestPoints(question)
  const clocked = question.clock !== undefined || pointStep(question) === undefined
  const kept = clocked ? 'clock' : importance === undefined ? 'noExpectation' : null
  const shown = { question: id, text, area, channels: [...channels] }
  return { ...shown, importance: importance ?? null, today, target: today, proposed: today, kept }
}

/**
 * Each channel's form shares the points of its movable questions by importance; an expectation that stands for
 * several questions shares its importance among them by their points. A question's target is the mean over its forms.
 */
function weigh(questions: readonly QuestionMethod[], expectations: readonly Expectation[]): Weighed[] {
  const behind = (id: string) => expectations.find((each) => each.questions.includes(id))!
  const targetOn = (channel: string, question: QuestionMethod): number => {
    const form = questions.filter((other) => (other.channels as readonly string[]).includes(channel))
    const weightOf = (other: QuestionMethod): number => {
      const { importance, questions: siblings } = behind(other.id)
      const shared = form.filter(({ id }) => siblings.includes(id))
      return (Math.max(importance, leastImportance) * bestPoints(other)) / sum(shared.map(bestPoints))
    }
    return (sum(form.map(bestPoints)) * weightOf(question)) / sum(form.map(weightOf))
  }
  return questions.map((question) => ({
    question,
    importance: behind(question.id).importance,
    target: sum(question.channels.map((id) => targetOn(id, question))) / question.channels.length,
    step: pointStep(question)!,
  }))
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** One step always remains, so that no question loses all its points. */
function allottedOf({ question, target, step }: Weighed, { limit, before }: ProposalRule): Allotted {
  const { id, channels } = question
  const today = bestPoints(question)
  const from = before?.get(id) ?? today
  const most = limit === 0 ? 0 : Math.max((from * limit) / 100, step)
  return {
    id,
    channels,
    today,
    target,
    step,
    lowest: Math.max(Math.min(step, today), from - most),
    highest: from + most,
  }
}

/** The method with the proposed points; the options of a changed question keep their proportions. */
export function withPoints(method: EditionMethod, lines: readonly PointsLine[]): EditionMethod {
  const changed = new Map(
    lines.filter(({ today, proposed }) => today !== proposed).map((line) => [line.question, line.proposed]),
  )
  const questions = method.questions.map((question) => {
    const best = changed.get(question.id)
    const fits = best !== undefined && question.scored && bestPoints(question) > 0
    return fits ? { ...question, options: withBestPoints(question.options, best) } : question
  })
  return { ...method, questions }
}
