import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { LinkButton } from '../design/link-button.tsx'
import { expectationTexts } from '../i18n/expectations.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'

/** Open surveys of this observer, above the assignments; nothing where there are none, or without a network. */
export function SurveyNotice() {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  const { data } = useQuery(api.expectations.mine.list.queryOptions())
  return data?.items.map(({ editionId, edition, closesOn, answered }) => (
    <section key={editionId} className="lp-card" aria-labelledby={`survey-${editionId}`}>
      <h2 id={`survey-${editionId}`}>{t('mine.notice')}</h2>
      <p>
        {answered
          ? t('mine.noticeDone', { date: format.date(closesOn) })
          : t('mine.noticeText', { edition, date: format.date(closesOn) })}
      </p>
      <LinkButton
        to="/observe/survey/$editionId"
        params={{ editionId }}
        variant={answered ? 'tertiary' : 'secondary'}
      >
        {answered ? t('mine.change') : t('mine.answer')}
      </LinkButton>
    </section>
  ))
}
