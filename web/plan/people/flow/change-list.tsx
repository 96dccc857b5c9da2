/** Changes of first contacts and self-service that the staffing reckons with, and what each makes of every queue. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FlowChangeView, FlowView } from '../../../../src/plan/flow/contract.ts'
import { api } from '../../../api.ts'
import { FormDialog } from '../../../design/confirm-dialog.tsx'
import { ScrollBox } from '../../../design/scroll-box.tsx'
import { ErrorState } from '../../../design/states.tsx'
import { flowTexts } from '../../../i18n/flow.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { ChangeForm } from './change-form.tsx'

export function ChangeList({ flow }: { readonly flow: FlowView }) {
  const t = useTexts(flowTexts)
  const [adding, setAdding] = useState(false)
  return (
    <div className="lp-card">
      <div className="lp-row">
        <h2>{t('changes.title')}</h2>
        <Button variant="secondary" data-size="sm" onClick={() => setAdding(true)}>
          {t('changes.add')}
        </Button>
      </div>
      <p className="lp-quiet lp-small">{t('changes.text')}</p>
      {flow.changes.length === 0 ? <p>{t('changes.none')}</p> : <Table flow={flow} />}
      <FormDialog open={adding} title={t('changes.add')} onClose={() => setAdding(false)}>
        <ChangeForm flow={flow} onDone={() => setAdding(false)} />
      </FormDialog>
    </div>
  )
}

function Table({ flow: { changes, queues } }: { readonly flow: FlowView }) {
  const t = useTexts(flowTexts)
  return (
    <ScrollBox label={t('changes.title')}>
      <table className="ds-table lp-table lp-table--scroll">
        <thead>
          <tr>
            <th scope="col">{t('changes.what')}</th>
            <th scope="col">{t('changes.from')}</th>
            {queues.map(({ queueId, name }) => (
              <th key={queueId} scope="col" className="lp-end">
                {name}
              </th>
            ))}
            <th scope="col">{t('changes.end')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Row key={change.changeId} change={change} queues={queues} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

type RowProps = { readonly change: FlowChangeView; readonly queues: FlowView['queues'] }

function Row({ change, queues }: RowProps) {
  const t = useTexts(flowTexts)
  const { date, change: signed } = useFormats()
  const client = useQueryClient()
  const { changeId, queueId, difference, from, by, factors } = change
  const queue = queues.find((each) => each.queueId === queueId)?.name ?? ''
  const points = Math.round(Math.abs(difference) * 1000) / 10
  const way = `${difference < 0 ? 'fewer' : 'more'}${queueId === null ? 'Self' : 'Returns'}` as const
  const name = t(`changes.${way}`, { queue, points })
  const drop = useMutation(
    api.flow.drop.mutationOptions({
      // The need of the months and the staffing build on it as well.
      onSuccess: () => client.invalidateQueries(),
    }),
  )
  const factorOf = (id: string) => factors.find((each) => each.queueId === id)?.factor ?? 1
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="lp-small lp-quiet lp-under">{t('changes.by', { by })}</span>
      </th>
      <td className="lp-nowrap">{date(from)}</td>
      {queues.map(({ queueId: id }) => (
        <td key={id} className="lp-end lp-number lp-nowrap">
          {signed((factorOf(id) - 1) * 100, 1)} %
        </td>
      ))}
      <td>
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={t('changes.endName', { name })}
          loading={drop.isPending}
          onClick={() => drop.mutate({ changeId })}
        >
          {t('changes.end')}
        </Button>
        {drop.error ? <ErrorState error={drop.error} /> : null}
      </td>
    </tr>
  )
}
