/** What stands in a column's cells, each word with how often, and what it means here. */
import { Select } from '@digdir/designsystemet-react'
import type { ResultMapping, ResultPreview } from '../../../src/measure/interchange/contract.ts'
import { Status } from '../../design/status.tsx'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly preview: ResultPreview
  readonly column: string | undefined
  readonly title: string
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly onMapping: (mapping: ResultMapping) => void
}

/** Open where a word is not understood. An empty cell needs a meaning only where somebody wants to give it one. */
export function ValueTable({ preview, column, title, choices, onMapping }: Props) {
  const t = useTexts(interchangeTexts)
  const found = preview.found.find((one) => one.column === column)
  if (column === undefined || !found) return null
  const meant = preview.mapping.values[column] ?? {}
  const missing = found.values.filter(({ value }) => value !== '' && meant[value] === undefined).length
  const mean = (value: string, id: string): void => {
    const { [value]: _, ...others } = meant
    const values = id === '' ? others : { ...others, [value]: id }
    onMapping({ ...preview.mapping, values: { ...preview.mapping.values, [column]: values } })
  }
  return (
    <details className="lp-values" open={missing > 0}>
      <summary>
        {title}{' '}
        <Status tone={missing === 0 ? 'good' : 'bad'}>
          {missing === 0 ? t('results.understood') : t('results.missing', { count: missing })}
        </Status>
      </summary>
      {found.many && <p>{t('results.many')}</p>}
      <ul className="lp-plain-list">
        {found.values.map(({ value, count }) => (
          <li key={value}>
            <span>
              {value === '' ? t('results.empty') : value}{' '}
              <span className="lp-quiet lp-small">{t('results.times', { count })}</span>
            </span>
            <Select
              data-size="sm"
              aria-label={`${title}: ${value === '' ? t('results.empty') : value}`}
              value={meant[value] ?? ''}
              onChange={({ target }) => mean(value, target.value)}
            >
              <Select.Option value="">{t('results.notMeant')}</Select.Option>
              {choices.map(({ id, label }) => (
                <Select.Option key={id} value={id}>
                  {label}
                </Select.Option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
    </details>
  )
}
