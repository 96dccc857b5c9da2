/** Counting by hand on a phone: one large button a reason, and the last press can be taken back. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Awaited, EmptyState, useProblemText } from '../../design/states.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { countToday, useTally } from './use-tally.ts'
import './intake.css'

export function TallyPage() {
  const t = useTexts(intakeTexts)
  const problemText = useProblemText()
  const { sourceId = '' } = useParams({ strict: false }) as { readonly sourceId?: string }
  const { tally, queue, refusal, canUndo, press, undo } = useTally(sourceId)
  const [said, setSaid] = useState('')
  const count = (reason: string): void => {
    press(reason)
    setSaid(t('tally.done', { reason }))
  }
  const takeBack = (): void => {
    const one = undo()
    if (one) setSaid(t('tally.undone', { reason: one.reason }))
  }
  const waiting = queue.length === 0 ? t('tally.sent') : t('tally.waiting', { count: queue.length })
  return (
    <UnderstandFrame
      part="intake"
      title={tally.data?.name ?? t('tally.title')}
      subtitle={waiting}
      trail={[{ to: '/understand/intake', label: t('name') }]}
      width="narrow"
    >
      <Awaited query={tally}>
        {({ reasons, today }) =>
          reasons.length === 0 ? (
            <EmptyState title={t('tally.noReasons')}>{t('tally.noReasonsText')}</EmptyState>
          ) : (
            <>
              {refusal !== null && (
                <Alert data-color="danger" role="alert">
                  {t('tally.refused', { why: problemText(refusal) })}
                </Alert>
              )}
              <ul className="lp-plain-list lp-tally">
                {reasons.map((reason) => (
                  <li key={reason}>
                    <button type="button" className="lp-tally__press" onClick={() => count(reason)}>
                      <span>{reason}</span>
                      <span className="lp-number lp-quiet">
                        {t('tally.counted', { count: countToday(today, queue, reason) })}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
              <div className="lp-tally__foot">
                <Button variant="secondary" disabled={!canUndo} onClick={takeBack}>
                  {t('tally.undo')}
                </Button>
                <p role="status">{said}</p>
              </div>
            </>
          )
        }
      </Awaited>
    </UnderstandFrame>
  )
}
