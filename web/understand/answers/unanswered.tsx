import { Button } from '@digdir/designsystemet-react'
import { answerTexts } from '../../i18n/answers.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Topic = { readonly topicId: string; readonly topic: string; readonly contacts: number }

const shown = 8

/** Topics that nobody has answered, what is asked most first. */
export function Unanswered({
  topics,
  onWrite,
}: {
  readonly topics: readonly Topic[]
  readonly onWrite?: (topicId: string, title: string) => void
}) {
  const t = useTexts(answerTexts)
  if (topics.length === 0) return null
  return (
    <section className="lp-card" aria-labelledby="unanswered">
      <h2 id="unanswered">{t('unanswered.title')}</h2>
      <p className="lp-quiet">{t('unanswered.text')}</p>
      <ul className="lp-answer-waiting">
        {topics.slice(0, shown).map(({ topicId, topic, contacts }) => (
          <li key={topicId}>
            <span>
              <strong>{topic}</strong>
              <span className="lp-small lp-quiet lp-number">
                {t('unanswered.contacts', { count: contacts })}
              </span>
            </span>
            {onWrite && (
              <Button
                variant="secondary"
                data-size="sm"
                onClick={() => onWrite(topicId, topic)}
                aria-label={`${t('unanswered.write')}: ${topic}`}
              >
                {t('unanswered.write')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {topics.length > shown && (
        <p className="lp-small lp-quiet">{t('unanswered.more', { count: topics.length - shown })}</p>
      )}
    </section>
  )
}
