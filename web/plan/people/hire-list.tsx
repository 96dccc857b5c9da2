/** What to do: advertise by when, what no advertisement mends, and what would be too many. */
import { Details } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import type { HeadcountPlan, HiringProposal } from '../../../src/plan/headcount/contract.ts'
import { linkTo } from '../../design/path-target.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { Status } from '../../design/status.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useMonthNames } from './month-name.ts'

type Props = { readonly plan: HeadcountPlan }

export function HireList({ plan }: Props) {
  const t = useTexts(headcountTexts)
  const { percent } = useFormats()
  const { assumptions } = plan
  return (
    <div className="lp-card">
      <h2>{t('hire.title')}</h2>
      {plan.proposals.length === 0 ? (
        <p className="lp-quiet">{t('hire.none')}</p>
      ) : (
        <>
          <p className="lp-quiet lp-small">{t('hire.text')}</p>
          <ScrollBox label={t('hire.title')}>
            <Steps proposals={plan.proposals} />
          </ScrollBox>
        </>
      )}
      <Details>
        <Details.Summary>{t('hire.why')}</Details.Summary>
        <Details.Content>
          {t('hire.whyText', {
            fill: assumptions.daysToFill,
            notice: assumptions.noticeDays,
            training: assumptions.trainingDays,
            ramp: assumptions.rampMonths,
            certainty: percent(assumptions.certainty),
          })}
        </Details.Content>
      </Details>
    </div>
  )
}

const steps = ['sign', 'start', 'trained', 'counted'] as const
const dateOf = ({ signBy, startBy, trainedBy, countedFrom }: HiringProposal) => ({
  sign: signBy,
  start: startBy,
  trained: trainedBy,
  counted: countedFrom,
})

function Steps({ proposals }: { readonly proposals: readonly HiringProposal[] }) {
  const t = useTexts(headcountTexts)
  const { date, number } = useFormats()
  const { name } = useMonthNames()
  return (
    <table className="ds-table lp-table lp-table--scroll">
      <thead>
        <tr>
          <th scope="col">{t('hire.advertise')}</th>
          <th scope="col" className="lp-end">
            {t('hire.people')}
          </th>
          <th scope="col">{t('hire.month')}</th>
          {steps.map((step) => (
            <th key={step} scope="col">
              {t(`hire.${step}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {proposals.map((each) => (
          <tr key={each.month}>
            <th scope="row" className="lp-nowrap">
              {date(each.advertiseBy)} {each.late && <Status tone="bad">{t('hire.late')}</Status>}
            </th>
            <td className="lp-end lp-number">{number(each.people)}</td>
            <td className="lp-nowrap">{name(each.month)}</td>
            {steps.map((step) => (
              <td key={step} className="lp-nowrap">
                {date(dateOf(each)[step])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function OutOfReach({ plan }: Props) {
  const t = useTexts(headcountTexts)
  const { name } = useMonthNames()
  if (plan.outOfReach.length === 0) return null
  return (
    <section className="lp-card lp-card--notice" aria-labelledby="out-of-reach">
      <h2 id="out-of-reach">{t('reach.title')}</h2>
      <ul className="lp-plain-list">
        {plan.outOfReach.map(({ month, people }) => (
          <li key={month}>{t('reach.text', { month: name(month), count: people })}</li>
        ))}
      </ul>
      <p>
        {t('reach.what')} <Link {...linkTo({ to: '/plan/people/flow' })}>{t('reach.flow')}</Link>
      </p>
    </section>
  )
}

export function Surplus({ plan }: Props) {
  const t = useTexts(headcountTexts)
  const { name } = useMonthNames()
  const { surplus } = plan
  if (surplus.length === 0) return null
  const names = surplus.map(({ month }) => name(month))
  const shown = names.length > 2 ? `${names[0]} – ${names.at(-1)}` : names.join(', ')
  return (
    <section className="lp-card lp-card--notice" aria-labelledby="surplus">
      <h2 id="surplus">{t('surplus.title')}</h2>
      <p>{t('surplus.text', { months: shown })}</p>
      {surplus.some(({ fromHires }) => fromHires) && <p>{t('surplus.hires')}</p>}
    </section>
  )
}
