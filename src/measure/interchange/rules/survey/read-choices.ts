/** The choices of a SurveyJS question, with points where the form gives some. */
import { type ImportedOption, sameInEvery } from '../form/imported-form.ts'
import { localizedOf, plainOf } from './read-text.ts'
import type { SurveyElement } from './survey-json.ts'

/**
 * Points are a choice's `points` or `score`; without them the right answer of a quiz (`correctAnswer`) is worth one,
 * a rating its place above the lowest, and yes one. Otherwise there are none.
 */
export function readChoices(element: SurveyElement): readonly ImportedOption[] {
  const found = choicesOf(element)
  const correct = element.correctAnswer
  if (correct === undefined) return found
  return found.map((option) => ({ points: option.value === plainOf(correct) ? 1 : 0, ...option }))
}

function choicesOf(element: SurveyElement): readonly ImportedOption[] {
  switch (element.type) {
    case 'boolean':
      return yesNo(element)
    case 'rating':
      return Array.isArray(element.rateValues) ? byPlace(element.rateValues) : rates(element)
    default:
      return Array.isArray(element.choices) ? element.choices.map(toOption) : []
  }
}

function toOption(choice: unknown): ImportedOption {
  if (typeof choice !== 'object' || choice === null) {
    const value = plainOf(choice)
    return { value, label: sameInEvery(value) }
  }
  const { value, text, points, score } = choice as Record<string, unknown>
  const worth = points ?? score
  return {
    value: plainOf(value),
    label: localizedOf(text, plainOf(value)),
    ...(typeof worth === 'number' && worth >= 0 ? { points: worth } : {}),
  }
}

function yesNo(element: SurveyElement): readonly ImportedOption[] {
  const yes = plainOf(element.valueTrue ?? true)
  const no = plainOf(element.valueFalse ?? false)
  return [
    { value: yes, label: localizedOf(element.labelTrue, ''), points: 1 },
    { value: no, label: localizedOf(element.labelFalse, ''), points: 0 },
  ].map((option, index) => ({ ...option, label: option.label.nb === '' ? yesNoWords[index]! : option.label }))
}

const yesNoWords = [
  { nb: 'Ja', nn: 'Ja', en: 'Yes' },
  { nb: 'Nei', nn: 'Nei', en: 'No' },
]

function byPlace(values: readonly unknown[]): readonly ImportedOption[] {
  return values.map((value, index) => ({ points: index, ...toOption(value) }))
}

const mostRates = 30

function rates(element: SurveyElement): readonly ImportedOption[] {
  const number = (property: string, otherwise: number): number =>
    typeof element[property] === 'number' ? (element[property] as number) : otherwise
  const from = number('rateMin', 1)
  const step = Math.max(1, number('rateStep', 1))
  const to = number('rateMax', from + (number('rateCount', 5) - 1) * step)
  const count = Math.min(mostRates + 1, Math.max(0, Math.floor((to - from) / step) + 1))
  return byPlace(Array.from({ length: count }, (_, index) => from + index * step))
}
