/** What has been agreed beyond the Act's usual limits. */
import { Checkbox, Textfield } from '@digdir/designsystemet-react'
import {
  ageGroups,
  averagings,
  nightStarts,
  overtimeAgreements,
} from '../../../src/plan/shifts/people/rules/words.ts'
import { agentTexts } from '../../i18n/agents.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { Choice } from './choice.tsx'
import { NumberField } from './number-field.tsx'
import { type FieldsProps, Part } from './part.tsx'

type Contract = FieldsProps['fields']['contract']
type ContractProps = {
  readonly contract: Contract
  readonly onChange: (change: Partial<Contract>) => void
}

export function ContractLimits({ fields, onChange }: FieldsProps) {
  const t = useTexts(agentTexts)
  const change = (some: Partial<Contract>): void => onChange({ contract: { ...fields.contract, ...some } })
  const own = { contract: fields.contract, onChange: change }
  return (
    <Part title={t('form.limits')} text={t('form.limitsText')}>
      <div className="lp-columns">
        <Averages {...own} />
        <Rest {...own} />
        <Age {...own} fields={fields} onFields={onChange} />
      </div>
      <YesAndNo {...own} />
    </Part>
  )
}

function Averages({ contract, onChange }: ContractProps) {
  const t = useTexts(agentTexts)
  return (
    <>
      <Choice
        label={t('form.averaging')}
        value={contract.averaging}
        onChange={(averaging) => onChange({ averaging })}
        options={averagings.map((id) => ({ id, name: t(`form.averagings.${id}`) }))}
      />
      {contract.averaging !== 'none' && (
        <>
          <NumberField
            label={t('form.averagingWeeks')}
            value={contract.averagingWeeks}
            limits={[1, 52]}
            whole
            onChange={(averagingWeeks) => onChange({ averagingWeeks })}
          />
          <Textfield
            label={t('form.averagingFrom')}
            type="date"
            value={contract.averagingFrom ?? ''}
            onChange={(event) => onChange({ averagingFrom: event.target.value || undefined })}
          />
        </>
      )}
      <Choice
        label={t('form.overtime')}
        value={contract.overtime}
        onChange={(overtime) => onChange({ overtime })}
        options={overtimeAgreements.map((id) => ({ id, name: t(`form.overtimes.${id}`) }))}
      />
    </>
  )
}

function Rest({ contract, onChange }: ContractProps) {
  const t = useTexts(agentTexts)
  return (
    <>
      <NumberField
        label={t('form.dailyRest')}
        value={contract.dailyRestHours}
        limits={[8, 11]}
        onChange={(dailyRestHours) => onChange({ dailyRestHours })}
      />
      <NumberField
        label={t('form.weeklyRest')}
        value={contract.weeklyRestHours}
        limits={[28, 35]}
        onChange={(weeklyRestHours) => onChange({ weeklyRestHours })}
      />
      <NumberField
        label={t('form.freeWeekends')}
        help={t('form.freeWeekendsHelp')}
        value={contract.freeWeekendEvery}
        limits={[0, 8]}
        whole
        onChange={(freeWeekendEvery) => onChange({ freeWeekendEvery })}
      />
      <NumberField
        label={t('form.daysInRow')}
        help={t('form.daysInRowHelp')}
        value={contract.mostDaysInRow}
        limits={[0, 12]}
        whole
        onChange={(mostDaysInRow) => onChange({ mostDaysInRow })}
      />
    </>
  )
}

type AgeProps = ContractProps & {
  readonly fields: FieldsProps['fields']
  readonly onFields: FieldsProps['onChange']
}

function Age({ contract, fields, onFields }: AgeProps) {
  const t = useTexts(agentTexts)
  return (
    <>
      <Choice
        label={t('form.age')}
        value={contract.age}
        onChange={(age) =>
          onFields({ contract: { ...contract, age }, ...(age === 'adult' && { adultOn: null }) })
        }
        options={ageGroups.map((id) => ({ id, name: t(`form.ages.${id}`) }))}
      />
      {contract.age !== 'adult' && (
        <Textfield
          label={t('form.adultOn')}
          description={t('form.adultOnHelp')}
          type="date"
          value={fields.adultOn ?? ''}
          onChange={(event) => onFields({ adultOn: event.target.value || null })}
        />
      )}
    </>
  )
}

function YesAndNo({ contract, onChange }: ContractProps) {
  const t = useTexts(agentTexts)
  const { time } = useFormats()
  const box = (key: 'sundayWork' | 'averagedSundays' | 'nightWork') => (
    <Checkbox
      label={t(`form.${key}`)}
      value={key}
      checked={contract[key]}
      onChange={(event) => onChange({ [key]: event.target.checked })}
    />
  )
  return (
    <>
      {box('sundayWork')}
      {contract.sundayWork && box('averagedSundays')}
      {box('nightWork')}
      {contract.nightWork && (
        <Choice
          label={t('form.nightFrom')}
          value={contract.nightFrom}
          onChange={(nightFrom) => onChange({ nightFrom })}
          options={nightStarts.map((id) => ({ id, name: time(id) }))}
        />
      )}
    </>
  )
}
