import { LinkButton } from '../design/link-button.tsx'
import { Page } from '../design/page.tsx'
import { sectionTexts } from '../i18n/sections.ts'
import { useTexts } from '../i18n/use-texts.ts'

export type ComingProps = {
  readonly title: string
  readonly subtitle: string
  readonly questions: readonly string[]
  readonly today: string
}

/** A section that is not made yet says so: what it will answer, and what answers something like it today. */
export function Coming({ title, subtitle, questions, today }: ComingProps) {
  const t = useTexts(sectionTexts)
  return (
    <Page title={title} subtitle={subtitle} width="narrow">
      <section className="lp-card">
        <h2>{t('coming')}</h2>
        <ul>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </section>
      <section className="lp-card">
        <h2>{t('today')}</h2>
        <p>{today}</p>
        <LinkButton to="/measure" variant="secondary">
          {t('toMeasure')}
        </LinkButton>
      </section>
    </Page>
  )
}
