/** What matters to observers: the survey being made, being answered, or what it said. */
import { useQuery } from '@tanstack/react-query'
import type { Survey, SurveyAnswer } from '../../../src/measure/expectations/contract.ts'
import { api } from '../../api.ts'
import { Awaited } from '../../design/states.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { OpenButton } from './open-button.tsx'
import { Questionnaire } from './questionnaire.tsx'
import { Results } from './results.tsx'
import { Running, RunningActions } from './running.tsx'
import './expectations.css'

export function ExpectationsPage() {
  const t = useTexts(expectationTexts)
  const editionId = useEditionId()
  const query = useQuery(api.expectations.get.queryOptions({ input: { editionId } }))
  const answer = query.data as SurveyAnswer | undefined
  if (answer?.survey?.phase === 'closed') return <Results editionId={editionId} survey={answer.survey} />
  return answer ? (
    <Loaded answer={answer} />
  ) : (
    <EditionFrame title={t('name')} subtitle={t('subtitle')}>
      <Awaited query={query}>{() => null}</Awaited>
    </EditionFrame>
  )
}

function Loaded({ answer }: { readonly answer: SurveyAnswer }) {
  const t = useTexts(expectationTexts)
  const { survey } = answer
  const title = useTitle(survey)
  const running = survey?.phase === 'open' || survey?.phase === 'waiting'
  return (
    <EditionFrame
      title={title}
      subtitle={t('subtitle')}
      actions={running ? <RunningActions answer={answer} /> : survey && <OpenButton answer={answer} />}
    >
      {survey && running ? (
        <Running survey={survey} />
      ) : (
        <Questionnaire key={survey ? 'saved' : 'new'} answer={answer} />
      )}
    </EditionFrame>
  )
}

function useTitle(survey: Survey | null): string {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  if (survey === null) return t('title.none')
  switch (survey.phase) {
    case 'draft':
      return t('title.draft')
    case 'waiting':
      return t('title.waiting', { date: format.date(survey.opensOn) })
    default: {
      const { answered, invited } = survey
      return t('title.open', { answered: format.number(answered), invited: format.number(invited) })
    }
  }
}
