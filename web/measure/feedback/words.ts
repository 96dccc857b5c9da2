import { useCallback } from 'react'
import type { FeedbackLine } from '../../../src/measure/feedback/contract.ts'
import { isWaiting as waits } from '../../../src/measure/feedback/rules/feedback-state.ts'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useTexts } from '../../i18n/use-texts.ts'

export function isWaiting(line: FeedbackLine): boolean {
  return waits({ ...line, replied: line.events.some(({ kind }) => kind === 'reply') })
}

/** Who it comes from, as far as that is known: an open link tells the participant, never the person. */
export function useSenderName(): (line: FeedbackLine) => string {
  const t = useTexts(feedbackTexts)
  return useCallback(
    ({ source, participant, sender }) => {
      const name = [sender, participant].filter(Boolean).join(', ')
      return source === 'observer' ? (sender ?? t('from.observer')) : t(`from.${source}`, { name })
    },
    [t],
  )
}
