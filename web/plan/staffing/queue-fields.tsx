/** The parts of the settings that depend on the kind of queue. */
import { Checkbox, Field, Fieldset, Label, Select } from '@digdir/designsystemet-react'
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { NumberField, PercentField } from '../../design/number-field.tsx'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Change, Settings } from './target-form.tsx'

type Props = { readonly settings: Settings; readonly change: Change }

export function ChatFields({ settings, change }: Props) {
  const t = useTexts(staffingTexts)
  return (
    <div className="lp-staffing-line">
      <NumberField
        label={t('field.parallel')}
        limits={[1, 20]}
        step={1}
        value={settings.parallel}
        onChange={(parallel) => change({ parallel })}
      />
      <PercentField
        label={t('field.slowing')}
        limits={[0, 100]}
        value={settings.slowing}
        onChange={(slowing) => change({ slowing })}
      />
    </div>
  )
}

/** How long a contact takes and how long people wait: as counted, or said. */
export function PatienceFields({ settings, change, week }: Props & { readonly week: StaffingWeek }) {
  const t = useTexts(staffingTexts)
  const { number } = useFormats()
  const { patience } = settings
  const mode = typeof patience === 'number' ? 'said' : patience
  const counted = week.handle.seconds
  return (
    <>
      <NumberField
        label={t('field.handle')}
        help={
          counted === null
            ? t('field.handleUnknown')
            : t('field.handleCounted', { seconds: number(counted, 0) })
        }
        unit={t('unit.seconds')}
        limits={[1, 36_000]}
        optional
        value={settings.handleSeconds}
        onChange={(handleSeconds) => change({ handleSeconds })}
      />
      {week.queue!.kind !== 'tasks' && (
        <div className="lp-staffing-line">
          <Field>
            <Label>{t('field.patience')}</Label>
            <Select
              value={mode}
              onChange={({ target }) =>
                change({
                  patience:
                    target.value === 'said'
                      ? Math.round(week.patienceSeconds ?? 180)
                      : (target.value as 'counted' | 'endless'),
                })
              }
            >
              {(['counted', 'said', 'endless'] as const).map((each) => (
                <Select.Option key={each} value={each}>
                  {t(`patience.${each}`)}
                </Select.Option>
              ))}
            </Select>
          </Field>
          {typeof patience === 'number' && (
            <NumberField
              label={t('field.patienceSeconds')}
              unit={t('unit.seconds')}
              limits={[1, 86_400]}
              value={patience}
              onChange={(seconds) => change({ patience: seconds })}
            />
          )}
        </div>
      )}
    </>
  )
}

export function TaskFields({
  settings,
  change,
  queues,
}: Props & { readonly queues: StaffingWeek['queues'] }) {
  const t = useTexts(staffingTexts)
  const { backlog, blendWith } = settings
  const others = queues.filter(({ kind }) => kind !== 'tasks')
  return (
    <>
      <div className="lp-staffing-line">
        <PercentField
          label={t('field.share')}
          limits={[50, 100]}
          value={settings.share}
          onChange={(share) => change({ share })}
        />
        <NumberField
          label={t('field.deadline')}
          unit={t('unit.hours')}
          limits={[0.5, 400]}
          value={settings.deadlineHours}
          onChange={(deadlineHours) => change({ deadlineHours })}
        />
      </div>
      <div className="lp-staffing-line">
        <NumberField
          label={t('field.backlog')}
          limits={[0, 1_000_000]}
          value={backlog.tasks}
          onChange={(tasks) => change({ backlog: { ...backlog, tasks } })}
        />
        <NumberField
          label={t('field.oldest')}
          unit={t('unit.hours')}
          limits={[0, 400]}
          value={backlog.oldestHours}
          onChange={(oldestHours) => change({ backlog: { ...backlog, oldestHours } })}
        />
      </div>
      {others.length > 0 && (
        <Fieldset>
          <Fieldset.Legend>{t('field.blend')}</Fieldset.Legend>
          <Fieldset.Description>{t('field.blendHelp')}</Fieldset.Description>
          {others.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={blendWith.includes(id)}
              onChange={({ target }) =>
                change({
                  blendWith: target.checked ? [...blendWith, id] : blendWith.filter((other) => other !== id),
                })
              }
            />
          ))}
        </Fieldset>
      )}
      {blendWith.length > 0 && (
        <PercentField
          label={t('field.usable')}
          limits={[0, 100]}
          value={settings.usable}
          onChange={(usable) => change({ usable })}
        />
      )}
    </>
  )
}
