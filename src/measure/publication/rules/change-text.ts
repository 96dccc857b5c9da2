import type { ChangeLine } from '../../appeals/contract.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import type { PublicWords } from './public-words.ts'

/** One correction in a sentence or two: when, where, what came of it, and what it moved. */
export function changeText(change: ChangeLine, method: EditionMethod, words: PublicWords): string {
  const { t, format, language, score } = words
  const channel = method.channels.find(({ id }) => id === change.channel)?.name[language] ?? change.channel
  const where = [channel, change.class, change.participant].filter((one) => one !== null).join(', ')
  const { before, after } = change.score
  const { rank } = change
  const what = [
    t(change.outcome),
    change.excluded ? t('changeExcluded') : undefined,
    !change.excluded && before !== after
      ? t('changeScore', { before: score(before), after: score(after) })
      : undefined,
    rank && rank.before !== null && rank.after !== null && rank.before !== rank.after
      ? t('changeRank', { before: format.number(rank.before), after: format.number(rank.after) })
      : undefined,
    change.othersMoved > 0 ? t('changeOthers', { count: format.number(change.othersMoved) }) : undefined,
  ]
  return t('changeWhere', {
    date: format.date(change.at),
    where,
    what: what.filter((one) => one !== undefined).join(' '),
  })
}
