/** One source: what came from it, what counts as one contact, how it is read, and how it delivers. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { SourceSummary } from '../../../src/understand/intake/contract.ts'
import { isFileKind } from '../../../src/understand/intake/rules/source-kinds.ts'
import { api, queryClient } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Figure } from '../../design/figure.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { Deliveries } from './deliveries.tsx'
import { LiveGuide } from './live-guide.tsx'
import { MailboxCard } from './mailbox-card.tsx'
import { useManagesIntake } from './manages.ts'
import { MaskCounts } from './mask-counts.tsx'
import { SourceDialog } from './source-dialog.tsx'
import './intake.css'

export function SourcePage() {
  const t = useTexts(intakeTexts)
  const { sourceId = '' } = useParams({ strict: false }) as { readonly sourceId?: string }
  const query = useQuery(api.intake.sources.get.queryOptions({ input: { sourceId } }))
  const source = query.data as SourceSummary | undefined
  return (
    <UnderstandFrame
      part="intake"
      title={source?.name ?? t('source')}
      subtitle={source && t(`kind.${source.kind}`)}
      trail={[{ to: '/understand/intake', label: t('name') }]}
      width="wide"
      actions={source && <Actions source={source} />}
    >
      <Awaited query={{ ...query, data: source }}>{(found) => <Body source={found} />}</Awaited>
    </UnderstandFrame>
  )
}

function Actions({ source }: { readonly source: SourceSummary }) {
  const t = useTexts(intakeTexts)
  const manages = useManagesIntake()
  const [edits, setEdits] = useState(false)
  const { sourceId, kind, retiredAt } = source
  return (
    <>
      {manages && (
        <>
          <Button variant="secondary" onClick={() => setEdits(true)}>
            {t('edit.title')}
          </Button>
          <Retire source={source} />
        </>
      )}
      {manages && isFileKind(kind) && retiredAt === null && (
        <LinkButton to="/understand/intake/new" search={{ source: sourceId } as never}>
          {t('bring')}
        </LinkButton>
      )}
      {kind === 'tally' && retiredAt === null && (
        <LinkButton to="/understand/intake/tally/$sourceId" params={{ sourceId }}>
          {t('tally.open')}
        </LinkButton>
      )}
      <SourceDialog open={edits} source={source} kind={kind} onClose={() => setEdits(false)} />
    </>
  )
}

function Retire({ source }: { readonly source: SourceSummary }) {
  const t = useTexts(intakeTexts)
  const [asks, setAsks] = useState(false)
  const retire = useMutation(
    api.intake.sources.retire.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.intake.key() }),
      onSettled: () => setAsks(false),
    }),
  )
  const { sourceId, name } = source
  const isRetired = source.retiredAt !== null
  return (
    <>
      <Button
        variant="tertiary"
        loading={retire.isPending}
        onClick={() => (isRetired ? retire.mutate({ sourceId, retired: false }) : setAsks(true))}
      >
        {t(isRetired ? 'edit.revive' : 'edit.retire')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t('edit.retireTitle', { name })}
        confirm={t('edit.retire')}
        busy={retire.isPending}
        onConfirm={() => retire.mutate({ sourceId, retired: true })}
        onClose={() => setAsks(false)}
      >
        <p>{t('edit.retireText')}</p>
      </ConfirmDialog>
    </>
  )
}

function Body({ source }: { readonly source: SourceSummary }) {
  const t = useTexts(intakeTexts)
  const { number, date } = useFormats()
  const { sourceId, stored, counts, days } = source
  return (
    <>
      <div className="lp-intake-figures">
        <Figure
          label={t('contacts')}
          value={number(stored.contacts)}
          link={{ to: '/understand/intake/enquiries', search: { source: sourceId } }}
          {...(days && { note: `${date(days.from)} – ${date(days.to)}` })}
        />
        <Figure label={t('batch.landed')} value={number(counts.landed)} />
        <Figure label={t('batch.known')} value={number(counts.known)} />
        <Figure label={t('batch.changed')} value={number(counts.changed)} />
        <Figure label={t('batch.refused')} value={number(counts.refused)} />
      </div>
      <section className="lp-card">
        <div className="lp-card__head">
          <h2>{t('new.definition')}</h2>
          <Status tone={source.reconciles ? 'good' : 'bad'}>
            {t(source.reconciles ? 'reconciles' : 'broken')}
          </Status>
        </div>
        <p className="lp-intake-definition">{source.contactDefinition}</p>
        <p className="lp-quiet">
          {source.retentionMonths === null
            ? t('edit.kept')
            : t('edit.keptFor', { count: source.retentionMonths })}
        </p>
        <h3>{t('batch.masked')}</h3>
        <MaskCounts masked={source.masked} />
      </section>
      {source.kind === 'live' && <LiveGuide sourceId={sourceId} />}
      {source.kind === 'imap' && <MailboxCard sourceId={sourceId} mailbox={source.mailbox} />}
      <Deliveries sourceId={sourceId} />
    </>
  )
}
