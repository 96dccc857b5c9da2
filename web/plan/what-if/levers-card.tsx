/** The few levers that matter, a column for each plan. */
import { Button, Input } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import type { WhatIfList, WhatIfView } from '../../../src/plan/simulation/contract.ts'
import { type Levers, leversAtRest } from '../../../src/plan/simulation/rules/what-if/levers.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { useTexts } from '../../i18n/use-texts.ts'
import { whatIfTexts } from '../../i18n/what-if.ts'
import { NumberInput } from './number-input.tsx'

const mostPlans = 4

type Props = {
  readonly draft: WhatIfView
  readonly queues: WhatIfList['queues']
  readonly onChange: (draft: WhatIfView) => void
  readonly actions: ReactNode
}
type Row = {
  readonly label: string
  readonly cell: (
    plan: Levers,
    change: (fields: Partial<Levers>) => void,
    label: (part: string) => string,
  ) => ReactNode
}

export function LeversCard({ draft, queues, onChange, actions }: Props) {
  const t = useTexts(whatIfTexts)
  const rows = useRows(queues)
  const { plans } = draft
  const change = (at: number, fields: Partial<Levers>) =>
    onChange({ ...draft, plans: plans.map((plan, place) => (place === at ? { ...plan, ...fields } : plan)) })
  const letter = String.fromCharCode(65 + plans.length)
  return (
    <div className="lp-card">
      <div>
        <h2>{t('levers')}</h2>
        <p className="lp-quiet">{t('leversText')}</p>
      </div>
      <ScrollBox label={t('levers')}>
        <table className="ds-table lp-levers">
          <tbody>
            {rows.map(({ label, cell }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {plans.map((plan, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: plans have no other name than their place
                  <td key={at}>
                    {cell(
                      plan,
                      (fields) => change(at, fields),
                      (part) => t('cell', { lever: part, plan: plan.name }),
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {plans.length > 2 && (
              <tr className="lp-no-print">
                <td />
                {plans.map((plan, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: plans have no other name than their place
                  <td key={at}>
                    {at > 0 && (
                      <Button
                        variant="tertiary"
                        data-size="sm"
                        onClick={() =>
                          onChange({ ...draft, plans: plans.filter((_, place) => place !== at) })
                        }
                      >
                        {t('removePlan', { plan: plan.name })}
                      </Button>
                    )}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </ScrollBox>
      <div className="lp-row lp-no-print">
        {actions}
        {plans.length < mostPlans && (
          <Button
            variant="secondary"
            onClick={() => onChange({ ...draft, plans: [...plans, { name: letter, ...leversAtRest }] })}
          >
            {t('addPlan')}
          </Button>
        )}
      </div>
    </div>
  )
}

function useRows(queues: WhatIfList['queues']): readonly Row[] {
  const t = useTexts(whatIfTexts)
  const percent = (
    field: 'traffic' | 'handle' | 'patience' | 'selfService' | 'firstContact',
    limits: readonly [number, number],
  ): Row => {
    const label = t(`lever.${field}`)
    return {
      label,
      cell: (plan, change, name) => (
        <NumberInput
          label={name(label)}
          value={Math.round(plan[field] * 1000) / 10}
          limits={limits}
          onChange={(value) => change({ [field]: value / 100 })}
        />
      ),
    }
  }
  return [
    {
      label: t('lever.name'),
      cell: (plan, change, name) => (
        <Input
          aria-label={name(t('lever.name'))}
          value={plan.name}
          maxLength={100}
          onChange={(event) => change({ name: event.target.value })}
        />
      ),
    },
    ...queues.map(({ id, name: queue }): Row => {
      const label = t('lever.people', { queue })
      return {
        label,
        cell: (plan, change, name) => (
          <NumberInput
            label={name(label)}
            value={plan.people[id] ?? 0}
            limits={[-50, 50]}
            onChange={(value) => change({ people: { ...plan.people, [id]: Math.round(value) } })}
          />
        ),
      }
    }),
    times(t('lever.window'), 'peopleFrom', 'peopleTo', [t('lever.fromTime'), t('lever.toTime')]),
    percent('traffic', [20, 500]),
    percent('firstContact', [-50, 50]),
    percent('selfService', [0, 90]),
    percent('handle', [20, 500]),
    percent('patience', [10, 1000]),
    {
      label: t('lever.callback'),
      cell: (plan, change, name) => <Callback plan={plan} change={change} name={name} />,
    },
    times(t('lever.open'), 'openFrom', 'openTo', [t('lever.fromTime'), t('lever.toTime')]),
    {
      label: t('lever.pooled'),
      cell: (plan, change, name) => (
        <input
          type="checkbox"
          aria-label={name(t('lever.pooled'))}
          checked={plan.pooled}
          onChange={(event) => change({ pooled: event.target.checked })}
        />
      ),
    },
  ]
}

function times(
  label: string,
  from: 'peopleFrom' | 'openFrom',
  to: 'peopleTo' | 'openTo',
  words: readonly [string, string],
): Row {
  return {
    label,
    cell: (plan, change, name) => (
      <span className="lp-levers__pair">
        {([from, to] as const).map((field, at) => (
          <Input
            key={field}
            type="time"
            aria-label={name(`${label} ${words[at]}`)}
            value={plan[field] ?? ''}
            onChange={(event) => change({ [field]: event.target.value || null })}
          />
        ))}
      </span>
    ),
  }
}

type CallbackProps = {
  readonly plan: Levers
  readonly change: (fields: Partial<Levers>) => void
  readonly name: (part: string) => string
}

function Callback({ plan: { callback }, change, name }: CallbackProps) {
  const t = useTexts(whatIfTexts)
  return (
    <span className="lp-levers__stack">
      <input
        type="checkbox"
        aria-label={name(t('lever.callback'))}
        checked={callback !== null}
        onChange={(event) =>
          change({ callback: event.target.checked ? { afterSeconds: 60, accept: 0.4 } : null })
        }
      />
      {callback && (
        <>
          <NumberInput
            label={name(t('lever.callbackAfter'))}
            note={t('lever.callbackAfter')}
            value={callback.afterSeconds}
            limits={[0, 3600]}
            onChange={(value) => change({ callback: { ...callback, afterSeconds: Math.round(value) } })}
          />
          <NumberInput
            label={name(t('lever.callbackAccept'))}
            note={t('lever.callbackAccept')}
            value={Math.round(callback.accept * 100)}
            limits={[0, 100]}
            onChange={(value) => change({ callback: { ...callback, accept: value / 100 } })}
          />
        </>
      )}
    </span>
  )
}
