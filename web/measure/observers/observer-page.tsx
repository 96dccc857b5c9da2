/** One observer: able, impartial, free, tested and graded, with what has been. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { OneObserver } from '../../../src/measure/observers/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { observerTexts } from '../../i18n/observers.ts'
import { poolTexts } from '../../i18n/pool.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { ObserverDialog } from '../planning/observer-dialog.tsx'
import { AvailabilityForm } from './availability-form.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { GradeFigures } from './grade-figures.tsx'
import { SeverityNote } from './observers-page.tsx'
import { briefingTones, isAway } from './pool-columns.tsx'
import { ProfileForm } from './profile-form.tsx'
import { QualificationCard } from './qualification-card.tsx'
import { SeverityFigure } from './severity.tsx'
import { useRefreshObservers } from './use-refresh.ts'
import { useMoney } from './words.ts'
import './observers.css'

export function ObserverPage() {
  const t = useTexts(poolTexts)
  const edit = useTexts(observerTexts)
  const editionId = useEditionId()
  const { observerId = '' } = useParams({ strict: false })
  const query = useQuery(api.observers.get.queryOptions({ input: { editionId, observerId } }))
  const pool = useQuery(api.observers.pool.queryOptions({ input: { editionId } }))
  const known = useQuery(api.planning.observers.list.queryOptions()).data?.items
  const planned = known?.find((one) => one.observerId === observerId)
  const [isEditing, setIsEditing] = useState(false)
  const one = query.data
  return (
    <EditionFrame
      title={useTitle(one, pool.data?.briefing.required ?? false)}
      subtitle={one ? t('one.subtitle', { ahead: one.ahead, planned: one.planned }) : t('subtitle')}
      trail={[
        {
          to: '/measure/editions/$editionId/observers',
          params: { editionId },
          label: t('title.waiting'),
        },
      ]}
      actions={
        <>
          <Button variant="secondary" disabled={!planned} onClick={() => setIsEditing(true)}>
            {edit('editShort')}
          </Button>
          {one && (
            <LinkButton
              variant="secondary"
              to="/measure/editions/$editionId/plan/contacts"
              params={{ editionId }}
              search={{ 'f.observer': one.observerId } as never}
            >
              {t('one.contacts')}
            </LinkButton>
          )}
        </>
      }
    >
      <Awaited query={query} lines={12}>
        {(observer) => (
          <Cards key={observer.observerId} one={observer} participants={pool.data?.participants ?? []} />
        )}
      </Awaited>
      {planned && <ObserverDialog open={isEditing} observer={planned} onClose={() => setIsEditing(false)} />}
    </EditionFrame>
  )
}

function useTitle(one: OneObserver | undefined, isRequired: boolean): string {
  const t = useTexts(poolTexts)
  if (!one) return t('title.waiting')
  const { name } = one
  if (!one.active) return t('one.titleInactive', { name })
  if (one.qualification?.status === 'suspended') return t('one.titleSuspended', { name })
  if (isRequired && one.briefing !== 'passed') return t('one.titleTest', { name })
  return isAway(one) ? t('one.titleAway', { name }) : t('one.titleReady', { name })
}

type CardsProps = { readonly one: OneObserver; readonly participants: readonly string[] }

function Cards({ one, participants }: CardsProps) {
  const t = useTexts(poolTexts)
  const editionId = useEditionId()
  return (
    <>
      <section className="lp-card lp-stack" aria-labelledby="grade-title">
        <h2 id="grade-title">{t('one.grade')}</h2>
        <GradeFigures grade={one.grade} />
        <p className="lp-quiet lp-small">{t('gradeNote')}</p>
      </section>
      <section className="lp-card lp-stack" aria-labelledby="severity-title">
        <h2 id="severity-title">{t('severity.title')}</h2>
        <SeverityFigure editionId={editionId} observerId={one.observerId} />
        <SeverityNote />
      </section>
      <div className="lp-observer__cards">
        <div className="lp-stack">
          <ConflictCard one={one} participants={participants} />
          <QualificationCard one={one} />
          <TestCard one={one} />
          <PayCard one={one} />
        </div>
        <div className="lp-stack">
          <ProfileForm one={one} />
          <Availability one={one} />
        </div>
      </div>
    </>
  )
}

function Availability({ one }: { readonly one: OneObserver }) {
  const t = useTexts(poolTexts)
  const toast = useToast()
  const refresh = useRefreshObservers()
  const save = useMutation(
    api.observers.saveAvailability.mutationOptions({
      onSuccess: async () => {
        await refresh()
        toast({ text: t('one.saved') })
      },
    }),
  )
  const { observerId, contactsPerWeek, hours, absences } = one
  return (
    <AvailabilityForm
      title={t('availability.title')}
      availability={{ contactsPerWeek, hours, absences }}
      busy={save.isPending}
      error={save.error}
      onSave={(availability) => save.mutate({ observerId, ...availability })}
    />
  )
}

function TestCard({ one }: { readonly one: OneObserver }) {
  const t = useTexts(poolTexts)
  const format = useFormats()
  return (
    <section className="lp-card lp-stack" aria-labelledby="test-title">
      <h2 id="test-title">
        {t('one.attempts')}{' '}
        <Status tone={briefingTones[one.briefing]}>{t(`briefing.${one.briefing}`)}</Status>
      </h2>
      {one.attempts.length === 0 && <p className="lp-quiet">{t('one.noAttempts')}</p>}
      <ul className="lp-plain-list">
        {one.attempts.map(({ attemptId, right, questions, answered, startedAt, passed }) => (
          <li key={attemptId}>
            {passed === null
              ? t('one.attemptOpen', { answered, questions, date: format.instant(startedAt) })
              : t('one.attempt', { right, questions, date: format.instant(startedAt) })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function PayCard({ one: { name, earnings } }: { readonly one: OneObserver }) {
  const t = useTexts(poolTexts)
  const money = useMoney()
  const editionId = useEditionId()
  const target = {
    to: '/measure/editions/$editionId/observers/payments',
    params: { editionId },
    search: { 'f.observer': name },
  } as const
  return (
    <section className="lp-card lp-stack" aria-labelledby="pay-title">
      <h2 id="pay-title">{t('one.earnings')}</h2>
      <p>{t('one.earned', { unpaid: money(earnings.unpaidOre), paid: money(earnings.paidOre) })}</p>
      <Link {...linkTo(target)}>{t('one.toPayments')}</Link>
    </section>
  )
}
