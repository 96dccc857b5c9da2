/** Who takes part, how can each be reached, what is unclear? */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Participant, ParticipantList } from '../../../src/measure/participants/contract.ts'
import { api } from '../../api.ts'
import { type KeyBinding, KeyboardSheet } from '../../design/keys.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { DataTable } from '../../design/table/data-table.tsx'
import { selectRows } from '../../design/table/select-rows.ts'
import { useTableState } from '../../design/table/use-table-state.ts'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { AgreedButton, ListedButton } from './confirm-many.tsx'
import { DiscoverDialog } from './discover-dialog.tsx'
import { DiscoverProgress } from './discover-progress.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { byUrgency, useParticipantColumns } from './participant-columns.tsx'
import { ParticipantPanel } from './participant-panel.tsx'
import './participants.css'

export function ParticipantsPage() {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const list = useQuery(api.participants.list.queryOptions({ input: { editionId } }))
  return (
    <EditionFrame
      title={usePageTitle(list.data)}
      subtitle={t('subtitle')}
      width="wide"
      actions={list.data && <Actions list={list.data} />}
    >
      <Awaited query={list} lines={10}>
        {(answer) => (answer.items.length === 0 ? <Nobody /> : <ListAndDetail list={answer} />)}
      </Awaited>
    </EditionFrame>
  )
}

function usePageTitle(list: ParticipantList | undefined): string {
  const t = useTexts(participantTexts)
  if (!list) return t('title.waiting')
  const taking = list.items.filter(({ state }) => state !== 'withdrawn')
  if (taking.length === 0) return t('title.none')
  const unclear = taking.filter(({ state }) => state !== 'confirmed').length
  return unclear > 0
    ? t('title.unclear', { unclear, all: taking.length })
    : t('title.settled', { all: taking.length })
}

function ImportLink({ variant = 'primary' }: { readonly variant?: 'primary' | 'secondary' }) {
  const t = useTexts(participantTexts)
  return (
    <LinkButton
      to="/measure/editions/$editionId/participants/import"
      params={{ editionId: useEditionId() }}
      variant={variant}
    >
      {t('action.import')}
    </LinkButton>
  )
}

function Nobody() {
  const t = useTexts(participantTexts)
  return (
    <div className="lp-card">
      <EmptyState title={t('empty.title')} actions={<ImportLink />}>
        {t('empty.body')}
      </EmptyState>
    </div>
  )
}

function Actions({ list }: { readonly list: ParticipantList }) {
  const t = useTexts(participantTexts)
  const [open, setOpen] = useState<'add' | 'discover'>()
  const close = () => setOpen(undefined)
  const unplanned = list.items.filter(({ frozen }) => !frozen)
  const isReadable = unplanned.some(({ website, state }) => website && state !== 'withdrawn')
  return (
    <>
      {isReadable && <Button onClick={() => setOpen('discover')}>{t('action.discover')}</Button>}
      <AgreedButton items={unplanned} />
      <ListedButton items={unplanned} />
      <Button variant="secondary" onClick={() => setOpen('add')}>
        {t('action.add')}
      </Button>
      {list.items.length > 0 && <ImportLink variant="secondary" />}
      <EditDialog open={open === 'add'} items={list.items} onClose={close} />
      <DiscoverDialog open={open === 'discover'} items={unplanned} onClose={close} />
    </>
  )
}

function ListAndDetail({ list }: { readonly list: ParticipantList }) {
  const t = useTexts(participantTexts)
  const address = useSearch({ strict: false }) as Search
  const chosen = list.items.find(({ participantId }) => participantId === address.participant)
  const rows = useMemo(() => byUrgency(list.items), [list.items])
  const columns = useParticipantColumns()
  const editionId = useEditionId()
  return (
    <>
      <LateNotice items={list.items} />
      <DiscoverProgress />
      <div className="lp-participants" data-chosen={chosen ? '' : undefined}>
        <div className="lp-card lp-participants__list">
          <DataTable
            title={t('table')}
            titleHidden
            rows={rows}
            columns={columns}
            rowKey={({ participantId }) => participantId}
            isHighlighted={({ participantId }) => participantId === chosen?.participantId}
            rowLink={({ participantId }) => ({
              to: '/measure/editions/$editionId/participants',
              params: { editionId },
              search: { ...address, participant: participantId },
            })}
          />
          <Keys rows={rows} chosen={chosen} />
        </div>
        <section className="lp-card lp-participants__detail" aria-label={t('detail.region')}>
          {chosen ? (
            <ParticipantPanel key={chosen.participantId} chosen={chosen} list={list} />
          ) : (
            <p className="lp-quiet">{t('detail.choose')}</p>
          )}
        </section>
      </div>
    </>
  )
}

/** Once there is a plan, whoever is not in it waits for a change of the plan. */
function LateNotice({ items }: Pick<ParticipantList, 'items'>) {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const late = items.filter(({ frozen, state }) => !frozen && state !== 'withdrawn')
  if (late.length === 0 || items.every(({ frozen }) => !frozen)) return null
  return (
    <Alert data-color="info">
      {t('late', { count: late.length })}{' '}
      <Link to="/measure/editions/$editionId/plan/change" params={{ editionId }}>
        {t('changePlan')}
      </Link>
    </Alert>
  )
}

/** j and k walk through the rows as the table shows them; c presses the panel's own button. */
function Keys({
  rows,
  chosen,
}: {
  readonly rows: readonly Participant[]
  readonly chosen: Participant | undefined
}) {
  const t = useTexts(participantTexts)
  const navigate = useNavigate()
  const columns = useParticipantColumns()
  const [state] = useTableState('', {})
  const shown = useMemo(() => selectRows(rows, columns, state), [rows, columns, state])
  const step = (by: number) => {
    const at = shown.findIndex(({ participantId }) => participantId === chosen?.participantId)
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))]
    if (!next) return
    void navigate({
      to: '.',
      search: ((before: Search) => ({ ...before, participant: next.participantId })) as never,
      replace: true,
      resetScroll: false,
    })
  }
  const keys: readonly KeyBinding[] = [
    { key: 'j', does: t('keys.next'), act: () => step(1) },
    { key: 'k', does: t('keys.previous'), act: () => step(-1) },
    {
      key: 'c',
      does: t('keys.confirm'),
      act: () => document.querySelector<HTMLButtonElement>('#confirm-channels')?.click(),
    },
  ]
  return <KeyboardSheet keys={keys} />
}
