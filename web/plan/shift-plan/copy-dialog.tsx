/** Begin with the shifts of another week. */
import { Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays } from '../../../src/kernel/calendar.ts'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Draft } from './use-draft.ts'
import { weekNumber } from './use-title.ts'

type Props = {
  readonly week: WeekView
  readonly draft: Draft
  readonly open: boolean
  readonly onClose: () => void
}

/** Weeks that may be copied: far enough back for a rota of eight weeks, and a few ahead. */
const offsets = [-1, -2, -3, -4, -5, -6, -7, -8, 1, 2, 3, 4]

export function CopyDialog({ week: { weekStart }, draft, open, onClose }: Props) {
  const t = useTexts(shiftPlanTexts)
  const toast = useToast()
  const { shortDate } = useFormats()
  const queries = useQueryClient()
  const [from, setFrom] = useState(addDays(weekStart, -7))
  const copy = useMutation({
    ...api.shifts.week.copy.mutationOptions(),
    onSuccess: () => {
      const before = draft.shifts
      toast({ text: t('copy.done', { week: weekNumber(from) }), onUndo: () => draft.edit(before) })
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.shifts.week.key() }),
  })
  return (
    <FormDialog open={open} title={t('copy.title')} onClose={onClose}>
      <p>{draft.isChanged ? t('copy.saveFirst') : t('copy.text', { count: draft.shifts.length })}</p>
      <Field>
        <Label>{t('copy.from')}</Label>
        <Select value={from} onChange={({ target }) => setFrom(target.value)}>
          {offsets.map((weeks) => {
            const monday = addDays(weekStart, 7 * weeks)
            return (
              <Select.Option key={weeks} value={monday}>
                {t('copy.week', { week: weekNumber(monday), from: shortDate(monday) })}
              </Select.Option>
            )
          })}
        </Select>
      </Field>
      {copy.error !== null && <ErrorState error={copy.error} />}
      <div className="lp-row">
        <Button
          loading={copy.isPending}
          disabled={draft.isChanged}
          onClick={() => copy.mutate({ weekStart, from })}
        >
          {t('copy.go')}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </FormDialog>
  )
}
