import { Button } from '@digdir/designsystemet-react'
import { type ReactNode, useState } from 'react'
import { insightTexts } from '../../i18n/insight.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** As many rows of a long table as the eye takes in at once. */
const first = 8

/** The first rows of a long table, and the button that shows the rest. Pass the rows in the order that matters. */
export function useFirstRows<Row>(rows: readonly Row[]): {
  readonly rows: readonly Row[]
  readonly actions: ReactNode
} {
  const t = useTexts(insightTexts)
  const [isWhole, setIsWhole] = useState(false)
  if (rows.length <= first + 2) return { rows, actions: null }
  const button = (
    <Button variant="tertiary" data-size="sm" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
      {isWhole ? t('fewer', { shown: first }) : t('all', { shown: rows.length })}
    </Button>
  )
  return { rows: isWhole ? rows : rows.slice(0, first), actions: button }
}
