/** What if? Scenarios side by side, in people and in money. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScenarioResult, Scenarios } from '../../../src/plan/headcount/contract.ts'
import { api, client as caller } from '../../api.ts'
import { type LineSeries, LineWithBand } from '../../design/chart/line-with-band.tsx'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useMonthNames } from './month-name.ts'
import { PeopleFrame } from './people-frame.tsx'
import { ScenarioForm } from './scenario-form.tsx'
import { roundKroner, SideBySide } from './side-by-side.tsx'
import './people.css'

export function ScenariosPage() {
  const t = useTexts(headcountTexts)
  const query = useQuery(api.headcount.scenarios.list.queryOptions())
  const scenarios = query.data as Scenarios | undefined
  const title = useTitle(scenarios)
  const [adding, setAdding] = useState(false)
  const download = useMutation({
    mutationFn: () => caller.headcount.scenarios.export({}),
    onSuccess: (file) => saveFile(file.name, file),
  })
  return (
    <PeopleFrame
      tab="scenarios"
      width="wide"
      title={title}
      subtitle={t('scenario.subtitle')}
      actions={
        <>
          <Button onClick={() => setAdding(true)}>{t('scenario.new')}</Button>
          <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
            {t('export')}
          </Button>
        </>
      }
    >
      <Awaited query={query}>{() => <Content scenarios={scenarios!} />}</Awaited>
      <FormDialog open={adding} title={t('scenario.new')} onClose={() => setAdding(false)}>
        <ScenarioForm queues={scenarios?.queues ?? []} onDone={() => setAdding(false)} />
      </FormDialog>
    </PeopleFrame>
  )
}

function Content({ scenarios }: { readonly scenarios: Scenarios }) {
  const t = useTexts(headcountTexts)
  const { results, hasPeople } = scenarios
  if (!hasPeople)
    return (
      <div className="lp-card">
        <EmptyState
          title={t('title.unknown')}
          actions={
            <LinkButton to="/plan/people" variant="secondary">
              {t('scenario.toPeople')}
            </LinkButton>
          }
        >
          {t('empty.people')}
        </EmptyState>
      </div>
    )
  return (
    <>
      {results.length === 1 && (
        <div className="lp-card">
          <EmptyState title={t('scenario.title.none')}>{t('scenario.empty')}</EmptyState>
        </div>
      )}
      <SideBySide results={results} />
      <NeedChart results={results} />
    </>
  )
}

/** More lines than these in one chart cannot be told apart; the table has them all. */
const mostLines = 3

function NeedChart({ results }: { readonly results: readonly ScenarioResult[] }) {
  const t = useTexts(headcountTexts)
  const { short } = useMonthNames()
  const drawn = results.filter(({ months }) => months.some(({ need }) => need !== null)).slice(0, mostLines)
  if (drawn.length < 2) return null
  const series = drawn.map(
    ({ scenarioId, name, months }): LineSeries => ({
      name: scenarioId === null ? t('scenario.asIs') : name,
      look: scenarioId === null ? 'control' : 'expected',
      points: months.map(({ month, need }) => ({
        at: short(month),
        value: need?.mean ?? null,
        // One band is enough to see whether the lines differ by more than is known.
        ...(scenarioId === null && need ? { low: need.low, high: need.high } : {}),
      })),
    }),
  )
  return (
    <div className="lp-card">
      <LineWithBand title={t('scenario.chart')} subtitle={t('scenario.chartText')} series={series} fromZero />
    </div>
  )
}

/** The scenario that changes most, either way. */
function useTitle(scenarios: Scenarios | undefined): string {
  const t = useTexts(headcountTexts)
  const { number } = useFormats()
  const [asIs, ...others] = scenarios?.results ?? []
  const base = asIs?.money?.total
  const changes = others.flatMap(({ name, money }) =>
    money && base !== undefined ? [{ name, change: money.total - base }] : [],
  )
  if (!scenarios?.hasPeople || changes.length === 0) return t('scenario.title.none')
  const most = changes.reduce((one, other) => (Math.abs(other.change) > Math.abs(one.change) ? other : one))
  if (Math.abs(most.change) < 1000) return t('scenario.title.same')
  const kroner = number(roundKroner(Math.abs(most.change)), 0)
  const said = { name: most.name, kroner: `${kroner}\u00a0kr`, months: scenarios.monthsAhead }
  return most.change < 0 ? t('scenario.title.cheapest', said) : t('scenario.title.dearest', said)
}
