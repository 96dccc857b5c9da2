/** Reporting sick, asking for time off, and what came of it. */
import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { AbsenceView } from '../../../src/plan/shifts/people/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { Status, type Tone } from '../../design/status.tsx'
import { agentRequestTexts } from '../../i18n/agent-requests.ts'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { AbsenceForm } from '../agents/absence-form.tsx'
import { useAbsenceText } from '../agents/wish-text.ts'
import { useAct } from '../use-act.ts'
import type { OwnView } from './use-own.ts'

type DialogProps = { readonly open: boolean; readonly onClose: () => void }

export function SickDialog({ open, onClose }: DialogProps) {
  const t = useTexts(ownShiftTexts)
  const report = useAct(api.shifts.own.reportAbsence.mutationOptions(), {
    done: t('absence.sickSent'),
    onDone: onClose,
  })
  return (
    <FormDialog open={open} title={t('absence.sickTitle')} onClose={onClose}>
      <p>{t('absence.sickText')}</p>
      <AbsenceForm
        kinds={['sick']}
        submit={t('absence.sickSend')}
        busy={report.isPending}
        error={report.error}
        onSubmit={(fields) => report.mutate(fields)}
      />
    </FormDialog>
  )
}

export function LeaveDialog({ open, onClose }: DialogProps) {
  const t = useTexts(ownShiftTexts)
  const ask = useAct(api.shifts.own.reportAbsence.mutationOptions(), {
    done: t('absence.leaveSent'),
    onDone: onClose,
  })
  return (
    <FormDialog open={open} title={t('absence.leaveTitle')} onClose={onClose}>
      <p>{t('absence.leaveText')}</p>
      <AbsenceForm
        kinds={['leave', 'holiday', 'course']}
        submit={t('absence.leaveSend')}
        busy={ask.isPending}
        error={ask.error}
        onSubmit={(fields) => ask.mutate(fields)}
      />
    </FormDialog>
  )
}

const tones: Readonly<Record<AbsenceView['state'], Tone>> = {
  asked: 'neutral',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
}

export function AbsenceCard({ own }: { readonly own: OwnView }) {
  const t = useTexts(ownShiftTexts)
  const [open, setOpen] = useState(false)
  return (
    <section className="lp-card" aria-labelledby="own-absence">
      <div className="lp-card__head">
        <h2 id="own-absence">{t('absence.title')}</h2>
        <Button variant="tertiary" data-size="sm" onClick={() => setOpen(true)}>
          {t('act.leave')}
        </Button>
      </div>
      {own.absences.length === 0 ? (
        <p className="lp-quiet">{t('absence.empty')}</p>
      ) : (
        <ul className="lp-plain-list lp-own-list">
          {own.absences.toReversed().map((absence) => (
            <AbsenceLine key={absence.absenceId} absence={absence} />
          ))}
        </ul>
      )}
      <LeaveDialog open={open} onClose={() => setOpen(false)} />
    </section>
  )
}

function AbsenceLine({ absence }: { readonly absence: AbsenceView }) {
  const t = useTexts(ownShiftTexts)
  const shared = useTexts(agentRequestTexts)
  const when = useAbsenceText()(absence)
  const withdraw = useAct(api.shifts.own.withdrawAbsence.mutationOptions(), { done: t('absence.withdrawn') })
  const { absenceId, kind, state, endsAt, answer } = absence
  const isOpen = (state === 'asked' || state === 'approved') && Date.parse(endsAt) > Date.now()
  const isTold = kind === 'sick' && state === 'approved'
  return (
    <li>
      <p>
        {shared(`kind.${kind}`)} · {when}
      </p>
      <div className="lp-row">
        <Status tone={tones[state]}>{shared(`absenceState.${isTold ? 'told' : state}`)}</Status>
        {isOpen && (
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={t('absence.withdrawOf', { when })}
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ absenceId })}
          >
            {t('absence.withdraw')}
          </Button>
        )}
      </div>
      {answer !== '' && <p className="lp-small">{t('absence.answer', { answer })}</p>}
      {withdraw.error && <ErrorState error={withdraw.error} />}
    </li>
  )
}
