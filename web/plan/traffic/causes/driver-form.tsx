import { Button, Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DriverView } from '../../../../src/plan/traffic/causes/contract.ts'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useAfterChange } from '../use-traffic-change.ts'
import { QueueChecks } from './kind-form.tsx'

type Props = { readonly driver: DriverView; readonly queues: readonly QueueView[] }
const scenarios = ['low', 'base', 'high'] as const

/** Which of what may come is reckoned with, how late traffic follows, and whether the line may go on. */
export function DriverForm({ driver, queues }: Props) {
  const t = useTexts(trafficCausesTexts)
  const after = useAfterChange()
  const save = useMutation(api.traffic.drivers.edit.mutationOptions(after(t('drivers.saved'))))
  const [scenario, setScenario] = useState(driver.scenario)
  const [beyondSeen, setBeyondSeen] = useState(driver.beyondSeen)
  const [lag, setLag] = useState(String(driver.lagDays))
  const [queueIds, setQueueIds] = useState<readonly string[]>(driver.queueIds)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({
      driverId: driver.driverId,
      scenario,
      beyondSeen,
      lagDays: Number(lag),
      queueIds: [...queueIds],
    })
  }
  return (
    <form className="lp-stack lp-no-print" onSubmit={submit}>
      <div className="lp-traffic-fields">
        <Field data-size="sm">
          <Label>{t('drivers.scenario')}</Label>
          <Select
            value={scenario}
            onChange={({ target }) => setScenario(scenarios.find((each) => each === target.value) ?? 'base')}
          >
            {scenarios.map((each) => (
              <Select.Option key={each} value={each}>
                {t(`scenario.${each}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Textfield
          data-size="sm"
          type="number"
          required
          min={0}
          max={60}
          label={t('drivers.lag')}
          value={lag}
          onChange={({ target }) => setLag(target.value)}
        />
      </div>
      <Checkbox
        data-size="sm"
        label={t('drivers.beyond')}
        description={t('drivers.beyondText')}
        checked={beyondSeen}
        onChange={({ target }) => setBeyondSeen(target.checked)}
      />
      {queues.length > 1 && <QueueChecks queues={queues} chosen={queueIds} onChange={setQueueIds} />}
      {save.error && <ErrorState error={save.error} />}
      <div>
        <Button type="submit" variant="secondary" data-size="sm" loading={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
