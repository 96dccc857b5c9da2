/** Which people are shown: by a part of the name, and by skill. */
import { Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { type ReactNode, useState } from 'react'
import type { Agent } from '../../../src/plan/shifts/rules/types.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useShown } from './use-shown.ts'

export function ShownChoice({
  agents,
  children,
}: {
  readonly agents: readonly Agent[]
  readonly children?: ReactNode
}) {
  const t = useTexts(shiftPlanTexts)
  const { shown, show } = useShown()
  const [written, setWritten] = useState<string | null>(null)
  const skills = [...new Set(agents.flatMap((agent) => agent.skills))].toSorted((one, other) =>
    one.localeCompare(other, 'nb'),
  )
  return (
    <div className="lp-shift-plan__choice lp-no-print">
      <Textfield
        label={t('choice.name')}
        data-size="sm"
        // The address follows a moment later; what is written stays as it is meanwhile.
        value={written ?? shown.name}
        onChange={({ target }) => {
          setWritten(target.value)
          show({ name: target.value })
        }}
        onBlur={() => setWritten(null)}
      />
      <Field data-size="sm">
        <Label>{t('choice.skill')}</Label>
        <Select value={shown.skill} onChange={({ target }) => show({ skill: target.value })}>
          <Select.Option value="">{t('choice.all')}</Select.Option>
          {skills.map((skill) => (
            <Select.Option key={skill} value={skill}>
              {skill}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {children}
    </div>
  )
}
