/** What is asked before a search: how long, and what stays. */
import { Button, Field, Fieldset, Label, Radio, Select } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type SolveStage, solveStages } from '../../../src/plan/shifts/rules/solve-words.ts'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import { api, client } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Draft } from './use-draft.ts'
import type { Save } from './use-save.ts'

type Props = {
  readonly week: WeekView
  readonly draft: Draft
  readonly save: Save
  readonly open: boolean
  readonly onClose: () => void
}

const choices = [15, 60, 180, 600] as const

export function SolveDialog({ week, draft, save, open, onClose }: Props) {
  const t = useTexts(shiftPlanTexts)
  const queries = useQueryClient()
  const [seconds, setSeconds] = useState(60)
  const [stage, setStage] = useState<SolveStage>('roster')
  const fixed = draft.shifts.filter((shift) => shift.fixed).length
  const loose = draft.shifts.length - fixed
  const unlocked = draft.shifts.filter((shift) => !shift.fixed && shift.agentId === null).length
  const start = useMutation({
    mutationFn: async () => {
      const revision = await save()
      if (revision === undefined) return undefined
      return client.shifts.week.solve({ weekStart: week.weekStart, revision, seconds, stage })
    },
    onSuccess: async () => {
      onClose()
      await queries.invalidateQueries({ queryKey: api.shifts.week.key() })
    },
  })
  return (
    <FormDialog open={open} title={t('solve.dialog')} onClose={onClose}>
      <Fieldset>
        <Fieldset.Legend>{t('solve.what')}</Fieldset.Legend>
        {solveStages.toReversed().map((each) => (
          <Radio
            key={each}
            name="stage"
            value={each}
            checked={stage === each}
            label={t(`solve.stage.${each}`)}
            description={
              each === 'roster'
                ? t('solve.stays', { fixed, loose })
                : t('solve.coverStays', { open: unlocked })
            }
            onChange={() => setStage(each)}
          />
        ))}
      </Fieldset>
      <p>{t('solve.never')}</p>
      {draft.isChanged && <p>{t('solve.savesFirst')}</p>}
      <Field>
        <Label>{t('solve.howLong')}</Label>
        <Select value={String(seconds)} onChange={({ target }) => setSeconds(Number(target.value))}>
          {choices.map((each) => (
            <Select.Option key={each} value={String(each)}>
              {each < 60 ? t('solve.seconds', { n: each }) : t('solve.minutes', { n: each / 60 })}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {start.error !== null && <ErrorState error={start.error} />}
      <div className="lp-row">
        <Button loading={start.isPending} onClick={() => start.mutate()}>
          {t('solve.go')}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </FormDialog>
  )
}
