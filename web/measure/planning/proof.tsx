/** Every rule of fairness with how near the plan comes to its limit. */
import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { type Fairness, fairnessRules } from '../../../src/measure/planning/rules/fairness/report.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { Status } from '../../design/status.tsx'
import { planningTexts } from '../../i18n/planning.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export function Proof({ fairness }: { readonly fairness: Fairness }) {
  const t = useTexts(planningTexts)
  const [all, setAll] = useState(fairness.clean)
  const shown = all ? fairness.rules : fairness.rules.filter(({ broken }) => broken > 0)
  return (
    <div className="lp-block">
      <h2>{t('proof.title')}</h2>
      <p className="lp-quiet lp-small">{t('proof.subtitle')}</p>
      <ScrollBox label={t('proof.title')}>
        <table className="ds-table lp-table lp-table--scroll">
          <thead>
            <tr>
              <th scope="col">{t('proof.rule')}</th>
              {(['checked', 'worst', 'limit', 'broken'] as const).map((column) => (
                <th key={column} scope="col" className="lp-end">
                  {t(`proof.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((rule) => (
              <Row key={rule.rule} rule={rule} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {!fairness.clean && (
        <Button variant="tertiary" data-size="sm" className="lp-no-print" onClick={() => setAll(!all)}>
          {all ? t('proof.hide') : t('proof.show', { count: fairness.rules.length })}
        </Button>
      )}
    </div>
  )
}

function Row({ rule }: { readonly rule: Fairness['rules'][number] }) {
  const t = useTexts(planningTexts)
  const { number } = useFormats()
  const { worst, limit, checked, broken } = rule
  const side = fairnessRules[rule.rule]
  return (
    <tr>
      <th scope="row">{t(`rules.${rule.rule}`)}</th>
      <td className="lp-end lp-number">{number(checked)}</td>
      <td className="lp-end lp-number">{worst === null ? '–' : number(worst)}</td>
      <td className="lp-end lp-number lp-nowrap">
        {limit === null ? '–' : t(`proof.${side}`, { limit: number(limit) })}
      </td>
      <td className="lp-end">
        {broken === 0 ? (
          <Status tone="good">{t('proof.holds')}</Status>
        ) : (
          <Status tone="warning">{number(broken)}</Status>
        )}
      </td>
    </tr>
  )
}
