/** The observer's own page: what to do first, when I can, where I am partial, what I have earned, how it has gone. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MyEdition } from '../../src/measure/observers/contract.ts'
import { api } from '../api.ts'
import { Figure } from '../design/figure.tsx'
import { Page } from '../design/page.tsx'
import { linkTo } from '../design/path-target.ts'
import { Awaited, EmptyState } from '../design/states.tsx'
import { Status } from '../design/status.tsx'
import { useToast } from '../design/toast.tsx'
import { myTexts } from '../i18n/my.ts'
import { poolTexts } from '../i18n/pool.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { AvailabilityForm } from '../measure/observers/availability-form.tsx'
import { ConflictLine } from '../measure/observers/conflict-card.tsx'
import { ConflictDialog } from '../measure/observers/conflict-dialog.tsx'
import { GradeFigures } from '../measure/observers/grade-figures.tsx'
import { briefingTones } from '../measure/observers/pool-columns.tsx'
import { useMoney } from '../measure/observers/words.ts'
import '../measure/observers/observers.css'
import '../measure/planning/planning.css'

type Mine = NonNullable<Awaited<ReturnType<typeof api.observers.mine.get.call>>['observer']>

export function MyPage() {
  const t = useTexts(myTexts)
  const money = useMoney()
  const query = useQuery(api.observers.mine.get.queryOptions())
  const mine = query.data?.observer
  const due = mine?.editions.reduce((sum, { earnings }) => sum + earnings.unpaidOre, 0) ?? 0
  const mustTest = mine?.editions.some(needsTest) ?? false
  const title = mustTest ? t('titleTest') : due > 0 ? t('titleDue', { amount: money(due) }) : t('title')
  return (
    <Page
      title={title}
      subtitle={t('subtitle')}
      width="narrow"
      trail={[{ to: '/observe', label: t('test.back') }]}
    >
      <Awaited query={query} lines={10}>
        {({ observer }) =>
          observer ? (
            <Cards mine={observer as Mine} />
          ) : (
            <EmptyState title={t('noObserver')}>{t('noObserverText')}</EmptyState>
          )
        }
      </Awaited>
    </Page>
  )
}

export function needsTest({ briefing: { required, state } }: Pick<MyEdition, 'briefing'>): boolean {
  return required && state !== 'passed'
}

function Cards({ mine }: { readonly mine: Mine }) {
  const t = useTexts(myTexts)
  return (
    <>
      {mine.editions.map((edition) => (
        <TestCard key={edition.editionId} edition={edition} />
      ))}
      {mine.editions.map(({ editionId, edition, grade, earnings, lines }) => (
        <section key={editionId} className="lp-card lp-stack" aria-label={edition}>
          <Earned edition={edition} earnings={earnings} lines={lines} />
          <h2>{t('grade', { edition })}</h2>
          <GradeFigures grade={grade} />
          <p className="lp-quiet lp-small">{t('gradeText')}</p>
        </section>
      ))}
      <Conflicts mine={mine} />
      <Availability mine={mine} />
    </>
  )
}

function TestCard({ edition: { editionId, edition, briefing } }: { readonly edition: MyEdition }) {
  const t = useTexts(myTexts)
  const pool = useTexts(poolTexts)
  const link = (
    <Link {...linkTo({ to: '/observe/briefing/$editionId', params: { editionId } })}>
      {briefing.state === 'passed' ? t('test.title') : t('takeTest')}
    </Link>
  )
  if (needsTest({ briefing }))
    return (
      <Alert data-color="warning">
        <p>{t('testFirst', { edition })}</p>
        {link}
      </Alert>
    )
  return (
    <p className="lp-row">
      <Status tone={briefingTones[briefing.state]}>{pool(`briefing.${briefing.state}`)}</Status> {edition}{' '}
      {link}
    </p>
  )
}

function Earned({ edition, earnings, lines }: Pick<MyEdition, 'edition' | 'earnings' | 'lines'>) {
  const t = useTexts(myTexts)
  const pool = useTexts(poolTexts)
  const format = useFormats()
  const money = useMoney()
  return (
    <>
      <h2>{t('earnings', { edition })}</h2>
      <div className="lp-observer__figures">
        <Figure
          label={t('earned')}
          value={money(earnings.unpaidOre)}
          note={t('contacts', { count: earnings.contacts })}
        />
        <Figure label={t('paid')} value={money(earnings.paidOre)} />
      </div>
      {lines.length > 0 && (
        <details>
          <summary>{t('lines')}</summary>
          <ul className="lp-plain-list">
            {lines.map((line) => (
              <li
                key={`${line.contactId ?? line.text} ${line.kind} ${line.on} ${line.run ?? ''}`}
                className="lp-row"
              >
                <span>
                  {format.shortDate(line.on)}:{' '}
                  {line.kind === 'contact'
                    ? pool('pay.contact', { number: line.number ?? 0, participant: line.participant ?? '' })
                    : line.text}
                </span>
                <span className="lp-number">{money(line.amountOre)}</span>
                <span className="lp-small lp-quiet">
                  {line.run === undefined ? pool('pay.unpaid') : pool('pay.runNumber', { number: line.run })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function useSaved(text: string) {
  const queries = useQueryClient()
  const toast = useToast()
  return async () => {
    await queries.invalidateQueries({ queryKey: api.observers.mine.key() })
    toast({ text })
  }
}

function Conflicts({ mine: { conflicts, participants } }: { readonly mine: Mine }) {
  const t = useTexts(myTexts)
  const pool = useTexts(poolTexts)
  const saved = useSaved(t('declared'))
  const [isOpen, setIsOpen] = useState(false)
  const declare = useMutation(
    api.observers.mine.declareConflict.mutationOptions({
      onSuccess: async () => {
        await saved()
        setIsOpen(false)
      },
    }),
  )
  return (
    <section className="lp-card lp-stack" aria-labelledby="my-conflicts">
      <h2 id="my-conflicts">{t('conflicts')}</h2>
      <p className="lp-quiet">{t('conflictsText')}</p>
      {conflicts.length === 0 && <p>{t('noConflicts')}</p>}
      <ul className="lp-plain-list lp-stack">
        {conflicts.map((conflict) => (
          <li key={conflict.conflictId}>
            <ConflictLine conflict={conflict} />
          </li>
        ))}
      </ul>
      {conflicts.length > 0 && <p className="lp-quiet lp-small">{t('wrong')}</p>}
      <div>
        <Button variant="secondary" onClick={() => setIsOpen(true)}>
          {pool('one.declare')}
        </Button>
      </div>
      <ConflictDialog
        open={isOpen}
        participants={participants}
        busy={declare.isPending}
        error={declare.error}
        onSave={(conflict) => declare.mutate(conflict)}
        onClose={() => setIsOpen(false)}
      />
    </section>
  )
}

function Availability({ mine }: { readonly mine: Mine }) {
  const t = useTexts(myTexts)
  const pool = useTexts(poolTexts)
  const saved = useSaved(t('saved'))
  const save = useMutation(api.observers.mine.saveAvailability.mutationOptions({ onSuccess: saved }))
  const { contactsPerWeek, hours, absences } = mine
  return (
    <AvailabilityForm
      title={pool('availability.mine')}
      availability={{ contactsPerWeek, hours, absences }}
      busy={save.isPending}
      error={save.error}
      onSave={(availability) => save.mutate(availability)}
    />
  )
}
