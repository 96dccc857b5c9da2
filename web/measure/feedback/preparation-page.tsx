/** What must be settled before the next method is frozen, with who and when. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { PreparationItem, PreparationList } from '../../../src/measure/feedback/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { EmptyState, ErrorState } from '../../design/states.tsx'
import { DataTable } from '../../design/table/data-table.tsx'
import { useToast } from '../../design/toast.tsx'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { usePreparationColumns } from './preparation-columns.tsx'
import { PreparationForm } from './preparation-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import './feedback.css'

type Asking =
  | { readonly what: 'add' }
  | { readonly what: 'edit' | 'drop'; readonly item: PreparationItem }
  | undefined

const blank = { title: '', detail: '', ownerId: null, dueOn: null }

export function PreparationPage() {
  const t = useTexts(feedbackTexts)
  const editionId = useEditionId()
  const query = useQuery(api.feedback.preparation.list.queryOptions({ input: { editionId } }))
  const list = query.data as PreparationList | undefined
  const [asking, setAsking] = useState<Asking>()
  const act = useActs(() => setAsking(undefined))
  const settle = act.settle.mutate
  const columns = usePreparationColumns(
    useMemo(
      () => ({
        editionId,
        onEdit: (item) => setAsking({ what: 'edit', item }),
        onState: ({ itemId }, state) => settle({ editionId, itemId, state }),
        onDrop: (item) => setAsking({ what: 'drop', item }),
      }),
      [editionId, settle],
    ),
  )
  const title = useTitle(list)
  return (
    <EditionFrame
      title={title}
      subtitle={t('preparation.subtitle')}
      width="wide"
      trail={[{ label: t('name'), to: '/measure/editions/$editionId/feedback', params: { editionId } }]}
      actions={<Button onClick={() => setAsking({ what: 'add' })}>{t('preparation.add')}</Button>}
    >
      {act.settle.error && asking === undefined ? <ErrorState error={act.settle.error} /> : null}
      <div className="lp-card">
        <DataTable
          title={t('preparation.name')}
          rows={list?.items}
          columns={columns}
          rowKey={({ itemId }) => itemId}
          error={query.error}
          onAgain={() => void query.refetch()}
          empty={<EmptyState title={t('preparation.titleNone')}>{t('preparation.empty')}</EmptyState>}
        />
      </div>
      <Dialogs editionId={editionId} asking={asking} act={act} onClose={() => setAsking(undefined)} />
    </EditionFrame>
  )
}

function useTitle(list: PreparationList | undefined): string {
  const t = useTexts(feedbackTexts)
  if (!list) return t('preparation.name')
  const count = list.open
  if (count === 0) return t('preparation.titleNone')
  return list.frozen ? t('preparation.titleFrozen', { count }) : t('preparation.title', { count })
}

type DialogsProps = {
  readonly editionId: string
  readonly asking: Asking
  readonly act: ReturnType<typeof useActs>
  readonly onClose: () => void
}

function Dialogs({ editionId, asking, act, onClose }: DialogsProps) {
  const t = useTexts(feedbackTexts)
  const item = asking && asking.what !== 'add' ? asking.item : undefined
  return (
    <>
      <FormDialog open={asking?.what === 'add'} title={t('preparation.add')} onClose={onClose}>
        <PreparationForm
          editionId={editionId}
          start={blank}
          busy={act.add.isPending}
          error={act.add.error}
          asksSource
          onFields={(fields, source) => act.add.mutate({ editionId, ...fields, source, sourceId: null })}
        />
      </FormDialog>
      <FormDialog open={asking?.what === 'edit'} title={t('preparation.editTitle')} onClose={onClose}>
        {item && (
          <PreparationForm
            editionId={editionId}
            start={item}
            busy={act.edit.isPending}
            error={act.edit.error}
            onFields={({ title, detail, ownerId, dueOn }) =>
              act.edit.mutate({ editionId, itemId: item.itemId, title, detail, ownerId, dueOn })
            }
          />
        )}
      </FormDialog>
      <FormDialog
        open={asking?.what === 'drop'}
        title={t('preparation.dropTitle', { title: item?.title ?? '' })}
        onClose={onClose}
      >
        {item && (
          <ReasonForm
            label={t('preparation.reason')}
            send={t('preparation.drop')}
            busy={act.settle.isPending}
            error={act.settle.error}
            onReason={(reason) =>
              act.settle.mutate({ editionId, itemId: item.itemId, state: 'dropped', reason })
            }
          />
        )}
      </FormDialog>
    </>
  )
}

function useActs(onDone: () => void) {
  const t = useTexts(feedbackTexts)
  const toast = useToast()
  const client = useQueryClient()
  const onSuccess = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: api.feedback.key() })
    toast({ text: t('preparation.saved') })
    onDone()
  }
  const add = useMutation(api.feedback.preparation.add.mutationOptions({ onSuccess }))
  const edit = useMutation(api.feedback.preparation.edit.mutationOptions({ onSuccess }))
  const settle = useMutation(api.feedback.preparation.settle.mutationOptions({ onSuccess }))
  return { add, edit, settle }
}
