/** One column for each scenario, things as they are first. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ScenarioResult } from '../../../src/plan/headcount/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { Status } from '../../design/status.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Row = {
  readonly id:
    | 'contacts'
    | 'factor'
    | 'need'
    | 'people'
    | 'hires'
    | 'wages'
    | 'hiring'
    | 'total'
    | 'difference'
    | 'short'
    | 'advertise'
  readonly cell: (result: ScenarioResult) => ReactNode
}

export function SideBySide({ results }: { readonly results: readonly ScenarioResult[] }) {
  const t = useTexts(headcountTexts)
  const rows = useRows(results[0])
  return (
    <div className="lp-card">
      <h2>{t('scenario.side')}</h2>
      <ScrollBox label={t('scenario.side')}>
        <table className="ds-table lp-table lp-table--scroll lp-side-by-side">
          <thead>
            <tr>
              <td />
              {results.map((result) => (
                <th key={result.scenarioId ?? ''} scope="col">
                  <Head result={result} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cell }) => (
              <tr key={id}>
                <th scope="row">{t(`scenario.row.${id}`)}</th>
                {results.map((result) => (
                  <td key={result.scenarioId ?? ''} className="lp-number lp-nowrap">
                    {result.refusal === null ? cell(result) : '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  )
}

function Head({ result }: { readonly result: ScenarioResult }) {
  const t = useTexts(headcountTexts)
  const client = useQueryClient()
  const remove = useMutation(
    api.headcount.scenarios.remove.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.headcount.scenarios.key() }),
    }),
  )
  const [isAsking, setIsAsking] = useState(false)
  const { scenarioId, name } = result
  if (scenarioId === null) return t('scenario.asIs')
  return (
    <>
      <span className="lp-side-by-side__head">
        {name}
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={t('scenario.remove', { name })}
          onClick={() => setIsAsking(true)}
        >
          ×
        </Button>
      </span>
      <ConfirmDialog
        open={isAsking}
        title={t('scenario.removeTitle', { name })}
        confirm={t('scenario.removeDo')}
        dangerous
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ scenarioId })}
        onClose={() => setIsAsking(false)}
      >
        <p>{t('scenario.removeText')}</p>
      </ConfirmDialog>
      {result.refusal !== null && (
        <span className="lp-small lp-under">
          <Status tone="bad">{t('scenario.refused')}</Status>
        </span>
      )}
    </>
  )
}

/** A year of wages is known to three figures at best: 32 690 782 kr is 32 700 000. */
export const roundKroner = (value: number): number =>
  Math.abs(value) < 1000 ? value : Number(value.toPrecision(3))

function useRows(asIs: ScenarioResult | undefined): readonly Row[] {
  const format = useFormats()
  const kroner = (value: number | undefined) =>
    value === undefined ? '–' : `${format.number(roundKroner(value), 0)}\u00a0kr`
  const people = (value: number | undefined) => (value === undefined ? '–' : format.number(value, 1))
  // Months err together, so the mean of their bounds bounds their mean.
  const needBetween = ({ months }: ScenarioResult) => {
    const needs = months.flatMap(({ need }) => need ?? [])
    const mean = (value: (need: (typeof needs)[number]) => number) =>
      needs.reduce((sum, need) => sum + value(need), 0) / needs.length
    return needs.length === 0
      ? ''
      : format.interval(
          mean(({ low }) => low),
          mean(({ high }) => high),
          1,
        )
  }
  const contactsOf = ({ contacts }: ScenarioResult) => contacts.reduce((sum, { after }) => sum + after, 0)
  return [
    {
      id: 'contacts',
      cell: (result) => (result.contacts.length === 0 ? '–' : format.number(contactsOf(result), 0)),
    },
    { id: 'factor', cell: ({ factor }) => format.percent(factor, 1) },
    {
      id: 'need',
      cell: (result) => (
        <>
          {people(result.money?.need)}
          <span className="lp-small lp-quiet lp-under">{needBetween(result)}</span>
        </>
      ),
    },
    { id: 'people', cell: ({ money }) => people(money?.people) },
    { id: 'hires', cell: ({ money }) => (money ? format.number(money.hires, 0) : '–') },
    { id: 'wages', cell: ({ money }) => kroner(money?.wages) },
    { id: 'hiring', cell: ({ money }) => kroner(money?.hiring) },
    { id: 'total', cell: ({ money }) => <strong>{kroner(money?.total)}</strong> },
    {
      id: 'difference',
      cell: ({ money, scenarioId }) =>
        scenarioId === null || !money || !asIs?.money
          ? '–'
          : `${format.change(roundKroner(money.total - asIs.money.total), 0)}\u00a0kr`,
    },
    { id: 'short', cell: ({ money }) => (money ? format.number(money.shortMonths, 0) : '–') },
    {
      id: 'advertise',
      cell: ({ firstAdvertiseBy }) => (firstAdvertiseBy === null ? '–' : format.date(firstAdvertiseBy)),
    },
  ]
}
