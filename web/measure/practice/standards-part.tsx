/** What good looks like here, per performance and channel, with the distance to it. */
import { Button, Switch } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PerformanceStandards, PracticeHead } from '../../../src/measure/practice/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited } from '../../design/states.tsx'
import { Tag } from '../../design/status.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { KnownText } from './known-text.tsx'
import { PracticeFrame, useInCentre } from './practice-frame.tsx'
import { StandardDialog, type StandardPlace } from './standard-dialog.tsx'
import { StandardView } from './standard-view.tsx'

export type Standards = PracticeHead & { readonly performances: readonly PerformanceStandards[] }

export function StandardsPart() {
  const t = useTexts(practiceTexts)
  const inCentre = useInCentre()
  const answer = useQuery(api.practice.standards.list.queryOptions({ input: inCentre }))
  const data = answer.data as Standards | undefined
  const [place, setPlace] = useState<StandardPlace>()
  const sheet = (
    <LinkButton
      to="/measure/editions/$editionId/practice/$participantId/sheet"
      params={inCentre}
      variant="secondary"
    >
      {t('standards.sheet')}
    </LinkButton>
  )
  return (
    <PracticeFrame part="standards" title={useFinding(data)} head={data} actions={sheet}>
      <Awaited query={answer}>{() => <Loaded answer={data!} onWrite={setPlace} />}</Awaited>
      {data?.mayWrite && <StandardDialog answer={data} place={place} onClose={() => setPlace(undefined)} />}
    </PracticeFrame>
  )
}

function useFinding(answer: Standards | undefined): string {
  const t = useTexts(practiceTexts)
  if (!answer) return t('nav')
  const count = answer.performances.flatMap(({ standards }) => standards).length
  const { name } = answer
  return count === 0 ? t('title.noStandards', { name }) : t('title.standards', { name, count })
}

type LoadedProps = { readonly answer: Standards; readonly onWrite: (place: StandardPlace) => void }

function Loaded({ answer, onWrite }: LoadedProps) {
  const t = useTexts(practiceTexts)
  const written = answer.performances.some(({ standards }) => standards.length > 0)
  const [only, setOnly] = useState(written)
  const language = useLanguage()
  return (
    <>
      <div className="lp-card__head">
        <p className="lp-quiet">{t('standards.lead')}</p>
        {written && (
          <Switch
            className="lp-no-print"
            data-size="sm"
            label={t('standards.only')}
            checked={only}
            onChange={(event) => setOnly(event.target.checked)}
          />
        )}
      </div>
      {answer.method.areas.map(({ id, name }) => {
        const members = answer.performances.filter(
          (one) => one.area === id && (!only || one.standards.length > 0),
        )
        return members.length === 0 ? null : (
          <section key={id} className="lp-card" aria-labelledby={`area-${id}`}>
            <h2 id={`area-${id}`}>{name[language]}</h2>
            {members.map((performance) => (
              <Performance
                key={performance.question}
                answer={answer}
                performance={performance}
                onWrite={onWrite}
              />
            ))}
          </section>
        )
      })}
    </>
  )
}

type PerformanceProps = LoadedProps & { readonly performance: PerformanceStandards }

function Performance({ answer, performance, onWrite }: PerformanceProps) {
  const t = useTexts(practiceTexts)
  const language = useLanguage()
  const { question, text, channels, isEssential, known, class: ofClass, standards } = performance
  return (
    <article className="lp-practice__performance">
      <div className="lp-card__head">
        <h3>{text[language]}</h3>
        <span className="lp-row">
          {isEssential && <Tag>{t('standards.essential')}</Tag>}
          <KnownText answer={answer} figure={`question:${question}`} known={known} ofClass={ofClass} />
          {answer.mayWrite && standards.length <= channels.length && (
            <Button
              className="lp-no-print"
              variant="tertiary"
              data-size="sm"
              aria-label={`${t('standards.write')}: ${text[language]}`}
              onClick={() => onWrite({ question, channel: undefined })}
            >
              {t('standards.write')}
            </Button>
          )}
        </span>
      </div>
      {standards.map((standard) => (
        <StandardView
          key={standard.channel}
          answer={answer}
          question={question}
          standard={standard}
          {...(answer.mayWrite ? { onEdit: () => onWrite({ question, channel: standard.channel }) } : {})}
        />
      ))}
    </article>
  )
}
