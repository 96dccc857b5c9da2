/** Who is here since when, and who is to begin: counts and days, no names. */
import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { HeadcountPlan, Hire } from '../../../src/plan/headcount/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Line = {
  readonly key: number
  readonly day: string
  readonly people: string
  readonly state: Hire['state']
}
type Props = { readonly plan: HeadcountPlan; readonly onDone: () => void }

let keys = 0
const lineOf = (day: string, people: number, state: Hire['state'] = 'advertised'): Line => ({
  key: keys++,
  day,
  people: String(people),
  state,
})

export function PeopleForm({ plan, onDone }: Props) {
  const t = useTexts(headcountTexts)
  const client = useQueryClient()
  const [here, setHere] = useState<readonly Line[]>(() =>
    plan.cohorts.length === 0
      ? [lineOf('', 1)]
      : plan.cohorts.map(({ startedOn, people }) => lineOf(startedOn, people)),
  )
  const [coming, setComing] = useState<readonly Line[]>(() =>
    plan.hires.map(({ startsOn, people, state }) => lineOf(startsOn, people, state)),
  )
  const save = useMutation(
    api.headcount.savePeople.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.headcount.key() })
        onDone()
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({
      cohorts: here.map(({ day, people }) => ({ startedOn: day, people: Number(people) })),
      hires: coming.map(({ day, people, state }) => ({ startsOn: day, people: Number(people), state })),
    })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      <Lines
        legend={t('people.here')}
        day={t('people.started')}
        lines={here}
        onChange={setHere}
        latest={plan.today}
      >
        <p className="lp-quiet lp-small">{t('people.hereText')}</p>
      </Lines>
      <Lines
        legend={t('people.coming')}
        day={t('people.starts')}
        lines={coming}
        onChange={setComing}
        withState
      />
      {save.error ? <ErrorState error={save.error} /> : null}
      <Button type="submit" loading={save.isPending}>
        {t('people.save')}
      </Button>
    </form>
  )
}

type LinesProps = {
  readonly legend: string
  readonly day: string
  readonly lines: readonly Line[]
  readonly onChange: (lines: readonly Line[]) => void
  readonly withState?: boolean
  readonly latest?: string
  readonly children?: React.ReactNode
}

function Lines({ legend, day, lines, onChange, withState = false, latest, children }: LinesProps) {
  const t = useTexts(headcountTexts)
  const change = (key: number, part: Partial<Line>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  return (
    <fieldset className="lp-stack">
      <legend>{legend}</legend>
      {children}
      {lines.map((line, at) => (
        <div className="lp-form-line" key={line.key}>
          <Textfield
            type="date"
            required
            label={day}
            {...(latest === undefined ? {} : { max: latest })}
            value={line.day}
            onChange={(event) => change(line.key, { day: event.target.value })}
          />
          <Textfield
            type="number"
            required
            min={1}
            max={5000}
            label={t('people.count')}
            value={line.people}
            onChange={(event) => change(line.key, { people: event.target.value })}
          />
          {withState && (
            <Field>
              <Label>{t('people.state')}</Label>
              <Select
                value={line.state}
                onChange={(event) => change(line.key, { state: event.target.value as Hire['state'] })}
              >
                <Select.Option value="advertised">{t('people.advertised')}</Select.Option>
                <Select.Option value="signed">{t('people.signed')}</Select.Option>
              </Select>
            </Field>
          )}
          <Button
            type="button"
            variant="tertiary"
            aria-label={t('people.remove', { number: at + 1 })}
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          onClick={() => onChange([...lines, lineOf('', 1)])}
        >
          {t('people.add')}
        </Button>
      </div>
    </fieldset>
  )
}
