import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { toLocal } from '../../../src/kernel/zone.ts'
import type { Conflict, OneObserver } from '../../../src/measure/observers/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Status } from '../../design/status.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { useRefreshObservers } from './use-refresh.ts'

type Props = { readonly one: OneObserver; readonly participants: readonly string[] }

/** Conflicts of interest in force and ended, with the contacts that they touch. */
export function ConflictCard({ one, participants }: Props) {
  const t = useTexts(poolTexts)
  const refresh = useRefreshObservers()
  const [isTelling, setIsTelling] = useState(false)
  const [ending, setEnding] = useState<Conflict>()
  const { observerId } = one
  const declare = useMutation(
    api.observers.declareConflict.mutationOptions({
      onSuccess: async () => {
        await refresh()
        setIsTelling(false)
      },
    }),
  )
  const end = useMutation(
    api.observers.endConflict.mutationOptions({
      onSuccess: async () => {
        await refresh()
        setEnding(undefined)
      },
    }),
  )
  return (
    <section className="lp-card lp-stack" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{t('one.conflicts')}</h2>
      {one.conflicts.length === 0 && <p className="lp-quiet">{t('one.noConflicts')}</p>}
      <ul className="lp-plain-list lp-stack">
        {one.conflicts.map((conflict) => (
          <li key={conflict.conflictId} className="lp-conflict">
            <ConflictLine conflict={conflict} />
            <ContactsThere conflict={conflict} />
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={t('one.endLabel', { participant: conflict.participant })}
              onClick={() => setEnding(conflict)}
            >
              {t('one.end')}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="secondary" onClick={() => setIsTelling(true)}>
          {t('one.declare')}
        </Button>
      </div>
      {one.pastConflicts.length > 0 && (
        <details>
          <summary>{t('one.history')}</summary>
          <ul className="lp-plain-list lp-stack">
            {one.pastConflicts.map((conflict) => (
              <li key={conflict.conflictId}>
                <ConflictLine conflict={conflict} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <ConflictDialog
        open={isTelling}
        participants={participants}
        busy={declare.isPending}
        error={declare.error}
        onSave={(conflict) => declare.mutate({ observerId, ...conflict })}
        onClose={() => setIsTelling(false)}
      />
      <ConfirmDialog
        open={ending !== undefined}
        title={t('one.endTitle', { participant: ending?.participant ?? '' })}
        confirm={t('one.end')}
        busy={end.isPending}
        onConfirm={() => ending && end.mutate({ observerId, conflictId: ending.conflictId })}
        onClose={() => setEnding(undefined)}
      >
        <p>{t('one.endText')}</p>
      </ConfirmDialog>
    </section>
  )
}

/** With whom, why, and who told it when. */
export function ConflictLine({ conflict }: { readonly conflict: Conflict }) {
  const t = useTexts(poolTexts)
  const format = useFormats()
  const { participant, kind, note, byObserver, declaredAt, endedAt } = conflict
  const told = { date: format.date(toLocal(new Date(declaredAt)).date) }
  return (
    <p>
      <strong>{participant}</strong> · {t(`kind.${kind}`)}
      {note === '' ? '' : `: ${note}`}
      <span className="lp-small lp-quiet lp-conflict__told">
        {byObserver ? t('one.toldByObserver', told) : t('one.toldByOrganiser', told)}
        {endedAt === undefined
          ? ''
          : `, ${t('one.ended', { date: format.date(toLocal(new Date(endedAt)).date) })}`}
      </span>
    </p>
  )
}

function ContactsThere({ conflict }: { readonly conflict: OneObserver['conflicts'][number] }) {
  const t = useTexts(poolTexts)
  const editionId = useEditionId()
  const { ahead, made } = conflict
  if (ahead + made === 0) return null
  return (
    <p className="lp-row">
      {ahead > 0 && (
        <>
          <Status tone="warning">{t('one.aheadThere', { count: ahead })}</Status>
          <Link {...linkTo({ to: '/measure/editions/$editionId/plan/change', params: { editionId } })}>
            {t('changePlan')}
          </Link>
        </>
      )}
      {made > 0 && <span className="lp-small lp-quiet">{t('one.madeThere', { count: made })}</span>}
    </p>
  )
}
