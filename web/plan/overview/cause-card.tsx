/** Why the worst stretch is bad, and what would help: each step with the risk that is left after it. */
import type { PlanOverview } from '../../../src/plan/staffing/contract.ts'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Props = { readonly overview: PlanOverview; readonly worst: NonNullable<PlanOverview['worst']> }

/** A part of the forecast that changes the day by less is not worth a word. */
const worthAWord = 0.02

export function CauseCard({ overview, worst }: Props) {
  const t = useTexts(planOverviewTexts)
  const { weekday, time, percent, number } = useFormats()
  const { cause, remedies } = overview
  const crowded = overview.cells
    .filter((cell) => cell.date === worst.date && cell.time >= worst.from && cell.time < worst.to)
    .toSorted((one, other) => other.missing - one.missing)[0]
  const span = { day: weekday(worst.date), from: time(worst.from), to: time(worst.to) }
  return (
    <section className="lp-card lp-plan-cause" aria-labelledby="cause">
      <h2 id="cause">{t('cause.title', span)}</h2>
      {crowded && (
        <p>
          {t('cause.people', {
            needed: crowded.needed,
            scheduled: number(crowded.scheduled ?? 0, 1),
            from: time(crowded.time),
          })}
        </p>
      )}
      {cause && (
        <p>
          {t('cause.expected', {
            expected: Math.round(cause.expected),
            usual: number(cause.usual, 0),
            weeks: cause.weeks,
          })}{' '}
          <Parts parts={cause.parts} />
        </p>
      )}
      <h3>{t('remedies.title')}</h3>
      {remedies.length === 0 ? (
        <p>{t('remedies.none')}</p>
      ) : (
        <ol className="lp-plan-remedies">
          {remedies.map((remedy) => (
            <li key={`${remedy.kind} ${remedy.kind === 'borrow' ? remedy.queue : ''}`}>
              <span>
                {remedy.kind === 'move' &&
                  t('remedies.move', { people: remedy.people, from: time(remedy.from), to: time(remedy.to) })}
                {remedy.kind === 'borrow' &&
                  t('remedies.borrow', { people: remedy.people, queue: remedy.queue })}
                {remedy.kind === 'extra' && t('remedies.extra', { people: remedy.people })}
              </span>
              <span className="lp-plan-remedies__after">
                {t('remedies.after', { risk: percent(remedy.riskAfter) })}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="lp-small lp-quiet">{t('remedies.note')}</p>
    </section>
  )
}

/** "Kalender +7 %, hendelser +1 %": what sets the day apart, the largest first. */
function Parts({ parts }: { readonly parts: NonNullable<PlanOverview['cause']>['parts'] }) {
  const t = useTexts(planOverviewTexts)
  const { change } = useFormats()
  const told = parts
    .filter(
      ({ name, factor }) => name !== 'level' && name !== 'weekday' && Math.abs(factor - 1) >= worthAWord,
    )
    .toSorted((one, other) => Math.abs(other.factor - 1) - Math.abs(one.factor - 1))
    .map(({ name, factor }) => t('part', { name: t(`parts.${name}`), change: change(100 * (factor - 1), 0) }))
  return told.length === 0 ? null : t('cause.parts', { parts: told.join(', ') })
}
