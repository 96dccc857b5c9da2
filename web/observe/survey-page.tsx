/** The expectation survey on the observer's phone: choose and order, rate, or the most and least of a few; by touch, keys or screen reader. */
import { Alert, Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  ageGroups,
  type Background,
  type MySurvey,
  preferredChannels,
} from '../../src/measure/expectations/contract.ts'
import { api } from '../api.ts'
import { LinkButton } from '../design/link-button.tsx'
import { Page } from '../design/page.tsx'
import { Awaited, useProblemText } from '../design/states.tsx'
import { expectationTexts } from '../i18n/expectations.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { useEditionId } from '../measure/edition/edition-frame.tsx'
import { SurveyOrder } from './survey-order.tsx'
import { SurveyRatings } from './survey-ratings.tsx'
import { choicesOf, chosenIn, SurveySets } from './survey-sets.tsx'
import './survey.css'

export function SurveyPage() {
  const t = useTexts(expectationTexts)
  const editionId = useEditionId()
  const query = useQuery(api.expectations.mine.get.queryOptions({ input: { editionId } }))
  const survey = query.data as MySurvey | undefined
  return (
    <Page
      title={t('mine.title')}
      subtitle={survey?.edition}
      width="narrow"
      trail={[{ label: t('mine.back'), to: '/observe' }]}
    >
      <Awaited query={{ data: survey, error: query.error, refetch: query.refetch }}>
        {(loaded) => <Form survey={loaded} />}
      </Awaited>
    </Page>
  )
}

function Form({ survey }: { readonly survey: MySurvey }) {
  const t = useTexts(expectationTexts)
  const text = useProblemText()
  const format = useFormats()
  const { editionId, mode, depth, items } = survey
  const [answer, setAnswer] = useState<Readonly<Record<string, number>>>(() => numbersOf(survey))
  const [chosen, setChosen] = useState(() => chosenIn(survey, survey.answer))
  const [said, setSaid] = useState<Background>(survey.said)
  const send = useSend()
  const choices = choicesOf(survey, chosen)
  const given = mode === 'bestWorst' ? choices.length : Object.keys(answer).length
  const missing = { rank: depth, rate: items.length, bestWorst: survey.sets.length }[mode] - given
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate({ editionId, answer: mode === 'bestWorst' ? choices : answer, background: said })
  }
  if (send.isSuccess)
    return (
      <div className="lp-state" role="status">
        <p className="lp-state__title">{t('mine.sent')}</p>
        <p className="lp-quiet">{t('mine.noticeDone', { date: format.date(survey.closesOn) })}</p>
        <div className="lp-state__actions">
          <LinkButton to="/observe">{t('mine.back')}</LinkButton>
          <Button variant="tertiary" onClick={() => send.reset()}>
            {t('mine.change')}
          </Button>
        </div>
      </div>
    )
  return (
    <form className="lp-stack" onSubmit={submit}>
      {mode === 'rank' && <SurveyOrder survey={survey} answer={answer} onAnswer={setAnswer} />}
      {mode === 'rate' && <SurveyRatings survey={survey} answer={answer} onAnswer={setAnswer} />}
      {mode === 'bestWorst' && <SurveySets survey={survey} chosen={chosen} onChosen={setChosen} />}
      {/* One set at a time is on the screen: the rest comes when the last is answered. */}
      {(mode !== 'bestWorst' || missing === 0) && <AboutMe survey={survey} said={said} onSaid={setSaid} />}
      <p className="lp-quiet">{t('mine.private')}</p>
      {send.error && (
        <Alert data-color="danger" role="alert">
          {text(send.error)}
        </Alert>
      )}
      <div className="lp-survey__send">
        <Button type="submit" disabled={missing > 0} loading={send.isPending}>
          {survey.answered ? t('mine.resend') : t('mine.send')}
        </Button>
        {missing > 0 && <span className="lp-quiet">{t('mine.missing', { count: missing })}</span>}
      </div>
    </form>
  )
}

function numbersOf({ answer }: MySurvey): Readonly<Record<string, number>> {
  return answer === null || Array.isArray(answer) ? {} : answer
}

function useSend() {
  const client = useQueryClient()
  return useMutation(
    api.expectations.mine.answer.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.expectations.mine.key() }),
    }),
  )
}

type AboutProps = {
  readonly survey: MySurvey
  readonly said: Background
  readonly onSaid: (said: Background) => void
}

function AboutMe({ survey: { background }, said, onSaid }: AboutProps) {
  const t = useTexts(expectationTexts)
  const { age, channel } = said
  return (
    <>
      {background.age && (
        <Field>
          <Label>{t('mine.age')}</Label>
          <Select
            value={age ?? ''}
            onChange={({ target: { value } }) => {
              const chosen = ageGroups.find((group) => group === value)
              onSaid({ ...(channel ? { channel } : {}), ...(chosen ? { age: chosen } : {}) })
            }}
          >
            <Select.Option value="">{t('mine.noAnswer')}</Select.Option>
            {ageGroups.map((group) => (
              <Select.Option key={group} value={group}>
                {t(`mine.ages.${group}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      {background.channel && (
        <Field>
          <Label>{t('mine.channel')}</Label>
          <Select
            value={channel ?? ''}
            onChange={({ target: { value } }) => {
              const chosen = preferredChannels.find((each) => each === value)
              onSaid({ ...(age ? { age } : {}), ...(chosen ? { channel: chosen } : {}) })
            }}
          >
            <Select.Option value="">{t('mine.noAnswer')}</Select.Option>
            {preferredChannels.map((each) => (
              <Select.Option key={each} value={each}>
                {t(`mine.channels.${each}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
    </>
  )
}
