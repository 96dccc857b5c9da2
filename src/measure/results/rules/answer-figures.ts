/**
 * What was answered, question by question: the score and the distribution of each scored question, and the
 * customer-experience figures apart, which never touch a score (M5.4). Only answered contacts are counted.
 */
import type { QuestionMethod } from '../../edition/contract.ts'
import type { AnswerFigures, ExperienceResult, QuestionResult } from '../contract.ts'
import { type CompiledForm, type CompiledMethod, notApplicable } from './compiled-form.ts'
import { meanWithInterval } from './mean-interval.ts'
import type { Answers } from './score-submission.ts'

/** By the question's place in the method: how often each option was chosen, and "not applicable" last. */
export type AnswerCounts = readonly number[][]

export function emptyCounts({ method }: CompiledMethod): AnswerCounts {
  return method.questions.map(({ options }) => new Array<number>(options.length + 1).fill(0))
}

/** Counts one answered contact's answers. */
export function countAnswers(counts: AnswerCounts, form: CompiledForm, answers: Answers): void {
  for (const { id, index, options } of form.questions) {
    const value = answers[id]
    if (value === undefined || value === '') continue
    const choice = value === notApplicable ? options.size : options.get(value)
    if (choice !== undefined) counts[index]![choice]!++
  }
}

export function addCounts(counts: AnswerCounts, part: AnswerCounts): void {
  part.forEach((row, question) => {
    row.forEach((count, choice) => {
      counts[question]![choice]! += count
    })
  })
}

/** The figures about one segment; a question that nobody met in it is left out. */
export function answerFigures(
  compiled: CompiledMethod,
  segment: string,
  counts: AnswerCounts,
): AnswerFigures {
  const level = compiled.method.score.interval.level
  const questions: QuestionResult[] = []
  const experience: ExperienceResult[] = []
  compiled.method.questions.forEach((question, index) => {
    const row = counts[index]!
    if (!row.some((count) => count > 0)) return
    if (question.scored) questions.push(questionResult(question, row, level))
    else if (question.kind === 'scale') experience.push(experienceResult(question, row, level))
  })
  return { segment, questions, experience }
}

const distribution = (question: QuestionMethod, row: readonly number[]) =>
  question.options.map(({ id }, choice) => ({ option: id, count: row[choice]! }))

function questionResult(question: QuestionMethod, row: readonly number[], level: number): QuestionResult {
  const best = Math.max(...question.options.map(({ points }) => points))
  const values = question.options.map(({ points }, choice) => ({
    value: (points * 100) / best,
    count: row[choice]!,
  }))
  const { n, mean, interval } = meanWithInterval(values, { low: 0, high: 100 }, level)
  const notApplicable = row[question.options.length]!
  return {
    question: question.id,
    n,
    notApplicable,
    score: mean,
    interval,
    options: distribution(question, row),
  }
}

/** A scale from 0 to 10 is the recommendation question: NPS = share of 9–10 less share of 0–6, × 100. */
function isRecommendation({ options }: QuestionMethod): boolean {
  return options.length === 11 && options.every(({ id }, index) => id === String(index))
}

const recommendation = (answer: number): number => (answer >= 9 ? 100 : answer >= 7 ? 0 : -100)

function experienceResult(question: QuestionMethod, row: readonly number[], level: number): ExperienceResult {
  const nps = isRecommendation(question)
  const numbers = question.options.map(({ id }) => Number(id))
  const values = numbers.map((number, choice) => ({
    value: nps ? recommendation(number) : number,
    count: row[choice]!,
  }))
  const scale = nps ? { low: -100, high: 100 } : { low: Math.min(...numbers), high: Math.max(...numbers) }
  const { n, mean, interval } = meanWithInterval(merged(values), scale, level)
  const kind = nps ? 'nps' : 'mean'
  return { question: question.id, kind, n, value: mean, interval, options: distribution(question, row) }
}

function merged(values: readonly { readonly value: number; readonly count: number }[]) {
  const counts = new Map<number, number>()
  for (const { value, count } of values) counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts].map(([value, count]) => ({ value, count }))
}
