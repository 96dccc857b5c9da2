/** An imported form becomes the questionnaire of a method; channels, season, key and bands stay as they are. */
import type { ChannelId, EditionMethod, OptionMethod, QuestionMethod } from '../../../edition/contract.ts'
import { identifiers } from './identifiers.ts'
import type { ImportedForm, ImportedQuestion, LeftOut } from './imported-form.ts'

const mostComments = 3

export type TakenForm = { readonly method: EditionMethod; readonly left: readonly LeftOut[] }

/**
 * The method with the form's areas, questions and comments instead of its own. Areas weigh what their points weigh
 * on the channels' forms, so that the score is the one that the other tool gave. A question without points is kept
 * and not scored, and is named in `left`.
 */
export function withForm(method: EditionMethod, form: ImportedForm): TakenForm {
  const areaId = namesToIds(form.areas.map(({ name }) => name))
  const questionId = identifiers()
  const questions = form.questions.map((question) =>
    toQuestion(question, { id: questionId(question.name), area: areaId.get(question.area)!, method }),
  )
  const commentId = identifiers()
  const comments = form.comments.slice(0, mostComments).map(({ name, area, text, required }) => ({
    id: commentId(name),
    area: areaId.get(area)!,
    text,
    required,
  }))
  const weights = areaWeights(
    questions,
    method,
    form.areas.map(({ name }) => areaId.get(name)!),
  )
  const areas = form.areas.map(({ name, title, weight }) => {
    const id = areaId.get(name)!
    return { id, name: title, weight: weight ?? weights.get(id)! }
  })
  const unscored = form.questions.filter((question) => hasNoPoints(question) && !question.unscored)
  return {
    method: { ...method, areas, questions, comments },
    left: [
      ...form.left,
      ...unscored.map(({ name }) => ({ name, reason: 'no-points' as const, detail: '' })),
      ...form.comments
        .slice(mostComments)
        .map(({ name }) => ({ name, reason: 'too-many-comments' as const, detail: String(mostComments) })),
    ],
  }
}

function namesToIds(names: readonly string[]): ReadonlyMap<string, string> {
  const idOf = identifiers()
  return new Map([...new Set(names)].map((name) => [name, idOf(name)]))
}

function hasNoPoints({ options }: ImportedQuestion): boolean {
  return options.every(({ points }) => (points ?? 0) === 0)
}

type Place = { readonly id: string; readonly area: string; readonly method: EditionMethod }

function toQuestion(question: ImportedQuestion, { id, area, method }: Place): QuestionMethod {
  const { text, help, notApplicable, clock } = question
  const all = method.channels.map((channel) => channel.id)
  const asked = question.channels?.filter((channel) => all.includes(channel)) ?? []
  const scored = !hasNoPoints(question)
  const options = toOptions(question)
  return {
    id,
    area,
    channels: asked.length > 0 ? [...asked] : all,
    kind: question.kind ?? kindOf(options),
    text,
    ...(help ? { help } : {}),
    scored,
    notApplicable,
    ...(clock ? { clock } : {}),
    options,
  }
}

/** Options keep what the other tool stores where it can be an id here, so that its answers are found again. */
function toOptions({ options }: ImportedQuestion): OptionMethod[] {
  const optionId = identifiers()
  return options.map(({ value, label, points }) => ({
    id: /^[a-zA-Z0-9]+$/.test(value) ? value : optionId(value),
    label,
    points: points ?? 0,
  }))
}

/** @example two options → yesNo; five → degree; whole numbers in a row → scale; anything else → category */
function kindOf(options: readonly OptionMethod[]): QuestionMethod['kind'] {
  const first = Number(options[0]?.id)
  const inRow = options.every(({ id }, index) => /^\d+$/.test(id) && Number(id) === first + index)
  if (inRow && options.every(({ points }) => points === 0)) return 'scale'
  if (options.length === 2) return 'yesNo'
  return options.length === 5 ? 'degree' : 'category'
}

/** Each area's share of the possible points, in per cent with two decimals, mean over the channels; 100 in all. */
function areaWeights(
  questions: readonly QuestionMethod[],
  { channels }: EditionMethod,
  areas: readonly string[],
): ReadonlyMap<string, number> {
  const shares = channels.map(({ id }) => sharesOn(questions, id, areas))
  const hundredths = areas.map((_, area) =>
    Math.round((10_000 * shares.reduce((sum, share) => sum + share[area]!, 0)) / channels.length),
  )
  const rest = 10_000 - hundredths.reduce((sum, share) => sum + share, 0)
  const largest = hundredths.indexOf(Math.max(...hundredths))
  return new Map(areas.map((area, at) => [area, (hundredths[at]! + (at === largest ? rest : 0)) / 100]))
}

function sharesOn(
  questions: readonly QuestionMethod[],
  channel: ChannelId,
  areas: readonly string[],
): number[] {
  const points = areas.map((area) =>
    questions
      .filter((question) => question.scored && question.area === area && question.channels.includes(channel))
      .reduce((sum, { options }) => sum + Math.max(...options.map((option) => option.points)), 0),
  )
  const possible = points.reduce((sum, part) => sum + part, 0)
  return points.map((part) => (possible === 0 ? 0 : part / possible))
}
