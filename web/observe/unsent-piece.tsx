import type { Piece, RefusedPiece } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import { Status } from '../design/status.tsx'
import { errorTexts } from '../i18n/errors.ts'
import { unsentTexts } from '../i18n/unsent.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { isErrorCode } from '../problem.ts'

/** What it is, when it was made, how often it was tried, and what was answered. */
export function UnsentPiece({ piece }: { readonly piece: Piece | RefusedPiece }) {
  const t = useTexts(unsentTexts)
  const format = useFormats()
  const name = usePieceName(piece)
  const answer = useAnswer(piece)
  const corrected = piece.kind === 'event' ? piece.event.clockCorrectedBy : undefined
  return (
    <div className="lp-unsent__piece">
      <p>
        <strong>{name}</strong> <span className="lp-quiet">{format.instant(piece.madeAt)}</span>
      </p>
      {'refusal' in piece ? (
        <Status tone="bad">{answer}</Status>
      ) : (
        <p className="lp-small lp-quiet">
          {piece.tries === 0 ? t('notTried') : `${t('tries', { count: piece.tries })} ${answer}`}
        </p>
      )}
      {corrected !== undefined && (
        <p className="lp-small lp-quiet">
          {t('corrected', { minutes: Math.round(Math.abs(corrected) / 60) })}
        </p>
      )}
    </div>
  )
}

function usePieceName(piece: Piece): string {
  const t = useTexts(unsentTexts)
  return piece.kind === 'event' ? t(`event.${piece.event.kind}`) : t(`piece.${piece.kind}`)
}

/** What the last try met, in words; what cannot be is told by the reason of the state machine. */
function useAnswer(piece: Piece | RefusedPiece): string {
  const t = useTexts(unsentTexts)
  const errors = useTexts(errorTexts)
  const words = (code: string): string =>
    isErrorCode(code) || code === 'offline' ? errors(code) : errors('unexpected')
  if (!('refusal' in piece)) return piece.answer === undefined ? '' : words(piece.answer)
  const { code, why } = piece.refusal
  if (code === 'not-found') return t('why.gone')
  if (code !== 'event-refused') return words(code)
  if (why === 'not-in-this-state') return t('why.state')
  if (why === 'next-attempt-same-day' || why === 'closed-day') return t('why.day')
  if (why === 'already-answered') return t('why.answered')
  return t('why.order')
}
