/** Where everything is from: each queue as it is planned. */
import type { Basis } from '../../../src/plan/simulation/contract.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { whatIfTexts } from '../../i18n/what-if.ts'
import { useUnits } from './units.ts'

export function BasisCard({ basis }: { readonly basis: Basis }) {
  const t = useTexts(whatIfTexts)
  const { number, percent, instant } = useFormats()
  const { write } = useUnits()
  return (
    <section className="lp-card" aria-labelledby="basis">
      <div>
        <h2 id="basis">{t('basis')}</h2>
        <p className="lp-quiet">{t('basisText')}</p>
      </div>
      <ScrollBox label={t('basis')}>
        <table className="ds-table lp-what-if__table">
          <thead>
            <tr>
              <th scope="col">{t('queue')}</th>
              {(['expected', 'peopleHours', 'handle', 'patience', 'returns', 'redials'] as const).map(
                (column) => (
                  <th key={column} scope="col" className="lp-what-if__number">
                    {t(column)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {basis.queues.map((queue) => (
              <tr key={queue.id}>
                <th scope="row">{queue.name}</th>
                <Cell
                  value={number(queue.offered, 0)}
                  from={t(`trafficFrom.${queue.trafficFrom}`, {
                    at: queue.forecastMadeAt ? instant(queue.forecastMadeAt) : '',
                  })}
                />
                <Cell value={number(queue.peopleHours, 0)} from={t(`peopleFrom.${queue.peopleFrom}`)} />
                <Cell
                  value={write(queue.handleSeconds, 'time')}
                  from={queue.handleKnown ? t('counted') : t('assumed')}
                />
                <Cell
                  value={queue.patienceSeconds === null ? '–' : write(queue.patienceSeconds, 'time')}
                  from={queue.patienceSeconds === null ? t('endless') : t('counted')}
                />
                <Cell value={percent(queue.returns)} from={t(`returnsFrom.${queue.returnsFrom}`)} />
                <Cell
                  value={queue.kind === 'tasks' ? '–' : percent(queue.redial)}
                  from={queue.redialSaid ? t('said') : t('assumed')}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

function Cell({ value, from }: { readonly value: string; readonly from: string }) {
  return (
    <td className="lp-what-if__number lp-number">
      {value}
      <span className="lp-small lp-quiet lp-under">{from}</span>
    </td>
  )
}
