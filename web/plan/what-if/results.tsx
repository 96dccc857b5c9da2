/** Every figure of every plan with its interval, and the difference from the first plan drawn as a point with its own. */
import type { Basis, EstimateView, WhatIfResult, WhatIfView } from '../../../src/plan/simulation/contract.ts'
import { isSure } from '../../../src/plan/simulation/rules/replications.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { whatIfTexts } from '../../i18n/what-if.ts'
import { useSourceText } from './source-text.ts'
import { type FigureUnit, useUnits } from './units.ts'

const queueRows = [
  ['serviceLevel', 'share'],
  ['meanWait', 'time'],
  ['waitP90', 'time'],
  ['abandonShare', 'share'],
  ['offered', 'count'],
  ['avoided', 'count'],
  ['redialled', 'count'],
  ['shifted', 'count'],
  ['returned', 'count'],
  ['callbacks', 'count'],
  ['waitingAtClose', 'count'],
  ['satisfaction', 'points'],
  ['measuredScore', 'points'],
] as const
const centreRows = [
  ['hours', 'hours'],
  ['cost', 'money'],
  ['occupancy', 'share'],
  ['contactsPerFirst', 'ratio'],
  ['satisfaction', 'points'],
  ['measuredScore', 'points'],
] as const

type Props = { readonly result: WhatIfResult; readonly assumptions: WhatIfView['assumptions'] }

export function Results({ result, assumptions }: Props) {
  const t = useTexts(whatIfTexts)
  const { instant } = useFormats()
  const sourceText = useSourceText()
  const { comparison, basis } = result
  const { plans, differences } = comparison
  const base = plans[0]!.name
  return (
    <section className="lp-card lp-what-if" aria-labelledby="what-if-results">
      <div>
        <h2 id="what-if-results">{t('results')}</h2>
        <p className="lp-quiet">{t('resultsText', { base })}</p>
      </div>
      {basis.queues.map((queue) => (
        <Block
          key={queue.id}
          title={queue.name}
          note={<TargetNote queue={queue} />}
          names={plans.map(({ name }) => name)}
          rows={queueRows.map(([figure, unit]) => ({
            label: t(`figures.${figure}`),
            unit,
            plans: plans.map(({ queues }) => queues.find(({ id }) => id === queue.id)!.figures[figure]),
            changes: differences.map(
              ({ queues }) => queues.find(({ id }) => id === queue.id)!.figures[figure],
            ),
          }))}
        />
      ))}
      <Block
        title={t('whole')}
        names={plans.map(({ name }) => name)}
        rows={centreRows.map(([figure, unit]) => ({
          label: t(`figures.${figure}`),
          unit,
          plans: plans.map(({ centre }) => centre[figure]),
          changes: differences.map(({ centre }) => centre[figure]),
        }))}
      />
      <p className="lp-small lp-quiet">
        {t('satisfactionSource', { source: sourceText(assumptions.satisfaction.source) })}{' '}
        {t('scoreSource', { source: sourceText(assumptions.measuredScore.source) })}{' '}
        {t('version', {
          at: instant(result.madeAt),
          seed: String(result.seed),
          version: result.version,
          contacts: comparison.contacts,
        })}
      </p>
    </section>
  )
}

function TargetNote({ queue: { target } }: { readonly queue: Basis['queues'][number] }) {
  const t = useTexts(whatIfTexts)
  const { percent } = useFormats()
  const { write } = useUnits()
  return <>{t('target', { share: percent(target.share), time: write(target.seconds, 'time') })}</>
}

type Row = {
  readonly label: string
  readonly unit: FigureUnit
  readonly plans: readonly EstimateView[]
  readonly changes: readonly EstimateView[]
}
type BlockProps = {
  readonly title: string
  readonly note?: React.ReactNode
  readonly names: readonly string[]
  readonly rows: readonly Row[]
}

/** Figures that are nothing in every plan, such as callbacks that nobody offers, are left out. */
const says = ({ plans }: Row) => plans.some((estimate) => estimate !== null && estimate.hi !== 0)

function Block({ title, note, names, rows }: BlockProps) {
  const t = useTexts(whatIfTexts)
  return (
    <div>
      <h3>
        {title} {note && <span className="lp-small lp-quiet">{note}</span>}
      </h3>
      <ScrollBox label={title}>
        <table className="ds-table lp-what-if__table">
          <thead>
            <tr>
              <th scope="col">{t('figure')}</th>
              {names.map((name) => (
                <th key={name} scope="col" className="lp-what-if__number">
                  {name}
                </th>
              ))}
              {names.slice(1).map((name) => (
                <th key={name} scope="col" colSpan={2}>
                  {names.length > 2 ? `${name}: ` : ''}
                  {t('difference', { base: names[0]! })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.filter(says).map((row) => (
              <FigureRow key={row.label} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  )
}

function FigureRow({ row: { label, unit, plans, changes } }: { readonly row: Row }) {
  const { write, interval } = useUnits()
  const ends = changes.flatMap((change) =>
    change ? [change.lo ?? change.mean, change.hi ?? change.mean] : [],
  )
  const domain = niceDomain([0, ...ends], { wanted: 3 })
  const largest = Math.max(...[...plans, ...changes].map((estimate) => Math.abs(estimate?.mean ?? 0)))
  return (
    <tr>
      <th scope="row">{label}</th>
      {plans.map((estimate, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: plans have no other name than their place
        <td key={at} className="lp-what-if__number lp-number">
          {estimate ? write(estimate.mean, unit, { largest }) : '–'}
          {estimate && interval(estimate, unit, largest) && (
            <span className="lp-small lp-quiet lp-under">{interval(estimate, unit, largest)}</span>
          )}
        </td>
      ))}
      {changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: plans have no other name than their place
        <Change key={at} {...{ change, unit, domain, largest }} />
      ))}
    </tr>
  )
}

type ChangeProps = {
  readonly change: EstimateView
  readonly unit: FigureUnit
  readonly domain: ReturnType<typeof niceDomain>
  readonly largest: number
}

function Change({ change, unit, domain, largest }: ChangeProps) {
  const t = useTexts(whatIfTexts)
  const { write } = useUnits()
  if (!change || (Math.abs(change.mean) < 1e-9 && (change.hi ?? 0) - (change.lo ?? 0) < 1e-9))
    return (
      <td colSpan={2} className="lp-quiet">
        {change ? t('none') : '–'}
      </td>
    )
  const sure = isSure(change)
  const sign = change.mean > 0 ? '+' : ''
  const low = change.lo ?? change.mean
  const high = change.hi ?? change.mean
  return (
    <>
      <td className="lp-what-if__number lp-number">
        {sign}
        {write(change.mean, unit, { fine: true, largest })}
        <span className="lp-small lp-quiet lp-under">{sure ? t('sure') : t('unsure')}</span>
      </td>
      <td className="lp-what-if__interval">
        <Interval
          value={change.mean}
          low={low}
          high={high}
          domain={domain}
          isHighlighted={sure}
          decimals={3}
        />
      </td>
    </>
  )
}
