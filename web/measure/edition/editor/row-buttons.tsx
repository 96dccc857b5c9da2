import { Button } from '@digdir/designsystemet-react'
import { Icon } from '../../../design/icon.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useTexts } from '../../../i18n/use-texts.ts'

type Props = {
  /** What the row is called, for those who hear the buttons. */
  readonly name: string
  readonly onMove?: (step: 1 | -1) => void
  readonly onRemove?: () => void
  /** Whether the last ones must stay. */
  readonly kept?: boolean
}

/** Moves a row of a list up or down, or takes it away. */
export function RowButtons({ name, onMove, onRemove, kept = false }: Props) {
  const t = useTexts(methodTexts)
  return (
    <span className="lp-row-buttons">
      {onMove && (
        <>
          <Button variant="tertiary" icon aria-label={`${t('field.up')}: ${name}`} onClick={() => onMove(-1)}>
            <Icon name="chevron" />
          </Button>
          <Button
            variant="tertiary"
            icon
            aria-label={`${t('field.down')}: ${name}`}
            onClick={() => onMove(1)}
          >
            <Icon name="chevron" />
          </Button>
        </>
      )}
      {onRemove && (
        <Button
          variant="tertiary"
          icon
          data-color="danger"
          aria-label={`${t('field.remove')}: ${name}`}
          disabled={kept}
          onClick={onRemove}
        >
          <Icon name="close" />
        </Button>
      )}
    </span>
  )
}
