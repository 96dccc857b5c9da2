/** The planner's own words for the need of months; what is left empty is worked out. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { HeadcountPlan } from '../../../src/plan/headcount/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useMonthNames } from './month-name.ts'

type Entry = { readonly people: string; readonly low: string; readonly high: string }
type Props = { readonly plan: HeadcountPlan; readonly onDone: () => void }
const empty: Entry = { people: '', low: '', high: '' }

export function NeedForm({ plan, onDone }: Props) {
  const t = useTexts(headcountTexts)
  const { name } = useMonthNames()
  const client = useQueryClient()
  const [entries, setEntries] = useState<Readonly<Record<string, Entry>>>(() =>
    Object.fromEntries(
      plan.needs.map(({ month, people, low, high }) => [
        month,
        { people: String(people), low: String(low), high: String(high) },
      ]),
    ),
  )
  const save = useMutation(
    api.headcount.saveNeeds.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.headcount.key() })
        onDone()
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const needs = Object.entries(entries).flatMap(([month, { people, low, high }]) =>
      people === ''
        ? []
        : [
            {
              month,
              people: Number(people),
              // Who gives no bounds is sure.
              low: low === '' ? Number(people) : Number(low),
              high: high === '' ? Number(people) : Number(high),
            },
          ],
    )
    save.mutate({ needs })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      <p className="lp-quiet">{t('needs.text')}</p>
      {plan.months.map(({ month }) => (
        <fieldset key={month}>
          <legend>{name(month)}</legend>
          <div className="lp-form-line">
            {(['people', 'low', 'high'] as const).map((field) => (
              <Textfield
                key={field}
                type="number"
                step="any"
                min={0}
                max={5000}
                label={t(`needs.${field}`)}
                value={entries[month]?.[field] ?? ''}
                onChange={(event) =>
                  setEntries({
                    ...entries,
                    [month]: { ...(entries[month] ?? empty), [field]: event.target.value },
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      ))}
      {save.error ? <ErrorState error={save.error} /> : null}
      <Button type="submit" loading={save.isPending}>
        {t('needs.save')}
      </Button>
    </form>
  )
}
