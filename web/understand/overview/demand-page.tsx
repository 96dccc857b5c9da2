/** How many contacts could have been avoided, and how sure is that? */
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DemandSample, DemandView } from '../../../src/understand/overview/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { Figure } from '../../design/figure.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { DrawForm } from './draw-form.tsx'
import { ShareLine } from './figures.tsx'
import { topicLink } from './links.ts'
import './overview.css'

export function DemandPage() {
  const t = useTexts(overviewTexts)
  const query = useQuery(api.overview.demand.list.queryOptions())
  const view = query.data as DemandView | undefined
  const mayDraw = useHasRole('manager', 'editor', 'admin')
  const [drawing, setDrawing] = useState(false)
  const { title, subtitle } = useHead(view)
  return (
    <UnderstandFrame
      part="demand"
      title={title}
      subtitle={subtitle}
      actions={
        mayDraw &&
        view?.lastDay != null && <Button onClick={() => setDrawing(true)}>{t('demand.draw')}</Button>
      }
    >
      <Awaited query={query}>{(answer) => <Filled view={answer as DemandView} />}</Awaited>
      <FormDialog open={drawing} title={t('demand.draw')} onClose={() => setDrawing(false)}>
        {view && <DrawForm view={view} onDone={() => setDrawing(false)} />}
      </FormDialog>
    </UnderstandFrame>
  )
}

function useHead(view: DemandView | undefined): { readonly title: string; readonly subtitle: string } {
  const t = useTexts(overviewTexts)
  const { percent, number } = useFormats()
  if (!view?.failure) return { title: t('demand.titleNone'), subtitle: t('demand.subtitleNone') }
  const { value, low, high, n } = view.failure
  return {
    title: t('demand.title', { share: percent(value) }),
    subtitle: t('demand.subtitle', { low: percent(low), high: percent(high), n: number(n) }),
  }
}

function Filled({ view }: { readonly view: DemandView }) {
  const t = useTexts(overviewTexts)
  const { number } = useFormats()
  const { kappa } = view
  return (
    <>
      <p>{t('demand.explain')}</p>
      {view.failure && <p className="lp-quiet lp-small">{t('demand.elsewhere')}</p>}
      {kappa?.kappa != null && (
        <div className="lp-headlines">
          <Figure
            label={t('demand.kappa')}
            value={number(kappa.kappa, 2)}
            {...(kappa.low !== null && kappa.high !== null && { interval: [kappa.low, kappa.high] as const })}
            decimals={2}
            note={t('demand.kappaText', { n: number(kappa.n) })}
          />
        </div>
      )}
      <section className="lp-card" aria-labelledby="samples">
        <h2 id="samples">{t('demand.samples')}</h2>
        {view.samples.length === 0 && (
          <EmptyState title={t('demand.titleNone')}>{t('demand.subtitleNone')}</EmptyState>
        )}
        <ul className="lp-records">
          {view.samples.map((sample) => (
            <li key={sample.sampleId}>
              <Sample sample={sample} />
            </li>
          ))}
        </ul>
      </section>
      {view.topics.length > 0 && <ByTopic view={view} />}
    </>
  )
}

function Sample({ sample }: { readonly sample: DemandSample }) {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  const { sampleId, from, to, size, topic, coders, own } = sample
  const coded = coders.map(({ name, coded: count }) =>
    t('demand.coded', { name, coded: format.number(count) }),
  )
  return (
    <div className="lp-stack">
      <p>
        <strong>
          {t('demand.sample', {
            from: format.shortDate(from),
            to: format.date(to),
            size: format.number(size),
          })}
        </strong>{' '}
        {topic !== null && t('demand.sampleAbout', { topic })}
      </p>
      <p className="lp-quiet lp-small">{coded.length === 0 ? t('demand.noneCoded') : coded.join(' · ')}</p>
      <div className="lp-row">
        <LinkButton to="/understand/demand/$sampleId" params={{ sampleId }} variant="secondary">
          {own === 0 ? t('demand.code') : t('demand.goOn')}
        </LinkButton>
      </div>
    </div>
  )
}

/** Fewer say next to nothing of a topic. */
const fewestCoded = 5

function ByTopic({ view }: { readonly view: DemandView }) {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  const shown = view.topics.filter(({ failure }) => failure.n >= fewestCoded)
  const few = view.topics.length - shown.length
  return (
    <section className="lp-card" aria-labelledby="by-topic">
      <h2 id="by-topic">{t('demand.byTopic')}</h2>
      <p className="lp-quiet lp-small">{t('demand.byTopicText')}</p>
      <ul className="lp-demand-rows">
        {shown.map(({ topicId, name, failure }) => (
          <li key={topicId}>
            <Link {...linkTo(topicLink(topicId))}>{name}</Link>
            <ShareLine estimate={failure} />
            <span className="lp-number lp-end">
              {format.percent(failure.value)}{' '}
              <span className="lp-quiet lp-small">n = {format.number(failure.n)}</span>
            </span>
          </li>
        ))}
      </ul>
      {few > 0 && <p className="lp-quiet lp-small">{t('demand.few', { number: format.number(few) })}</p>}
    </section>
  )
}
