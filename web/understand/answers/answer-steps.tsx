/** The steps that can be taken from where the answer stands, the natural one first. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { AnswerDetail } from '../../../src/understand/answers/contract.ts'
import { type AnswerMove, answerMoves, stepFrom } from '../../../src/understand/answers/rules/answer-life.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useMove } from './use-acts.ts'

export function AnswerSteps({ answer }: { readonly answer: AnswerDetail }) {
  const t = useTexts(answerTexts)
  const move = useMove(t('step.done'))
  const [retiring, setRetiring] = useState(false)
  const [reason, setReason] = useState('')
  const { answerId, state, may, missingSignOffs } = answer
  if (!may.approve) return null
  const possible = answerMoves.filter(
    (each) => stepFrom(state, each) !== undefined && (each !== 'agree' || missingSignOffs.length === 0),
  )
  const take = (step: AnswerMove) =>
    step === 'retire' ? setRetiring(true) : move.mutate({ answerId, move: step })
  const first = possible.includes('agree') ? 'agree' : possible[0]
  return (
    <>
      {possible.map((step) => (
        <Button
          key={step}
          variant={
            step === first && step !== 'retire' ? 'primary' : step === 'retire' ? 'tertiary' : 'secondary'
          }
          loading={move.isPending && move.variables?.move === step}
          onClick={() => take(step)}
        >
          {t(`step.${step}`)}
        </Button>
      ))}
      {move.error ? <ErrorState error={move.error} /> : null}
      <ConfirmDialog
        open={retiring}
        title={t('retire.title')}
        confirm={t('step.retire')}
        dangerous
        busy={move.isPending}
        onClose={() => setRetiring(false)}
        onConfirm={() =>
          move.mutate({ answerId, move: 'retire', reason }, { onSuccess: () => setRetiring(false) })
        }
      >
        <p>{t('retire.text')}</p>
        <Textfield
          label={t('retire.reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </ConfirmDialog>
    </>
  )
}
