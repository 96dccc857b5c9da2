/** The form of a queue's settings; beside it what the week takes, before and after. */
import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { toLocal } from '../../../src/kernel/zone.ts'
import type { StaffingRuleView, StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { serviceLevelConventions } from '../../../src/plan/staffing/rules/erlang/figures.ts'
import { api } from '../../api.ts'
import { NumberField, PercentField } from '../../design/number-field.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { OutcomeCard } from './outcome-card.tsx'
import { ChatFields, PatienceFields, TaskFields } from './queue-fields.tsx'

export type Settings = StaffingRuleView['settings']
export type Change = (fields: Partial<Settings>) => void

export function TargetForm({ week }: { readonly week: StaffingWeek }) {
  const t = useTexts(staffingTexts)
  const client = useQueryClient()
  const toast = useToast()
  const [settings, setSettings] = useState(week.rule.settings)
  // Until somebody has set a target, what is written is true of today too.
  const [validFrom, setValidFrom] = useState(week.rule.setAt === null ? toLocal(new Date()).date : week.from)
  const change: Change = (fields) => setSettings((old) => ({ ...old, ...fields }))
  const { kind, id: queueId } = week.queue!
  const save = useMutation(
    api.staffing.rules.save.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.staffing.key() })
        toast({ text: t('targets.saved') })
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ queueId, validFrom, settings })
  }
  return (
    <div className="lp-staffing-two">
      <form className="lp-card lp-stack" onSubmit={submit}>
        {kind === 'tasks' ? (
          <TaskFields settings={settings} change={change} queues={week.queues} />
        ) : (
          <AnsweredFields settings={settings} change={change} />
        )}
        {kind === 'chats' && <ChatFields settings={settings} change={change} />}
        <PatienceFields settings={settings} change={change} week={week} />
        <PercentField
          label={t('field.confidence')}
          help={t('field.confidenceHelp')}
          limits={[50, 99]}
          value={settings.confidence}
          onChange={(confidence) => change({ confidence })}
        />
        <NumberField
          label={t('field.fewest')}
          limits={[0, 1000]}
          step={1}
          value={settings.fewest}
          onChange={(fewest) => change({ fewest })}
        />
        <Textfield
          type="date"
          required
          label={t('field.validFrom')}
          value={validFrom}
          onChange={({ target }) => setValidFrom(target.value)}
        />
        {save.error ? <ErrorState error={save.error} /> : null}
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
      <OutcomeCard week={week} settings={settings} />
    </div>
  )
}

type FieldsProps = { readonly settings: Settings; readonly change: Change }

/** Parts of the target hold together; an empty one is not asked for. */
function AnsweredFields({ settings: { target }, change }: FieldsProps) {
  const t = useTexts(staffingTexts)
  const set = (fields: Partial<Settings['target']>) => change({ target: { ...target, ...fields } })
  const level = target.serviceLevel
  return (
    <>
      <div className="lp-staffing-line">
        <PercentField
          label={t('field.level')}
          limits={[1, 99.9]}
          optional
          value={level?.share ?? null}
          onChange={(share) =>
            set({
              serviceLevel:
                share === null ? null : { withinSeconds: 20, convention: 'ofOffered', ...level, share },
            })
          }
        />
        {level && (
          <NumberField
            label={t('field.within')}
            unit={t('unit.seconds')}
            limits={[0, 86_400]}
            value={level.withinSeconds}
            onChange={(withinSeconds) => set({ serviceLevel: { ...level, withinSeconds } })}
          />
        )}
      </div>
      {level && (
        <Field>
          <Label>{t('field.convention')}</Label>
          <Select
            value={level.convention}
            onChange={(event) =>
              set({
                serviceLevel: { ...level, convention: event.target.value as typeof level.convention },
              })
            }
          >
            {serviceLevelConventions.map((convention) => (
              <Select.Option key={convention} value={convention}>
                {t(`convention.${convention}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <div className="lp-staffing-line">
        <NumberField
          label={t('field.wait')}
          unit={t('unit.seconds')}
          limits={[1, 86_400]}
          optional
          value={target.maxMeanWaitSeconds}
          onChange={(maxMeanWaitSeconds) => set({ maxMeanWaitSeconds })}
        />
        <PercentField
          label={t('field.abandon')}
          limits={[0.1, 99]}
          optional
          value={target.maxAbandon}
          onChange={(maxAbandon) => set({ maxAbandon })}
        />
        <PercentField
          label={t('field.occupancy')}
          limits={[5, 100]}
          optional
          value={target.maxOccupancy}
          onChange={(maxOccupancy) => set({ maxOccupancy })}
        />
      </div>
    </>
  )
}
