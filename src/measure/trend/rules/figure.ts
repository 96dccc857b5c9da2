/**
 * The figures that are followed over editions and that a centre can set targets for, each under a short id:
 * `total`, `answered`, `unanswered`, `share:80`, `channel:phone`, `area:agent`, `question:listened`.
 */
import type { Language, Localized } from '../../../kernel/localized.ts'
import type { EditionMethod } from '../../edition/contract.ts'

export type Figure =
  | { readonly kind: 'total' | 'answered' | 'unanswered' }
  /** Share of the contacts that score this or more, in per cent. */
  | { readonly kind: 'share'; readonly from: number }
  | { readonly kind: 'channel' | 'area' | 'question'; readonly id: string }

/**
 * Reads a figure's id; undefined for anything else.
 *
 * @example readFigure('area:agent') // { kind: 'area', id: 'agent' }
 */
export function readFigure(text: string): Figure | undefined {
  if (text === 'total' || text === 'answered' || text === 'unanswered') return { kind: text }
  const [, kind, id] = /^(share|channel|area|question):([a-zA-Z0-9]+)$/.exec(text) ?? []
  if (kind === undefined || id === undefined) return undefined
  if (kind !== 'share') return { kind: kind as 'channel' | 'area' | 'question', id }
  const from = Number(id)
  return Number.isInteger(from) && from > 0 && from <= 100 ? { kind, from } : undefined
}

/** Whether less of the figure is better. */
export function isLessBetter({ kind }: Figure): boolean {
  return kind === 'unanswered'
}

/**
 * What the method calls it: the question's words, the area's or channel's name; nothing for the others. A question
 * that is asked in the same words on several channels, each with its own answers, is told apart by them.
 */
export function nameInMethod(figure: Figure, method: EditionMethod): Localized | undefined {
  switch (figure.kind) {
    case 'question':
      return questionName(figure.id, method)
    case 'area':
      return method.areas.find(({ id }) => id === figure.id)?.name
    case 'channel':
      return method.channels.find(({ id }) => id === figure.id)?.name
    default:
      return undefined
  }
}

function questionName(id: string, { questions, channels }: EditionMethod): Localized | undefined {
  const question = questions.find((one) => one.scored && one.id === id)
  const isAlone = questions.every((one) => one === question || one.text.nb !== question?.text.nb)
  if (!question || isAlone) return question?.text
  const asked = channels.filter((channel) => question.channels.includes(channel.id))
  const named = (language: Language) =>
    `${question.text[language]} (${asked.map(({ name }) => name[language]).join(', ')})`
  return { nb: named('nb'), nn: named('nn'), en: named('en') }
}
