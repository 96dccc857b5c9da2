import { Button } from '@digdir/designsystemet-react'
import { useId } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'
import './progress.css'

export type ProgressProps = {
  /** What is being done: "Lager planen". */
  readonly label: string
  /** How much is done and of how much; absent while that is not known. */
  readonly done?: number
  readonly all?: number
  readonly onCancel?: () => void
  readonly isCancelling?: boolean
}

/** Long work on its way: how far it is, and a way to stop it. It goes on when the page is left. */
export function Progress({ label, done, all, onCancel, isCancelling = false }: ProgressProps) {
  const t = useTexts(designTexts)
  const id = useId()
  const isKnown = done !== undefined && all !== undefined && all > 0
  return (
    <div className="lp-progress">
      <p id={id} className="lp-progress__label">
        {label}
      </p>
      <progress aria-labelledby={id} max={isKnown ? all : undefined} value={isKnown ? done : undefined} />
      <div className="lp-progress__end">
        <span className="lp-small lp-quiet lp-number">
          {isKnown ? t('progress.of', { done, all }) : t('progress.working')}
        </span>
        {onCancel !== undefined && (
          <Button variant="tertiary" data-size="sm" loading={isCancelling} onClick={onCancel}>
            {t('progress.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
