/** The team's training plan, each measure with what later contacts show. */
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PracticeHead, Training, TrainingState } from '../../../src/measure/practice/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Status, Tag, type Tone } from '../../design/status.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { EffectView } from './effect-view.tsx'
import { figureLink } from './links.ts'
import { PracticeFrame, useInCentre } from './practice-frame.tsx'
import { useChannelName } from './standard-view.tsx'
import { TrainingDialog } from './training-dialog.tsx'

export type TrainingPlan = PracticeHead & { readonly items: readonly Training[] }

const tones: Readonly<Record<TrainingState, Tone>> = {
  planned: 'information',
  running: 'accent',
  done: 'good',
  stopped: 'neutral',
}

export function TrainingPart() {
  const t = useTexts(practiceTexts)
  const inCentre = useInCentre()
  const answer = useQuery(api.practice.training.list.queryOptions({ input: inCentre }))
  const data = answer.data as TrainingPlan | undefined
  const [editing, setEditing] = useState<Training | null>()
  const add = data?.mayWrite ? <Button onClick={() => setEditing(null)}>{t('training.add')}</Button> : null
  return (
    <PracticeFrame part="training" title={useFinding(data)} head={data} actions={add}>
      <p className="lp-quiet">{t('training.lead')}</p>
      <Awaited query={answer}>
        {() =>
          data!.items.length === 0 ? (
            <EmptyState title={t('training.none')}>{t('training.noneHint')}</EmptyState>
          ) : (
            data!.items.map((item) => (
              <TrainingCard key={item.trainingId} plan={data!} item={item} onEdit={() => setEditing(item)} />
            ))
          )
        }
      </Awaited>
      {data?.mayWrite && (
        <TrainingDialog
          plan={data}
          open={editing !== undefined}
          {...(editing ? { item: editing } : {})}
          onClose={() => setEditing(undefined)}
        />
      )}
    </PracticeFrame>
  )
}

function useFinding(plan: TrainingPlan | undefined): string {
  const t = useTexts(practiceTexts)
  if (!plan) return t('nav')
  const { name, items } = plan
  if (items.length === 0) return t('title.noTraining', { name })
  const lifted = items.filter(({ effect }) => effect.verdict === 'lifted').length
  return t('title.training', { name, lifted, all: items.length })
}

type CardProps = { readonly plan: TrainingPlan; readonly item: Training; readonly onEdit: () => void }

function TrainingCard({ plan, item, onEdit }: CardProps) {
  const t = useTexts(practiceTexts)
  const format = useFormats()
  const language = useLanguage()
  const channelName = useChannelName(plan)
  const { title, what, texts, channels, startsOn, ownerRole, status, questions } = item
  const contacts = figureLink(plan, `question:${questions[0]}`)
  return (
    <section className="lp-card" aria-labelledby={`training-${item.trainingId}`}>
      <div className="lp-card__head">
        <h2 id={`training-${item.trainingId}`}>{title}</h2>
        <span className="lp-row">
          <Status tone={tones[status]}>{t(`training.state.${status}`)}</Status>
          {plan.mayWrite && (
            <Button
              className="lp-no-print"
              variant="tertiary"
              data-size="sm"
              aria-label={`${t('change')}: ${title}`}
              onClick={onEdit}
            >
              {t('change')}
            </Button>
          )}
        </span>
      </div>
      <p className="lp-row lp-small lp-quiet">
        <span>
          {t('training.starts')} {format.date(startsOn)}
        </span>
        <span>
          {t('training.owner')}: {ownerRole}
        </span>
        {(channels.length === 0 ? [t('training.allChannels')] : channels.map(channelName)).map((name) => (
          <Tag key={name}>{name}</Tag>
        ))}
      </p>
      {what !== '' && <p>{what}</p>}
      <div>
        <p className="lp-small lp-quiet">{t('training.lifts')}</p>
        <ul>
          {texts.map((text) => (
            <li key={text.nb}>{text[language]}</li>
          ))}
        </ul>
      </div>
      <EffectView effect={item.effect} />
      {contacts && (
        <p className="lp-no-print">
          <LinkButton {...linkTo(contacts)} variant="tertiary">
            {t('training.contacts')}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
