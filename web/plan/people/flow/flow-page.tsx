/** Where do contacts come from and go, and what of them could be avoided? */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FlowView } from '../../../../src/plan/flow/contract.ts'
import { failureOverAll } from '../../../../src/plan/flow/rules/avoidable.ts'
import { api, client as caller } from '../../../api.ts'
import { FormDialog } from '../../../design/confirm-dialog.tsx'
import { Awaited, EmptyState } from '../../../design/states.tsx'
import { saveFile } from '../../../design/table/save-file.ts'
import { flowTexts } from '../../../i18n/flow.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useMonthNames } from '../month-name.ts'
import { PeopleFrame } from '../people-frame.tsx'
import { ChangeList } from './change-list.tsx'
import { FlowForm } from './flow-form.tsx'
import { ImprovementList } from './improvement-list.tsx'
import { LedgerCard } from './ledger-card.tsx'
import { MonthList } from './month-list.tsx'
import { QueueTable } from './queue-table.tsx'
import { TopicTable } from './topic-table.tsx'
import '../people.css'
import './flow.css'

export function FlowPage() {
  const t = useTexts(flowTexts)
  const query = useQuery(api.flow.get.queryOptions())
  const flow = query.data as FlowView | undefined
  const title = useTitle(flow)
  const [editing, setEditing] = useState(false)
  const download = useMutation({
    mutationFn: () => caller.flow.export({}),
    onSuccess: (file) => saveFile(file.name, file),
  })
  return (
    <PeopleFrame
      tab="flow"
      width="wide"
      title={title}
      subtitle={t('subtitle')}
      actions={
        flow !== undefined &&
        flow.queues.length > 0 && (
          <>
            <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
            <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
              {t('export')}
            </Button>
          </>
        )
      }
    >
      <Awaited query={query}>{() => <Content flow={flow!} />}</Awaited>
      <FormDialog open={editing} title={t('edit')} onClose={() => setEditing(false)}>
        {flow && <FlowForm flow={flow} onDone={() => setEditing(false)} />}
      </FormDialog>
    </PeopleFrame>
  )
}

function Content({ flow }: { readonly flow: FlowView }) {
  const t = useTexts(flowTexts)
  if (flow.queues.length === 0)
    return (
      <div className="lp-card">
        <EmptyState title={t('title.none')}>{t('empty')}</EmptyState>
      </div>
    )
  return (
    <>
      {flow.refusal && (
        <section className="lp-card lp-card--notice" aria-labelledby="refusal">
          <h2 id="refusal">{t('refusal.title')}</h2>
          <p>{t(`refusal.${flow.refusal.kind}`, { queue: flow.refusal.queue ?? '' })}</p>
        </section>
      )}
      {failureOverAll(flow.queues) !== null && <p className="lp-quiet lp-small">{t('topics.meaning')}</p>}
      <LedgerCard flow={flow} />
      <ImprovementList flow={flow} />
      <ChangeList flow={flow} />
      <MonthList months={flow.months} />
      <TopicTable flow={flow} />
      <QueueTable flow={flow} />
    </>
  )
}

/** What is most worth saying: what improvements take away, else what is needless, else who comes anew. */
function useTitle(flow: FlowView | undefined): string {
  const t = useTexts(flowTexts)
  const { number, percent } = useFormats()
  const { name } = useMonthNames()
  if (!flow) return t('title.none')
  const saved = flow.months.find(({ without, with: left }) => Math.round(without.mean - left.mean) > 0)
  if (saved) {
    const contacts = Math.round(saved.without.mean - saved.with.mean)
    return t('title.counted', { contacts, month: name(saved.month) })
  }
  const failing = failureOverAll(flow.queues)
  if (failing !== null) return t('title.failure', { share: percent(failing) })
  const [week] = flow.weeks
  if (!week || week.all.contactsIn === 0) return t('title.none')
  const { contactsIn, first } = week.all
  return t('title.first', { all: contactsIn, first: number(first) })
}
