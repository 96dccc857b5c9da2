/** One improvement: why, who, when, and did it help? */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImprovementCard, MeasuredEffect } from '../../../src/understand/improvements/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited } from '../../design/states.tsx'
import { Status, Tag } from '../../design/status.tsx'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { topicLink } from '../overview/links.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { EffectChart } from './effect-chart.tsx'
import { EffectMark, StateMark } from './effect-words.tsx'
import { ImprovementForm } from './improvement-form.tsx'
import { ImprovementLog } from './improvement-log.tsx'
import { MoveCard } from './move-card.tsx'
import '../overview/overview.css'
import './improvements.css'

type Loaded = ImprovementCard & Pick<Parameters<typeof ImprovementForm>[0], 'choices'>

export function ImprovementPage() {
  const { improvementId } = useParams({ strict: false }) as { improvementId: string }
  const t = useTexts(improvementTexts)
  const query = useQuery(api.improvements.get.queryOptions({ input: { improvementId } }))
  const card = query.data as Loaded | undefined
  const manages = useHasRole('manager', 'editor', 'admin')
  const [editing, setEditing] = useState(false)
  return (
    <UnderstandFrame
      part="improvements"
      width="wide"
      trail={[{ to: '/understand/improvements', label: t('table') }]}
      title={useFinding(card)}
      actions={
        manages &&
        card && (
          <Button variant="secondary" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      <Awaited query={query} lines={10}>
        {(answer) => <Filled card={answer as Loaded} manages={manages} />}
      </Awaited>
      <FormDialog open={editing} title={t('edit')} onClose={() => setEditing(false)}>
        {card && <ImprovementForm card={card} choices={card.choices} onDone={() => setEditing(false)} />}
      </FormDialog>
    </UnderstandFrame>
  )
}

function useFinding(card: ImprovementCard | undefined): string {
  const t = useTexts(improvementTexts)
  const { percent } = useFormats()
  if (!card) return t('field.title')
  const { measured, title } = card
  if (!measured) return title
  const { verdict, change } = measured
  if (verdict === 'drop' || verdict === 'rise')
    return t(`finding.${verdict}`, { title, change: percent(Math.abs(change ?? 0)) })
  return t(`finding.${verdict}`, { title })
}

function Filled({ card, manages }: { readonly card: Loaded; readonly manages: boolean }) {
  const title = useFinding(card)
  return (
    <>
      {card.measured && (
        <>
          <EffectText measured={card.measured} />
          {card.measured.weeks.length > 0 && (
            <EffectChart
              measured={card.measured}
              title={title}
              topicId={card.topics.length === 1 ? card.topics[0]!.id : undefined}
            />
          )}
        </>
      )}
      <div className="lp-two">
        <Facts card={card} />
        {manages && <MoveCard card={card} />}
      </div>
      <ImprovementLog card={card} manages={manages} />
    </>
  )
}

function EffectText({ measured }: { readonly measured: MeasuredEffect }) {
  const t = useTexts(improvementTexts)
  const { number, percent, change } = useFormats()
  const { saved, seen, weeksNeeded, peak, naive, placebo, verdict } = measured
  return (
    <section className="lp-card lp-stack" aria-label={t('field.effect')}>
      <p>
        <EffectMark effect={measured} />{' '}
        {verdict === 'drop' && saved !== null && t('savedWeek', { number: Math.round(saved) })}
        {verdict === 'rise' && saved !== null && t('moreWeek', { number: Math.round(-saved) })}
        {weeksNeeded > 0 && t('needs', { count: weeksNeeded })}
      </p>
      {verdict === 'noise' && seen !== null && <p>{t('seen', { seen: percent(seen) })}</p>}
      {peak !== null && (
        <Alert data-color="warning">
          {naive === null
            ? t('peakOnly', { peak: percent(peak) })
            : t('peak', { peak: percent(peak), naive: `${change(naive * 100, 0)} %` })}
        </Alert>
      )}
      {placebo && (
        <p className="lp-quiet">
          {t('placebo', { asMuch: number(placebo.asMuch), topics: number(placebo.topics) })}
        </p>
      )}
      <p className="lp-small lp-quiet">{t('method')}</p>
    </section>
  )
}

function Facts({ card }: { readonly card: ImprovementCard }) {
  const t = useTexts(improvementTexts)
  const format = useFormats()
  return (
    <section className="lp-card lp-stack" aria-label={card.title}>
      <p>
        <StateMark state={card.state} /> <Tag>{t(`cause.${card.cause}`)}</Tag>{' '}
        {card.late && <Status tone="warning">{t('late')}</Status>}
      </p>
      {card.hypothesis !== '' && <p className="lp-suggestion__text">{card.hypothesis}</p>}
      <dl className="lp-improvement-facts">
        <dt>{t('field.topics')}</dt>
        <dd>
          {card.topics.length === 0 && '–'}
          {card.topics.map(({ id, name }) => (
            <span key={id}>
              <Link {...linkTo(topicLink(id))}>{name}</Link>{' '}
            </span>
          ))}
        </dd>
        <dt>{t('field.owner')}</dt>
        <dd>{card.owner ?? t('nobody')}</dd>
        <dt>{t('field.due')}</dt>
        <dd>{card.dueOn === null ? '–' : format.date(card.dueOn)}</dd>
        {card.inEffectFrom !== null && (
          <>
            <dt>{t('field.since')}</dt>
            <dd>{format.date(card.inEffectFrom)}</dd>
          </>
        )}
        <dt>{t('field.expected')}</dt>
        <dd>{card.expectedDrop === null ? '–' : format.percent(card.expectedDrop)}</dd>
      </dl>
      {card.suggestions.length > 0 && (
        <>
          <h3>{t('came')}</h3>
          <ul>
            {card.suggestions.map(({ suggestionId, text, sender }) => (
              <li key={suggestionId}>
                {text} <span className="lp-quiet">({sender})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
