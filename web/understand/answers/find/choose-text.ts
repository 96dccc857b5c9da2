import type { ReadAnswer } from '../../../../src/understand/answers/contract.ts'
import type { AnswerChannel } from '../../../../src/understand/answers/rules/answer-words.ts'
import { currentLanguage } from '../../../i18n/i18n.ts'

type Text = ReadAnswer['texts'][number]

export type Chosen = {
  readonly text: Text
  /** Why the channel's own text is not given. */
  readonly instead?: 'noVersion' | 'stale' | 'wrong'
}

/** The channel's approved text in the person's language; the core where there is none that can be trusted. */
export function chooseText(
  { texts }: ReadAnswer,
  channel: AnswerChannel | undefined,
  language = currentLanguage(),
): Chosen {
  const inLanguage = (list: readonly Text[]) => list.find((text) => text.language === language) ?? list[0]
  const core = inLanguage(texts.filter((text) => text.channel === null))
  if (!core) throw new Error('an agreed answer has a core')
  if (channel === undefined) return { text: core }
  const version = inLanguage(texts.filter((text) => text.channel === channel))
  if (!version) return { text: core, instead: 'noVersion' }
  if (version.wrong) return { text: core, instead: 'wrong' }
  return version.stale ? { text: core, instead: 'stale' } : { text: version }
}
