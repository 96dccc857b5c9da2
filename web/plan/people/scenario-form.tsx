/** The levers of a scenario; those that are not touched leave things as they are. */
import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { leversAtRest } from '../../../src/plan/headcount/rules/scenario.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Queue = { readonly id: string; readonly name: string }
type Props = { readonly queues: readonly Queue[]; readonly onDone: () => void }

const numbers = [
  { name: 'growth', unit: '%', least: -90, most: 300 },
  { name: 'selfService', unit: 'points', least: -100, most: 100 },
  { name: 'returns', unit: 'points', least: -100, most: 100 },
  { name: 'openingHours', unit: 'hours', least: -168, most: 168 },
  { name: 'openingContacts', unit: '%', least: -90, most: 300 },
  { name: 'attrition', unit: '%', least: 0, most: 500 },
  { name: 'leadTime', unit: '%', least: 0, most: 500 },
] as const
type Name = (typeof numbers)[number]['name']

const mostLetters = 100
const shownOf = (name: Name): string => String(leversAtRest[name] * (name === 'openingHours' ? 1 : 100))
const figureOf = (name: Name, text: string): number => Number(text) / (name === 'openingHours' ? 1 : 100)

export function ScenarioForm({ queues, onDone }: Props) {
  const t = useTexts(headcountTexts)
  const client = useQueryClient()
  const [name, setName] = useState('')
  const isLong = name.trim().length > mostLetters
  const [values, setValues] = useState(
    () =>
      Object.fromEntries(numbers.map((lever) => [lever.name, shownOf(lever.name)])) as Record<Name, string>,
  )
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [part, setPart] = useState('0')
  const add = useMutation(
    api.headcount.scenarios.add.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.headcount.scenarios.key() })
        onDone()
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isLong) return
    const said = Object.fromEntries(
      numbers.map((lever) => [lever.name, figureOf(lever.name, values[lever.name])]),
    ) as Record<Name, number>
    const moved = from !== '' && to !== '' ? Number(part) / 100 : 0
    const levers = {
      ...leversAtRest,
      ...said,
      shiftFrom: from || null,
      shiftTo: to || null,
      shiftShare: moved,
    }
    add.mutate({ name, levers })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      <Textfield
        data-autofocus
        label={t('scenario.name')}
        required
        {...(isLong && { error: t('scenario.nameLong', { most: mostLetters }) })}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {numbers.map((lever) => (
        <Textfield
          key={lever.name}
          type="number"
          step="any"
          required
          min={lever.least}
          max={lever.most}
          label={t(`scenario.lever.${lever.name}`)}
          {...(lever.name === 'selfService' ? { description: t('scenario.noSelfService') } : {})}
          suffix={lever.unit === '%' ? '%' : t(`scenario.${lever.unit}`)}
          value={values[lever.name]}
          onChange={(event) => setValues({ ...values, [lever.name]: event.target.value })}
        />
      ))}
      {queues.length > 1 && (
        <div className="lp-form-line">
          <QueueChoice
            label={t('scenario.lever.shiftFrom')}
            queues={queues}
            value={from}
            onChange={setFrom}
          />
          <QueueChoice label={t('scenario.lever.shiftTo')} queues={queues} value={to} onChange={setTo} />
          <Textfield
            type="number"
            min={0}
            max={100}
            label={t('scenario.lever.shiftShare')}
            suffix="%"
            value={part}
            onChange={(event) => setPart(event.target.value)}
          />
        </div>
      )}
      {add.error ? <ErrorState error={add.error} /> : null}
      <Button type="submit" loading={add.isPending}>
        {t('scenario.add')}
      </Button>
    </form>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly queues: readonly Queue[]
  readonly value: string
  readonly onChange: (value: string) => void
}

function QueueChoice({ label, queues, value, onChange }: ChoiceProps) {
  const t = useTexts(headcountTexts)
  return (
    <Field>
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        <Select.Option value="">{t('scenario.nobody')}</Select.Option>
        {queues.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
