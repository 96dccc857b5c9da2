/** The parts of the settings that depend on the kind of queue. */
import { Checkbox, Field, Fieldset, Label, Select } from '@digdir/designsystemet-react'
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { NumberField } from './number-field.tsx'
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
        required
        value={settings.parallel}
        onChange={(value) => value !== null && change({ parallel: value })}
      />
      <NumberField
        label={t('field.slowing')}
        unit="%"
        limits={[0, 100]}
        required
        value={settings.slowing * 100}
        onChange={(value) => value !== null && change({ slowing: value / 100 })}
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
        value={settings.handleSeconds}
        onChange={(value) => change({ handleSeconds: value })}
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
              required
              value={patience}
              onChange={(value) => value !== null && change({ patience: value })}
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
        <NumberField
          label={t('field.share')}
          unit="%"
          limits={[50, 100]}
          required
          value={settings.share * 100}
          onChange={(value) => value !== null && change({ share: value / 100 })}
        />
        <NumberField
          label={t('field.deadline')}
          unit={t('unit.hours')}
          limits={[0.5, 400]}
          required
          value={settings.deadlineHours}
          onChange={(value) => value !== null && change({ deadlineHours: value })}
        />
      </div>
      <div className="lp-staffing-line">
        <NumberField
          label={t('field.backlog')}
          limits={[0, 1_000_000]}
          required
          value={backlog.tasks}
          onChange={(value) => value !== null && change({ backlog: { ...backlog, tasks: value } })}
        />
        <NumberField
          label={t('field.oldest')}
          unit={t('unit.hours')}
          limits={[0, 400]}
          required
          value={backlog.oldestHours}
          onChange={(value) => value !== null && change({ backlog: { ...backlog, oldestHours: value } })}
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
        <NumberField
          label={t('field.usable')}
          unit="%"
          limits={[0, 100]}
          required
          value={settings.usable * 100}
          onChange={(value) => value !== null && change({ usable: value / 100 })}
        />
      )}
    </>
  )
}
