/** What has come in, from where, and what was refused. */
import { useQuery } from '@tanstack/react-query'
import type { SourceSummary } from '../../../src/understand/intake/contract.ts'
import { api } from '../../api.ts'
import { Figure } from '../../design/figure.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited } from '../../design/states.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { Channels } from './channels.tsx'
import { Customer } from './customer.tsx'
import { Deliveries } from './deliveries.tsx'
import { FirstFile } from './first-file.tsx'
import { useManagesIntake } from './manages.ts'
import { NewSource } from './new-source.tsx'
import { Sources } from './sources.tsx'
import { maskedIn } from './words.ts'
import './intake.css'

export function IntakePage() {
  const t = useTexts(intakeTexts)
  const manages = useManagesIntake()
  const summary = useQuery(api.intake.summary.queryOptions())
  const sources = summary.data?.sources
  return (
    <UnderstandFrame
      part="intake"
      title={useTitle(sources)}
      subtitle={t('subtitle')}
      width="wide"
      actions={
        manages &&
        sources !== undefined &&
        sources.length > 0 && (
          <>
            <NewSource />
            <LinkButton to="/understand/intake/new">{t('bring')}</LinkButton>
          </>
        )
      }
    >
      <Awaited query={summary}>
        {({ sources: all, channels }) =>
          all.length === 0 ? (
            <FirstFile />
          ) : (
            <>
              <Figures sources={all} />
              <Sources sources={all} />
              <Channels channels={channels} />
              <Deliveries />
              {manages && <Customer />}
            </>
          )
        }
      </Awaited>
    </UnderstandFrame>
  )
}

const sum = (sources: readonly SourceSummary[], of: (source: SourceSummary) => number): number =>
  sources.reduce((all, source) => all + of(source), 0)

function useTitle(sources: readonly SourceSummary[] | undefined): string {
  const t = useTexts(intakeTexts)
  const { number } = useFormats()
  if (sources === undefined) return t('name')
  const broken = sources.find(({ reconciles }) => !reconciles)
  if (broken) return t('title.broken', { source: broken.name })
  const all = Math.round(sum(sources, ({ stored }) => stored.contacts))
  const refused = sum(sources, ({ counts }) => counts.refused)
  const contacts = number(all)
  if (all === 0 && refused === 0) return t('title.none')
  if (refused > 0) return t('title.refused', { contacts, rows: number(refused) })
  return t('title.all', { contacts })
}

function Figures({ sources }: { readonly sources: readonly SourceSummary[] }) {
  const t = useTexts(intakeTexts)
  const { number } = useFormats()
  const worst = [...sources].sort((one, other) => other.counts.refused - one.counts.refused)[0]
  const refused = sum(sources, ({ counts }) => counts.refused)
  const contacts = sum(sources, ({ stored }) => stored.contacts)
  return (
    <div className="lp-columns">
      <Figure
        label={t('contacts')}
        value={number(contacts)}
        link={{ to: '/understand/intake/enquiries' }}
        note={t('reconcileText')}
      />
      <Figure
        label={t('refused')}
        value={number(refused)}
        {...(worst && refused > 0
          ? { link: { to: '/understand/intake/sources/$sourceId', params: { sourceId: worst.sourceId } } }
          : {})}
      />
      <Figure label={t('masked')} value={number(sum(sources, ({ masked }) => maskedIn(masked)))} />
    </div>
  )
}
