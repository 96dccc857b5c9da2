/** One shift as a form: the way to change it on a phone, and everything about it that a bar cannot show. */
import { Button, Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { consequenceOf } from '../../../src/plan/shifts/rules/consequence.ts'
import { stretched, usualBreaks } from '../../../src/plan/shifts/rules/hand/hand-edit.ts'
import { type Judge, type JudgedWeek, judgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import { localOf, spanOn } from '../../../src/plan/shifts/rules/local-days.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ConsequenceList } from './consequence-list.tsx'
import { dayOf } from './day-scale.ts'
import { Takers } from './takers.tsx'
import { useTimeWords } from './words.ts'

export type Opened = { readonly shift: PlanShift; readonly isNew: boolean }

type Props = {
  readonly opened: Opened | null
  readonly judge: Judge
  readonly week: JudgedWeek
  readonly onPut: (shift: PlanShift) => void
  readonly onRemove: (shift: PlanShift) => void
  readonly onClose: () => void
}

export function ShiftDialog({ opened, ...rest }: Props) {
  const t = useTexts(shiftPlanTexts)
  return (
    <FormDialog
      open={opened !== null}
      title={opened?.isNew ? t('form.titleNew') : t('form.title')}
      onClose={rest.onClose}
    >
      {opened && <ShiftForm key={opened.shift.id} opened={opened} {...rest} />}
    </FormDialog>
  )
}

type FormProps = Props & { readonly opened: Opened }

function ShiftForm({ opened, judge, week, onPut, onRemove, onClose }: FormProps) {
  const t = useTexts(shiftPlanTexts)
  const [shift, setShift] = useState(opened.shift)
  const change = (fields: Partial<PlanShift>) => setShift({ ...shift, ...fields, fixed: true })
  const problem = problemOf(shift, judge)
  const told = useMemo(() => {
    const others = week.shifts.filter(({ id }) => id !== shift.id)
    return consequenceOf(judge, week, judgedWeek(judge, [...others, shift], week))
  }, [judge, week, shift])
  return (
    <form
      className="lp-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (problem === null) onPut(shift)
      }}
    >
      <WhoAndWhen {...{ shift, judge, change, setShift }} />
      <Breaks shift={shift} change={change} />
      <Rest {...{ shift, judge, change, setShift }} />
      {problem && (
        <p role="alert" className="lp-shift-form__problem">
          {t(`form.problem.${problem}`)}
        </p>
      )}
      <div aria-live="polite">
        <h3>{t('form.told')}</h3>
        <ConsequenceList judge={judge} told={told} />
      </div>
      <Takers
        {...{ judge, week, shift }}
        isOpen={shift.agentId === null}
        onTake={(agentId) => change({ agentId })}
      />
      <div className="lp-row">
        <Button type="submit" disabled={problem !== null}>
          {t('form.put')}
        </Button>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {t('form.cancel')}
        </Button>
        {!opened.isNew && (
          <Button type="button" variant="tertiary" data-color="danger" onClick={() => onRemove(shift)}>
            {t('form.remove')}
          </Button>
        )}
        <SickButton shift={shift} judge={judge} onSick={() => change({ agentId: null })} />
      </div>
    </form>
  )
}

type SickProps = { readonly shift: PlanShift; readonly judge: Judge; readonly onSick: () => void }

/** Sickness is noted at once, whatever becomes of the form; the shift is then one to be taken. */
function SickButton({ shift, judge, onSick }: SickProps) {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const toast = useToast()
  const text = useProblemText()
  const queries = useQueryClient()
  const agent = judge.agents.get(shift.agentId ?? '')
  const day = dayOf(judge.days, shift.from)
  const report = useMutation({
    ...api.shifts.absences.report.mutationOptions(),
    onSuccess: async () => {
      toast({ text: t('form.sickDone', { name: agent?.name ?? '', day: words.day(day?.date ?? '') }) })
      onSick()
      await queries.invalidateQueries({ queryKey: api.shifts.key() })
    },
    onError: (error) => toast({ text: text(error) }),
  })
  if (!agent || !day) return null
  const at = (minute: number) => new Date(minute * 60_000).toISOString()
  return (
    <Button
      type="button"
      variant="tertiary"
      loading={report.isPending}
      onClick={() =>
        report.mutate({
          agentId: agent.id,
          kind: 'sick',
          startsAt: at(day.from),
          endsAt: at(Math.max(day.to, shift.to)),
        })
      }
    >
      {t('form.sick')}
    </Button>
  )
}

/** What the server would refuse. */
function problemOf({ from, to, breaks }: PlanShift, { days }: Judge): 'length' | 'breaks' | 'week' | null {
  if (from < days[0]!.from || from >= days.at(-1)!.to) return 'week'
  if (to <= from || to - from > 16 * 60) return 'length'
  const isFine = breaks.every(
    (pause, at) => pause.from >= (breaks[at - 1]?.to ?? from) && pause.to > pause.from && pause.to <= to,
  )
  return isFine ? null : 'breaks'
}

