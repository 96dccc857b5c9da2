/** What happens if …? The comparisons that there are, and a new one. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { WhatIfList } from '../../../src/plan/simulation/contract.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState, ErrorState } from '../../design/states.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { whatIfTexts } from '../../i18n/what-if.ts'
import { PlanFrame } from '../plan-frame.tsx'
import './what-if.css'

export function WhatIfsPage() {
  const t = useTexts(whatIfTexts)
  const query = useQuery(api.simulation.list.queryOptions({ input: {} }))
  return (
    <PlanFrame part="whatIf" title={t('title')} subtitle={t('subtitle')}>
      <Awaited query={query}>
        {(list: WhatIfList) =>
          list.queues.length === 0 ? (
            <div className="lp-card">
              <EmptyState title={t('noQueues')}>{t('noQueuesText')}</EmptyState>
            </div>
          ) : (
            <div className="lp-columns">
              <Comparisons list={list} />
              <NewComparison suggested={list.suggested} />
            </div>
          )
        }
      </Awaited>
    </PlanFrame>
  )
}

function Comparisons({ list: { items } }: { readonly list: WhatIfList }) {
  const t = useTexts(whatIfTexts)
  const { shortDate } = useFormats()
  return (
    <section className="lp-card" aria-labelledby="comparisons">
      <h2 id="comparisons">{t('table')}</h2>
      {items.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <ul className="lp-plain-list lp-what-ifs">
          {items.map(({ whatIfId, name, from, days }) => (
            <li key={whatIfId}>
              <Link to="/plan/what-if/$whatIfId" params={{ whatIfId }}>
                {name}
              </Link>
              <span className="lp-small lp-quiet">
                {t('spanDays', { count: days, from: shortDate(from) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function NewComparison({ suggested }: { readonly suggested: WhatIfList['suggested'] }) {
  const t = useTexts(whatIfTexts)
  const navigate = useNavigate()
  const [name, setName] = useState<string>(t('nameExample'))
  const [from, setFrom] = useState(suggested.from)
  const [days, setDays] = useState(String(suggested.days))
  const create = useMutation({
    ...api.simulation.create.mutationOptions(),
    onSuccess: ({ whatIfId }) => void navigate({ to: '/plan/what-if/$whatIfId', params: { whatIfId } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name, from, days: Number(days) })
  }
  return (
    <section className="lp-card" aria-labelledby="new-comparison">
      <h2 id="new-comparison">{t('new')}</h2>
      <form className="lp-form" onSubmit={submit}>
        <Textfield
          label={t('name')}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="lp-row">
          <Textfield
            label={t('from')}
            type="date"
            required
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
          <Textfield
            label={t('days')}
            type="number"
            required
            min={1}
            max={7}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
        </div>
        {create.error && <ErrorState error={create.error} />}
        <div className="lp-row">
          <Button type="submit" loading={create.isPending}>
            {t('create')}
          </Button>
        </div>
      </form>
    </section>
  )
}
