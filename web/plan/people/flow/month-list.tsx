/** The coming months with and without the improvements: contacts, hours of work, people. */
import { useQuery } from '@tanstack/react-query'
import type { FlowMonth } from '../../../../src/plan/flow/contract.ts'
import { api } from '../../../api.ts'
import { ScrollBox } from '../../../design/scroll-box.tsx'
import { flowTexts } from '../../../i18n/flow.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useMonthNames } from '../month-name.ts'

const heads = ['without', 'with', 'saved', 'hours', 'people'] as const

export function MonthList({ months }: { readonly months: readonly FlowMonth[] }) {
  const t = useTexts(flowTexts)
  const plan = useQuery(api.headcount.get.queryOptions()).data
  if (months.length === 0) return null
  return (
    <div className="lp-card">
      <h2>{t('months.title')}</h2>
      <ScrollBox label={t('months.title')}>
        <table className="ds-table lp-table lp-table--scroll">
          <thead>
            <tr>
              <th scope="col">{t('months.month')}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className="lp-number">
                  {t(`months.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <Row key={month.month} month={month} hoursPerPerson={plan?.hoursPerPerson} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  )
}

type RowProps = { readonly month: FlowMonth; readonly hoursPerPerson: number | undefined }

function Row({
  month: { month, basis, without, with: left, hoursWithout, hoursWith },
  hoursPerPerson,
}: RowProps) {
  const t = useTexts(flowTexts)
  const { number, interval } = useFormats()
  const { name } = useMonthNames()
  const hours = hoursWithout - hoursWith
  return (
    <tr>
      <th scope="row">
        {name(month)}
        <span className="lp-small lp-quiet lp-under">{t(`months.${basis}`)}</span>
      </th>
      {[without, left].map((estimate, at) => (
        <td key={at === 0 ? 'without' : 'with'} className="lp-number lp-nowrap">
          {number(estimate.mean, 0)}
          <span className="lp-small lp-quiet lp-under">{interval(estimate.low, estimate.high, 0)}</span>
        </td>
      ))}
      <td className="lp-number">{number(without.mean - left.mean, 0)}</td>
      <td className="lp-number">{number(hours, 0)}</td>
      <td className="lp-number">
        {hoursPerPerson === undefined || hoursPerPerson === 0 ? '–' : number(hours / hoursPerPerson, 1)}
      </td>
    </tr>
  )
}
