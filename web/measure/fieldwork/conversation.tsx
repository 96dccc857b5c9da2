import type { ReviewDetail } from '../../../src/measure/fieldwork/contract.ts'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { observeTexts } from '../../i18n/observe.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** Both sides of a written contact, as the observer pasted them; what an earlier version had stands below. */
export function Conversation({ detail: { transcript, earlier } }: { readonly detail: ReviewDetail }) {
  const t = useTexts(fieldworkTexts)
  const observe = useTexts(observeTexts)
  const before = earlier[0]?.transcript
  if (transcript === undefined && before === undefined) return null
  return (
    <section className="lp-card">
      <h3>{observe('form.conversation')}</h3>
      <p className="lp-conversation">{transcript ?? t('review.empty')}</p>
      {before !== undefined && before !== transcript && (
        <p className="lp-small lp-quiet lp-conversation">{t('review.before', { text: before })}</p>
      )}
    </section>
  )
}
