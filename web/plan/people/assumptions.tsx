/** What the plan assumes, where each figure is from, and a form to replace them. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { HeadcountPlan } from '../../../src/plan/headcount/contract.ts'
import { type Assumptions, assumptionNames, limitsOf } from '../../../src/plan/headcount/rules/assumptions.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { Tag } from '../../design/status.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Name = keyof Assumptions
const isYearly = (name: Name): boolean => name.startsWith('attrition')

function useUnit(): (name: Name) => string {
  const t = useTexts(headcountTexts)
  return (name) => (isYearly(name) ? t('assumptions.perYear') : t(`assumptions.unit.${limitsOf[name].unit}`))
}

export function AssumptionList({
  plan,
  onEdit,
}: {
  readonly plan: HeadcountPlan
  readonly onEdit: () => void
}) {
  const t = useTexts(headcountTexts)
  const { number } = useFormats()
  const unit = useUnit()
  const originOf = (name: Name) => plan.usual.find((usual) => usual.name === name)?.from
  const shown = (name: Name) =>
    number(limitsOf[name].unit === 'share' ? plan.assumptions[name] * 100 : plan.assumptions[name])
  return (
    <section className="lp-card" aria-labelledby="assumptions">
      <div className="lp-row">
        <h2 id="assumptions">{t('assumptions.title')}</h2>
        <Button variant="secondary" data-size="sm" onClick={onEdit}>
          {t('editAssumptions')}
        </Button>
      </div>
      <p className="lp-quiet lp-small">{t('assumptions.text')}</p>
      <dl className="lp-assumptions">
        {assumptionNames.map((name) => (
          <div key={name}>
            <dt>
              {t(`assumptions.name.${name}`)} {originOf(name) && <Tag>{t('assumptions.usual')}</Tag>}
            </dt>
            <dd className="lp-number lp-nowrap">
              {shown(name)} {unit(name)}
            </dd>
            {originOf(name) && (
              <dd className="lp-small lp-quiet">{t(`assumptions.origin.${originOf(name)!}`)}</dd>
            )}
          </div>
        ))}
        <div>
          <dt>{t('assumptions.occupancy')}</dt>
          <dd className="lp-number lp-nowrap">{number(plan.occupancy * 100)} %</dd>
          <dd className="lp-small lp-quiet">{t(`assumptions.occupancyOrigin.${plan.occupancyFrom}`)}</dd>
        </div>
      </dl>
    </section>
  )
}

type FormProps = { readonly plan: HeadcountPlan; readonly onDone: () => void }

const factorOf = (name: Name): number => (limitsOf[name].unit === 'share' ? 100 : 1)
const round = (value: number): number => Number(value.toFixed(4))

export function AssumptionForm({ plan, onDone }: FormProps) {
  const t = useTexts(headcountTexts)
  const unit = useUnit()
  const client = useQueryClient()
  const [values, setValues] = useState(
    () =>
      Object.fromEntries(
        assumptionNames.map((name) => [name, String(round(plan.assumptions[name] * factorOf(name)))]),
      ) as Record<Name, string>,
  )
  const [occupancy, setOccupancy] = useState(
    plan.occupancyFrom === 'own' ? String(round(plan.occupancy * 100)) : '',
  )
  const save = useMutation(
    api.headcount.saveAssumptions.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.headcount.key() })
        onDone()
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const assumptions = Object.fromEntries(
      assumptionNames.map((name) => [name, round(Number(values[name]) / factorOf(name))]),
    ) as Assumptions
    save.mutate({ assumptions, occupancy: occupancy === '' ? null : Number(occupancy) / 100 })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      {assumptionNames.map((name) => {
        const { least, most } = limitsOf[name]
        return (
          <Textfield
            key={name}
            type="number"
            step="any"
            required
            label={t(`assumptions.name.${name}`)}
            suffix={unit(name)}
            min={least * factorOf(name)}
            max={most * factorOf(name)}
            value={values[name]}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          />
        )
      })}
      <Textfield
        type="number"
        step="any"
        label={t('assumptions.occupancy')}
        description={t('assumptions.occupancyEmpty')}
        suffix="%"
        min={30}
        max={100}
        value={occupancy}
        onChange={(event) => setOccupancy(event.target.value)}
      />
      {save.error ? <ErrorState error={save.error} /> : null}
      <Button type="submit" loading={save.isPending}>
        {t('assumptions.save')}
      </Button>
    </form>
  )
}
