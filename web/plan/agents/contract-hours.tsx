/** Hours and percent of full time: one follows the other. */
import { Checkbox } from '@digdir/designsystemet-react'
import { hoursOf, percentOf } from '../../../src/plan/shifts/people/rules/full-time.ts'
import { normalHours } from '../../../src/plan/shifts/people/rules/words.ts'
import { agentTexts } from '../../i18n/agents.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Choice } from './choice.tsx'
import { NumberField } from './number-field.tsx'
import { type FieldsProps, Part } from './part.tsx'

export function ContractHours({ fields, onChange }: FieldsProps) {
  const t = useTexts(agentTexts)
  const { contract } = fields
  const change = (some: Partial<typeof contract>): void => onChange({ contract: { ...contract, ...some } })
  return (
    <Part title={t('form.hours')}>
      <div className="lp-columns">
        <NumberField
          label={t('form.percent')}
          value={percentOf(contract)}
          limits={[0, 128]}
          onChange={(percent) =>
            change({ weeklyHours: Math.min(48, hoursOf(percent, contract.normalHours)) })
          }
        />
        <NumberField
          label={t('form.weeklyHours')}
          value={contract.weeklyHours}
          limits={[0, 48]}
          onChange={(weeklyHours) => change({ weeklyHours })}
        />
        <Choice
          label={t('form.normalHours')}
          help={t('form.normalHelp')}
          value={String(contract.normalHours)}
          onChange={(hours) =>
            change({ normalHours: normalHours.find((each) => String(each) === hours) ?? 40 })
          }
          options={normalHours.map((n) => ({ id: String(n), name: t('form.hoursOption', { n }) }))}
        />
        <NumberField
          label={t('form.flexHours')}
          value={contract.flexHours}
          limits={[0, 20]}
          onChange={(flexHours) => change({ flexHours })}
        />
      </div>
      <Checkbox
        label={t('form.paidBreaks')}
        value="paid"
        checked={contract.paidBreaks}
        onChange={(event) => change({ paidBreaks: event.target.checked })}
      />
    </Part>
  )
}
