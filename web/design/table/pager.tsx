import { Button } from '@digdir/designsystemet-react'
import { designTexts } from '../../i18n/design.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Icon } from '../icon.tsx'
import { pageSizes, type TableState } from './table-state.ts'

export type PagerProps = {
  readonly page: number
  readonly pages: number
  readonly pageSize: number
  /** Rows that pass the filters, and all rows. */
  readonly count: number
  readonly all: number
  readonly onChange: (change: Partial<TableState>) => void
}

export function Pager({ page, pages, pageSize, count, all, onChange }: PagerProps) {
  const t = useTexts(designTexts)
  const counted = count === all ? t('table.rows', { count }) : t('table.rowsOf', { shown: count, all })
  return (
    <div className="lp-pager">
      <p className="lp-quiet lp-small" role="status">
        {counted}
      </p>
      {(pages > 1 || all > pageSizes[1]) && (
        <div className="lp-row lp-no-print">
          <label className="lp-pager__size">
            <span className="lp-small lp-quiet">{t('table.pageSize')}</span>
            <select
              className="ds-input"
              value={pageSize}
              onChange={(event) => onChange({ pageSize: Number(event.target.value) })}
            >
              {pageSizes.map((size) => (
                <option key={size}>{size}</option>
              ))}
            </select>
          </label>
          <Button
            icon
            variant="tertiary"
            aria-label={t('table.previous')}
            disabled={page <= 1}
            onClick={() => onChange({ page: page - 1 })}
          >
            <Icon name="left" />
          </Button>
          <span className="lp-small lp-number">{t('table.page', { page, pages })}</span>
          <Button
            icon
            variant="tertiary"
            aria-label={t('table.next')}
            disabled={page >= pages}
            onClick={() => onChange({ page: page + 1 })}
          >
            <Icon name="right" />
          </Button>
        </div>
      )}
    </div>
  )
}
