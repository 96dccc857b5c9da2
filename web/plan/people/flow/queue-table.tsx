/** What the flow is reckoned with, queue by queue, and where each share is from. */
import type { FlowQueueView, FlowView } from '../../../../src/plan/flow/contract.ts'
import { ScrollBox } from '../../../design/scroll-box.tsx'
import { flowTexts } from '../../../i18n/flow.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'

const heads = ['offered', 'first', 'returns', 'abandon', 'redial', 'shift', 'failure'] as const

export function QueueTable({ flow: { queues } }: { readonly flow: FlowView }) {
  const t = useTexts(flowTexts)
  return (
    <div className="lp-card">
      <h2>{t('queues.title')}</h2>
      <ScrollBox label={t('queues.title')}>
        <table className="ds-table lp-table lp-table--scroll">
          <thead>
            <tr>
              <th scope="col">{t('queues.name')}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className="lp-number">
                  {t(`queues.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <Row key={queue.queueId} queue={queue} queues={queues} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  )
}

type RowProps = { readonly queue: FlowQueueView; readonly queues: readonly FlowQueueView[] }

function Row({ queue, queues }: RowProps) {
  const t = useTexts(flowTexts)
  const { number, percent } = useFormats()
  const said = queue.said ? undefined : t('queues.usual')
  const to = queues.find(({ queueId }) => queueId === queue.shiftTo)?.name
  const cells: readonly (readonly [string, string, (string | undefined)?])[] = [
    ['offered', number(queue.offered, 0)],
    ['first', queue.first === null ? '–' : number(queue.first, 0)],
    ['returns', percent(queue.returns, 1), t(`queues.from.${queue.returnsFrom}`)],
    ['abandon', percent(queue.pAbandon, 1)],
    ['redial', percent(queue.pRedial), said],
    ['shift', percent(queue.pShift), to],
    [
      'failure',
      queue.failure === null ? '–' : percent(queue.failure.share),
      queue.failure === null ? undefined : t('queues.known', { share: percent(queue.failure.known) }),
    ],
  ]
  return (
    <tr>
      <th scope="row">{queue.name}</th>
      {cells.map(([id, figure, note]) => (
        <td key={id} className="lp-number">
          {figure}
          {note !== undefined && <span className="lp-small lp-quiet lp-under">{note}</span>}
        </td>
      ))}
    </tr>
  )
}
