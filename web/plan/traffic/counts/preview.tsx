/** What would come in: how much, from when to when, the first intervals, and every line that is refused. */
import type { TrafficPreview } from '../../../../src/plan/traffic/imports/contract.ts'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import { ScrollBox } from '../../../design/scroll-box.tsx'
import { Status } from '../../../design/status.tsx'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { RefusedLines } from './refused-lines.tsx'

type Props = { readonly preview: TrafficPreview; readonly queue: QueueView }
const columns = ['offered', 'handled', 'abandoned', 'handleSeconds', 'waitSeconds', 'answeredWithin'] as const
/** As many as show whether dates and figures are read rightly. */
const shown = 6

export function Preview({ preview, queue }: Props) {
  const t = useTexts(trafficCountsTexts)
  const { number, date, instant } = useFormats()
  const { problem, counts, first, last, contacts, intervals, refused } = preview
  if (problem === 'no-moment' || problem === 'no-count' || problem === 'nothing')
    return (
      <p role="status">
        <Status tone="bad">{t(`problem.${problem}`)}</Status>
      </p>
    )
  const used = columns.filter((column) => intervals.some((each) => each[column] !== null))
  return (
    <>
      <p role="status">
        <Status tone={counts.refused > 0 || problem !== null ? 'warning' : 'good'}>
          {problem === null && first && last
            ? t('preview.verdict', {
                intervals: counts.added + counts.changed + counts.same,
                contacts: Math.round(contacts),
                from: date(first),
                to: date(last),
                refused: counts.refused,
              })
            : t('preview.refusedOnly', { refused: counts.refused })}
        </Status>
      </p>
      {problem === null && counts.changed + counts.same > 0 && (
        <p>{t('preview.known', { added: counts.added, changed: counts.changed, same: counts.same })}</p>
      )}
      {intervals.length > 0 && (
        <ScrollBox label={t('preview.first')}>
          <table className="ds-table lp-traffic-preview">
            <caption>{t('preview.first')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('preview.start', { minutes: queue.intervalMinutes })}</th>
                {used.map((column) => (
                  <th key={column} scope="col" className="lp-end">
                    {t(`field.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {intervals.slice(0, shown).map((each) => (
                <tr key={each.startsAt}>
                  <th scope="row">{instant(each.startsAt)}</th>
                  {used.map((column) => (
                    <td key={column} className="lp-end lp-number">
                      {each[column] === null ? '–' : number(each[column], 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {refused.length > 0 && <RefusedLines lines={refused} count={counts.refused} isOpen />}
    </>
  )
}
