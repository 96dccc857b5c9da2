/** What are we doing about the causes, and does it help? */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ImprovementLine } from '../../../src/understand/improvements/contract.ts'
import { api, client as caller } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { EmptyState } from '../../design/states.tsx'
import { Status, Tag } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { EffectMark, StateMark } from './effect-words.tsx'
import { ImprovementForm } from './improvement-form.tsx'
import { improvementLink } from './links.ts'
import '../overview/overview.css'
import './improvements.css'

export function ImprovementsPage() {
  const t = useTexts(improvementTexts)
  const query = useQuery(api.improvements.list.queryOptions({ input: {} }))
  const manages = useHasRole('manager', 'editor', 'admin')
  const mayExport = useHasRole('manager', 'editor', 'planner', 'admin')
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const download = useMutation({
    mutationFn: () => caller.improvements.export({}),
    onSuccess: (file) => saveFile(file.name, file),
  })
  const items = useMemo(
    () =>
      (query.data?.items as readonly ImprovementLine[] | undefined)?.toSorted(
        (one, other) => rankOf(one) - rankOf(other),
      ),
    [query.data],
  )
  const title = useTitle(items)
  const columns = useColumns()
  return (
    <UnderstandFrame
      part="improvements"
      width="wide"
      title={title}
      subtitle={t('subtitle')}
      actions={
        <>
          {manages && <Button onClick={() => setAdding(true)}>{t('new')}</Button>}
          {mayExport && (
            <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
              {t('export')}
            </Button>
          )}
        </>
      }
    >
      <div className="lp-card">
        <DataTable
          title={t('table')}
          titleHidden
          rows={items}
          columns={columns}
          rowKey={({ improvementId }) => improvementId}
          rowLink={({ improvementId }) => improvementLink(improvementId)}
          error={query.error}
          onAgain={() => void query.refetch()}
          empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
        />
      </div>
      <FormDialog open={adding} title={t('new')} onClose={() => setAdding(false)}>
        {query.data && (
          <ImprovementForm
            choices={query.data}
            onDone={(improvementId) =>
              void navigate({ to: '/understand/improvements/$improvementId', params: { improvementId } })
            }
          />
        )}
      </FormDialog>
    </UnderstandFrame>
  )
}

/** Of these there is no figure yet. */
const unmeasured: ReadonlySet<string> = new Set(['tooEarly', 'tooLittle'])

/** What is asked is which fixes worked: those with a figure stand first. */
const rankOf = ({ effect }: ImprovementLine): number =>
  effect === null ? 2 : unmeasured.has(effect.verdict) ? 1 : 0

function useTitle(items: readonly ImprovementLine[] | undefined): string {
  const t = useTexts(improvementTexts)
  const { number } = useFormats()
  const measured = (items ?? []).filter(({ effect }) => effect && !unmeasured.has(effect.verdict))
  const count = measured.filter(({ effect }) => effect?.verdict === 'drop').length
  return count === 0 ? t('titleNone') : t('title', { count, measured: number(measured.length) })
}

function useColumns(): readonly TableColumn<ImprovementLine>[] {
  const t = useTexts(improvementTexts)
  const format = useFormats()
  return useMemo(
    (): readonly TableColumn<ImprovementLine>[] => [
      {
        id: 'title',
        header: t('field.title'),
        value: ({ title }) => title,
        cell: ({ title, topics }) => (
          <>
            <span className="lp-topic-name">{title}</span>
            <span className="lp-small lp-quiet lp-under">{topics.map(({ name }) => name).join(' · ')}</span>
          </>
        ),
      },
      {
        id: 'state',
        header: t('field.state'),
        value: ({ state }) => t(`state.${state}`),
        cell: ({ state, inEffectFrom }) => (
          <>
            <StateMark state={state} />
            {inEffectFrom !== null && (
              <span className="lp-small lp-quiet lp-under lp-nowrap">{format.date(inEffectFrom)}</span>
            )}
          </>
        ),
        filter: {
          of: ({ state }) => state,
          label: (code) => t(`state.${code as ImprovementLine['state']}`),
        },
      },
      {
        id: 'effect',
        header: t('field.effect'),
        value: ({ effect }) => effect?.change ?? null,
        decimals: 2,
        align: 'start',
        cell: ({ effect }) => (effect === null ? '–' : <EffectMark effect={effect} />),
      },
      {
        id: 'expected',
        header: t('field.expected'),
        value: ({ expectedDrop }) => expectedDrop,
        align: 'end',
        cell: ({ expectedDrop }) => (expectedDrop === null ? '–' : `−${format.percent(expectedDrop)}`),
      },
      {
        id: 'cause',
        header: t('field.cause'),
        value: ({ cause }) => t(`cause.${cause}`),
        cell: ({ cause }) => <Tag>{t(`cause.${cause}`)}</Tag>,
        filter: {
          of: ({ cause }) => cause,
          label: (code) => t(`cause.${code as ImprovementLine['cause']}`),
        },
      },
      {
        id: 'owner',
        header: t('field.owner'),
        value: ({ owner }) => owner,
        cell: ({ owner }) => owner ?? '–',
        filter: { of: ({ owner }) => owner ?? '–', label: (name) => name },
      },
      {
        id: 'due',
        header: t('field.due'),
        value: ({ dueOn }) => dueOn,
        cell: ({ dueOn, late }) => (
          <>
            {dueOn === null ? '–' : <span className="lp-nowrap">{format.date(dueOn)}</span>}{' '}
            {late && <Status tone="warning">{t('late')}</Status>}
          </>
        ),
      },
    ],
    [t, format],
  )
}
