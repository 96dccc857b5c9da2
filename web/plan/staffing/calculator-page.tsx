/** For whoever passes by: calls, handling time and patience in, everything out, in the browser and at once. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { type Asked, asked, type Calculated, calculate, limits, questionOf, searchOf } from './calculator.ts'
import { NumberField } from './number-field.tsx'
import { StaffingFrame } from './staffing-frame.tsx'

export function CalculatorPage() {
  const t = useTexts(staffingTexts)
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const question = useMemo(() => questionOf(search), [search])
  const answer = useMemo(() => calculate(question), [question])
  const { calls, minutes } = question
  const set = (name: Asked, value: number | null): void => {
    if (value !== null && !(value >= limits[name][0] && value <= limits[name][1])) return
    const next = searchOf({ ...question, [name]: value })
    void navigate({ to: '/plan/staffing/calculator', search: next as never, replace: true })
  }
  const seconds: readonly Asked[] = ['handle', 'patience', 'within']
  const shares: readonly Asked[] = ['share', 'abandon']
  return (
    <StaffingFrame
      current="calculator"
      title={
        answer.needed === null
          ? t('calculator.never')
          : t('calculator.title', { agents: answer.needed, calls: calls!, minutes: minutes! })
      }
      subtitle={t('calculator.subtitle')}
    >
      <section className="lp-card lp-staffing-line" aria-label={t('part.calculator')}>
        {asked.map((name) => (
          <NumberField
            key={name}
            label={t(`calculator.${name}`)}
            {...(name === 'patience' && { help: t('calculator.patienceHelp') })}
            {...(seconds.includes(name) && { unit: t('unit.seconds') })}
            {...(shares.includes(name) && { unit: '%' })}
            limits={limits[name]}
            value={question[name]}
            onChange={(value) => {
              if (value !== null || name === 'patience' || name === 'abandon') set(name, value)
            }}
          />
        ))}
      </section>
      <Answer answer={answer} patience={question.patience} />
    </StaffingFrame>
  )
}

type AnswerProps = { readonly answer: Calculated; readonly patience: number | null }

function Answer({ answer, patience }: AnswerProps) {
  const t = useTexts(staffingTexts)
  const { number, percent } = useFormats()
  const wait = (seconds: number) => (Number.isFinite(seconds) ? number(seconds, 1) : t('calculator.growing'))
  return (
    <>
      <div className="lp-card">
        <h2>{t('calculator.table')}</h2>
        <p>{t('calculator.load', { load: number(answer.load, 2) })}</p>
        <ScrollBox label={t('calculator.table')}>
          <table className="ds-table lp-staffing-calculated">
            <thead>
              <tr>
                {(['agents', 'level', 'wait', 'lost', 'busy'] as const).map((name) => (
                  <th key={name} scope="col" className="lp-number">
                    {t(`calculator.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.rows.map(({ agents, figures }) => (
                <tr key={agents} aria-current={agents === answer.needed ? 'true' : undefined}>
                  <th scope="row" className="lp-number">
                    {agents}
                  </th>
                  <td className="lp-number">{percent(figures.servedWithin, 1)}</td>
                  <td className="lp-number">{wait(figures.meanWaitSeconds)}</td>
                  <td className="lp-number">{percent(figures.pAbandon, 1)}</td>
                  <td className="lp-number">{percent(figures.occupancy, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </div>
      <Models answer={answer} patience={patience} />
    </>
  )
}

/** The three classical models at the same number of people. */
function Models({ answer: { needed, rows, endless, blocked }, patience }: AnswerProps) {
  const t = useTexts(staffingTexts)
  const { number, percent } = useFormats()
  const own = rows.find(({ agents }) => agents === needed)?.figures
  return (
    <section className="lp-card" aria-labelledby="models">
      <h2 id="models">{t('calculator.models')}</h2>
      <p className="lp-quiet">{t('calculator.modelsText')}</p>
      <ul>
        <li>{t('calculator.b', { lost: percent(blocked.pAbandon, 1) })}</li>
        {patience !== null && own && (
          <li>
            {t('calculator.a', {
              level: percent(own.servedWithin, 1),
              wait: number(own.meanWaitSeconds, 1),
              lost: percent(own.pAbandon, 1),
            })}
          </li>
        )}
        <li>
          {Number.isFinite(endless.meanWaitSeconds)
            ? t('calculator.c', {
                level: percent(endless.servedWithin, 1),
                wait: number(endless.meanWaitSeconds, 1),
              })
            : t('calculator.cGrowing')}
        </li>
      </ul>
    </section>
  )
}
