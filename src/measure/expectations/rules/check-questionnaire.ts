import type { InputIssue } from '../../../kernel/errors.ts'
import type { Choice, SurveyQuestionnaire } from '../contract.ts'
import { choicesIn, numbersIn, type Reply } from './ranks.ts'

/**
 * What is wrong with a questionnaire beyond its shape: an item or a question that stands twice, a question that the
 * method does not have, more to put in order or to show together than there are items, too few sets for every item
 * to be shown, and days the wrong way round.
 */
export function checkQuestionnaire(
  survey: SurveyQuestionnaire,
  questions: ReadonlySet<string>,
): readonly InputIssue[] {
  const issues: InputIssue[] = []
  const ids = survey.items.map(({ id }) => id)
  const tied = survey.items.flatMap((item) => item.questions)
  for (const id of doubled(ids)) issues.push({ code: 'doubled-item', path: 'items', value: id })
  for (const id of doubled(tied)) issues.push({ code: 'doubled-question', path: 'items', value: id })
  for (const id of new Set(tied))
    if (!questions.has(id)) issues.push({ code: 'unknown-question', path: 'items', value: id })
  if (survey.mode === 'rank' && survey.depth > survey.items.length)
    issues.push({ code: 'too-deep', path: 'depth' })
  if (survey.mode === 'bestWorst') {
    const { size, count } = survey.sets
    if (size > ids.length) issues.push({ code: 'too-deep', path: 'sets.size' })
    // Everybody must meet every item, or one who never saw it would count as not minding.
    if (size * count < ids.length) issues.push({ code: 'too-few-sets', path: 'sets.count' })
  }
  if (survey.closesOn < survey.opensOn) issues.push({ code: 'closes-before-opening', path: 'closesOn' })
  return issues
}

const doubled = (values: readonly string[]) =>
  new Set(values.filter((value, at) => values.indexOf(value) !== at))

type Asked = Pick<SurveyQuestionnaire, 'mode' | 'depth' | 'items'> & {
  /** Best–worst mode: the sets of this observer. */
  readonly sets: readonly (readonly string[])[]
}

/**
 * Whether an answer is whole: in rank mode the places 1 to `depth`, each once; in rate mode a rating of 1 to 7 for
 * every item; in best–worst mode for each of the observer's sets two different ones of its items. Example: depth 2,
 * `{ listen: 1, wait: 2 }` → true.
 */
export function isWhole({ mode, depth, items, sets }: Asked, reply: Reply): boolean {
  if (mode === 'bestWorst' || Array.isArray(reply))
    return mode === 'bestWorst' && isChosen(sets, choicesIn(reply))
  const given = Object.entries(numbersIn(reply))
  if (given.some(([id]) => !items.some((item) => item.id === id))) return false
  if (mode === 'rate')
    return given.length === items.length && given.every(([, rating]) => rating >= 1 && rating <= 7)
  const places = given.map(([, place]) => place).toSorted((a, b) => a - b)
  return places.length === depth && places.every((place, index) => place === index + 1)
}

function isChosen(sets: readonly (readonly string[])[], choices: readonly Choice[]): boolean {
  return (
    choices.length === sets.length &&
    choices.every(({ items, best, worst }, at) => {
      const set = sets[at]!
      const asShown = items.length === set.length && items.every((id, place) => id === set[place])
      return asShown && best !== worst && set.includes(best) && set.includes(worst)
    })
  )
}
