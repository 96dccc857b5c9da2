/** The words and marks that the pages of core answers share. */
import { useCallback } from 'react'
import type { AnswerLine } from '../../../src/understand/answers/contract.ts'
import type { AnswerChannel, AnswerState } from '../../../src/understand/answers/rules/answer-words.ts'
import { Status, type Tone } from '../../design/status.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'

const tones: Readonly<Record<AnswerState, Tone>> = {
  draft: 'neutral',
  inReview: 'information',
  agreed: 'good',
  retired: 'neutral',
}

export function StateMark({ answer }: { readonly answer: Pick<AnswerLine, 'state' | 'changing'> }) {
  const t = useTexts(answerTexts)
  if (answer.changing && answer.state === 'draft') return <Status tone="information">{t('changing')}</Status>
  return <Status tone={tones[answer.state]}>{t(`state.${answer.state}`)}</Status>
}

/** "telefon, chat og e-post" */
export function useChannelList(): (channels: readonly AnswerChannel[]) => string {
  const t = useTexts(answerTexts)
  const language = useLanguage()
  return useCallback(
    (channels) =>
      new Intl.ListFormat(language === 'nn' ? 'nb' : language, { type: 'conjunction' }).format(
        channels.map((channel) => inSentence(t(`channel.${channel}`))),
      ),
    [t, language],
  )
}

/** Names keep their capital; other channels are small in a sentence. */
function inSentence(name: string): string {
  return name === 'Facebook' ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

export const flagIds = ['wrong', 'stale', 'waiting', 'translation', 'comments', 'none'] as const
export type FlagId = (typeof flagIds)[number]

/** What matters most about an answer, the worst first. */
export function flagsOf(answer: AnswerLine): readonly FlagId[] {
  if (answer.state === 'retired') return ['none']
  const flags: FlagId[] = []
  if (answer.wrong.length > 0) flags.push('wrong')
  if (answer.stale.length > 0) flags.push('stale')
  if (answer.state === 'inReview') flags.push('waiting')
  if (answer.staleLanguages.length > 0) flags.push('translation')
  if (answer.openComments > 0) flags.push('comments')
  return flags.length === 0 ? ['none'] : flags
}

const flagTones: Readonly<Record<FlagId, Tone>> = {
  wrong: 'bad',
  stale: 'warning',
  waiting: 'information',
  translation: 'warning',
  comments: 'neutral',
  none: 'good',
}

export function FlagMarks({ answer }: { readonly answer: AnswerLine }) {
  const t = useTexts(answerTexts)
  const list = useChannelList()
  const short = (about: AnswerLine['stale']) =>
    about.length > 2 ? t('flagCount', { count: about.length }) : list(about)
  const channels = { wrong: answer.wrong, stale: answer.stale, waiting: answer.missingSignOffs }
  return (
    <span className="lp-answer-flags">
      {flagsOf(answer).map((flag) => {
        const about = flag === 'wrong' || flag === 'stale' || flag === 'waiting' ? channels[flag] : []
        const text = t(`flag.${flag}`)
        return (
          <Status key={flag} tone={flagTones[flag]}>
            {about.length === 0 ? text : t('flagIn', { flag: text, channels: short(about) })}
          </Status>
        )
      })}
    </span>
  )
}