type PartProps = {
  readonly shift: PlanShift
  readonly judge: Judge
  readonly change: (fields: Partial<PlanShift>) => void
  readonly setShift: (shift: PlanShift) => void
}

function WhoAndWhen({ shift, judge, change, setShift }: PartProps) {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const { date, time: from } = localOf(shift.from)
  const to = localOf(shift.to).time
  const place = (next: { readonly date?: string; readonly from?: string; readonly to?: string }) => {
    const span = spanOn(next.date ?? date, { from: next.from ?? from, to: next.to ?? to })
    const moved = span.to - span.from === shift.to - shift.from ? span.from - shift.from : null
    if (moved !== null) {
      const breaks = shift.breaks.map((pause) => ({ from: pause.from + moved, to: pause.to + moved }))
      return change({ ...span, breaks })
    }
    setShift(stretched({ ...shift, from: span.from, to: shift.to + span.from - shift.from }, { to: span.to }))
  }
  return (
    <>
      <Field>
        <Label>{t('form.who')}</Label>
        <Select
          value={shift.agentId ?? ''}
          onChange={({ target }) => change({ agentId: target.value === '' ? null : target.value })}
        >
          <Select.Option value="">{t('grid.open')}</Select.Option>
          {[...judge.agents.values()].map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <div className="lp-shift-form__when">
        <Field>
          <Label>{t('form.day')}</Label>
          <Select value={date} onChange={({ target }) => place({ date: target.value })}>
            {judge.days.map((day) => (
              <Select.Option key={day.date} value={day.date}>
                {words.day(day.date)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Textfield
          type="time"
          step={900}
          label={t('form.from')}
          value={from}
          onChange={({ target }) => target.value && place({ from: target.value })}
        />
        <Textfield
          type="time"
          step={900}
          label={t('form.to')}
          value={to}
          onChange={({ target }) => target.value && place({ to: target.value })}
        />
      </div>
    </>
  )
}

function Breaks({ shift, change }: Pick<PartProps, 'shift' | 'change'>) {
  const t = useTexts(shiftPlanTexts)
  const { breaks } = shift
  const { date } = localOf(shift.from)
  const set = (at: number, part: { readonly from?: string; readonly to?: string }) => {
    const old = breaks[at]!
    const clock = { from: localOf(old.from).time, to: localOf(old.to).time, ...part }
    const span = spanOn(date, clock)
    const by = span.from < shift.from ? 1440 : 0
    change({
      breaks: breaks.map((each, place) => (place === at ? { from: span.from + by, to: span.to + by } : each)),
    })
  }
  const middle = usualBreaks({ from: shift.from, to: Math.max(shift.to, shift.from + 345) })[0]!
  return (
    <fieldset className="lp-shift-form__breaks">
      <legend>{t('form.breaks')}</legend>
      {breaks.map((pause, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a break has no other name than its place
        <div key={at} className="lp-row">
          <Textfield
            type="time"
            step={900}
            aria-label={t('form.breakFrom', { n: at + 1 })}
            value={localOf(pause.from).time}
            onChange={({ target }) => target.value && set(at, { from: target.value })}
          />
          <Textfield
            type="time"
            step={900}
            aria-label={t('form.breakTo', { n: at + 1 })}
            value={localOf(pause.to).time}
            onChange={({ target }) => target.value && set(at, { to: target.value })}
          />
          <Button
            type="button"
            variant="tertiary"
            data-size="sm"
            onClick={() => change({ breaks: breaks.filter((_, place) => place !== at) })}
          >
            {t('form.breakRemove', { n: at + 1 })}
          </Button>
        </div>
      ))}
      {breaks.length === 0 && (
        <Button type="button" variant="tertiary" data-size="sm" onClick={() => change({ breaks: [middle] })}>
          {t('form.breakAdd')}
        </Button>
      )}
    </fieldset>
  )
}

function Rest({ shift, judge, change, setShift }: PartProps) {
  const t = useTexts(shiftPlanTexts)
  const skills = [...new Set(judge.given.queues.map(({ skill }) => skill).filter((skill) => skill !== ''))]
  return (
    <>
      <div className="lp-shift-form__when">
        <Field>
          <Label>{t('form.skill')}</Label>
          <Select
            value={shift.skill ?? ''}
            onChange={({ target }) => change({ skill: target.value === '' ? null : target.value })}
          >
            <Select.Option value="">{t('form.anySkill')}</Select.Option>
            {skills.map((skill) => (
              <Select.Option key={skill} value={skill}>
                {skill}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Textfield
          type="number"
          min={0}
          max={960}
          step={15}
          label={t('form.overtime')}
          value={shift.overtimeMinutes}
          onChange={({ target }) => {
            const minutes = Number(target.value)
            if (Number.isInteger(minutes) && minutes >= 0 && minutes <= 960)
              change({ overtimeMinutes: minutes })
          }}
        />
      </div>
      <Checkbox
        label={t('form.fixed')}
        description={t('form.fixedText')}
        checked={shift.fixed}
        onChange={({ target }) => setShift({ ...shift, fixed: target.checked })}
      />
    </>
  )
}
