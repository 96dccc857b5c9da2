/** How the work is shared: one dot for each observer, stacked where several have as much. */
import { Link } from '@tanstack/react-router'
import type { Plan } from '../../../src/measure/planning/contract.ts'
import type { Fairness } from '../../../src/measure/planning/rules/fairness/report.ts'
import { ChartFrame } from '../../design/chart/chart-frame.tsx'
import { linkTo } from '../../design/path-target.ts'
import { planningTexts } from '../../i18n/planning.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { contactsLink } from './links.ts'
import { namesOf } from './use-plan.ts'

type Props = { readonly plan: Pick<Plan, 'names'>; readonly fairness: Fairness }

export function LoadDots({ plan, fairness }: Props) {
  const t = useTexts(planningTexts)
  const format = useFormats()
  const { observers, repeatedMeetings } = fairness.figures
  const names = namesOf(plan)
  if (observers.length === 0) return <p className="lp-quiet">{t('ready.needsObservers')}</p>
  const loads = observers.map(({ contacts }) => contacts)
  const [least, most] = [Math.min(...loads), Math.max(...loads)]
  const share = observers.reduce((sum, one) => sum + one.share, 0) / observers.length
  const repeats =
    repeatedMeetings === 0 ? t('loads.noRepeats') : t('loads.repeats', { count: repeatedMeetings })
  return (
    <ChartFrame
      title={least === most ? t('loads.titleOne', { most }) : t('loads.title', { least, most })}
      subtitle={t('loads.subtitle', { share: format.number(share, 1) })}
      note={repeats}
      table={{
        header: [t('loads.observer'), t('loads.contacts'), t('loads.share'), t('loads.busiest')],
        rows: observers.map((one) => [
          names.get(one.observer) ?? '',
          one.contacts,
          one.share,
          one.busiestWeek,
        ]),
      }}
    >
      <Dots observers={observers} names={names} />
    </ChartFrame>
  )
}

type DotsProps = {
  readonly observers: Fairness['figures']['observers']
  readonly names: ReadonlyMap<string, string>
}

/** The axis runs from the smallest load to the largest; each step of it is a column of dots. */
function Dots({ observers, names }: DotsProps) {
  const t = useTexts(planningTexts)
  const editionId = useEditionId()
  const columns = [...Map.groupBy(observers, ({ contacts }) => contacts)].sort(([a], [b]) => a - b)
  return (
    <ol className="lp-dots">
      {columns.map(([contacts, people]) => (
        <li key={contacts} className="lp-dots__column">
          <ul className="lp-plain-list lp-dots__stack">
            {people.map(({ observer }) => (
              <li key={observer}>
                <Link
                  {...linkTo(contactsLink(editionId, { observer }))}
                  className="lp-dots__dot"
                  aria-label={`${names.get(observer)}: ${contacts}`}
                  title={names.get(observer)}
                />
              </li>
            ))}
          </ul>
          <span className="lp-number lp-small">
            {contacts} <span className="lp-visually-hidden">{t('loads.contacts')}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
