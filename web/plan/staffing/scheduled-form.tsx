/** How many are set up on one day, by hand or from a file, for as long as there is no shift plan. */
import { Button, Input } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ClipboardEvent, type FormEvent, useState } from 'react'
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { api } from '../../api.ts'
import { FileDrop } from '../../design/file-drop.tsx'
import { ErrorState } from '../../design/states.tsx'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { NeedCell } from './week-cells.ts'

type Props = { readonly week: StaffingWeek; readonly cell: NeedCell; readonly onDone: () => void }

export function ScheduledForm({ week, cell, onDone }: Props) {
  const t = useTexts(staffingTexts)
  const { weekday, shortDate } = useFormats()
  const client = useQueryClient()
  const cells = week.cells.filter(({ date }) => date === cell.date)
  const [people, setPeople] = useState(() =>
    cells.map(({ scheduled }) => (scheduled === null ? '' : String(scheduled))),
  )
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: api.staffing.key() })
    onDone()
  }
  const save = useMutation(api.staffing.scheduled.save.mutationOptions({ onSuccess }))
  const read = useMutation(api.staffing.scheduled.import.mutationOptions({ onSuccess }))
  const queueId = week.queue!.id
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const rows = cells.map(({ startsAt }, at) => ({ startsAt, people: peopleOf(people[at]!) }))
    save.mutate({ queueId, rows })
  }
  if (week.scheduledFrom === 'shifts') return <p>{t('scheduled.shifts')}</p>
  return (
    <form className="lp-stack" onSubmit={submit}>
      <FileDrop
        label={t('scheduled.file')}
        endings={['.csv', '.xlsx', '.txt']}
        megabytes={10}
        isBusy={read.isPending}
        onFile={(file) => read.mutate({ queueId, file })}
      />
      {read.error ? <ErrorState error={read.error} /> : null}
      <h3>{t('scheduled.day', { day: weekday(cell.date), date: shortDate(cell.date) })}</h3>
      <p className="lp-quiet lp-small">{t('scheduled.paste')}</p>
      <Grid cells={cells} people={people} onChange={setPeople} />
      {save.error ? <ErrorState error={save.error} /> : null}
      <Button type="submit" loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

/** @example peopleOf('4,5') // 4.5; nothing written takes away */
const peopleOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.replace(',', '.')))

type GridProps = {
  readonly cells: readonly NeedCell[]
  readonly people: readonly string[]
  readonly onChange: (people: string[]) => void
}

function Grid({ cells, people, onChange }: GridProps) {
  const t = useTexts(staffingTexts)
  const { time } = useFormats()
  const put = (at: number, values: readonly string[]): void =>
    onChange(people.map((old, place) => values[place - at] ?? old))
  /** A column or a row of a spreadsheet fills this interval and those after it. */
  const paste = (at: number, event: ClipboardEvent): void => {
    const values = event.clipboardData
      .getData('text')
      .trim()
      .split(/[\t\r\n]+/)
    if (values.length < 2) return
    event.preventDefault()
    put(at, values)
  }
  return (
    <div className="lp-staffing-grid">
      {cells.map((cell, at) => (
        <div key={cell.startsAt}>
          <span>{time(cell.time)}</span>
          <Input
            inputMode="decimal"
            pattern="\d{0,5}([.,]\d{1,2})?"
            value={people[at]!}
            aria-label={t('scheduled.at', { time: time(cell.time), needed: cell.needed })}
            onChange={({ target }) => put(at, [target.value])}
            onPaste={(event) => paste(at, event)}
          />
          <span className="lp-small lp-quiet">{t('scheduled.of', { needed: cell.needed })}</span>
        </div>
      ))}
    </div>
  )
}
