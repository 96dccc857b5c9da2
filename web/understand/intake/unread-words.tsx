/** Words of the mapped columns that mean nothing yet, each with a choice of what it means. */
import { Select } from '@digdir/designsystemet-react'
import type { IntakePreview } from '../../../src/understand/intake/contract.ts'
import {
  type WordField,
  wordFields,
} from '../../../src/understand/intake/rules/readers/table/column-mapping.ts'
import { meaningsOf } from '../../../src/understand/intake/rules/readers/table/words.ts'
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { ReaderMapping } from './mapping.tsx'
import { useMeaning } from './words.ts'

type Props = {
  readonly preview: IntakePreview
  readonly mapping: ReaderMapping
  readonly onChange: (changed: Partial<ReaderMapping>) => void
}

/** Of a column of many unknown words, such as one that was mapped by mistake, the most frequent are enough. */
const mostWords = 30

export function UnreadWords({ preview, mapping, onChange }: Props) {
  const t = useTexts(intakeTexts)
  const fields = wordFields.flatMap((field) => {
    const values = preview.unread.find((one) => one.field === field)?.values ?? []
    return mapping.columns[field] === undefined || values.length === 0 ? [] : [{ field, values }]
  })
  if (fields.length === 0) return null
  return (
    <div className="lp-values">
      <h3>{t('new.words')}</h3>
      <p className="lp-quiet">{t('new.wordsHint')}</p>
      {fields.map(({ field, values }) => (
        <ul key={field} className="lp-plain-list" aria-label={t(`field.${field}`)}>
          {values.slice(0, mostWords).map(({ value, count }) => (
            <Word
              key={value}
              word={value}
              count={count}
              field={field}
              mapping={mapping}
              onChange={onChange}
            />
          ))}
        </ul>
      ))}
    </div>
  )
}

type WordProps = Omit<Props, 'preview'> & {
  readonly word: string
  readonly count: number
  readonly field: WordField
}

function Word({ word, count, field, mapping, onChange }: WordProps) {
  const t = useTexts(intakeTexts)
  const meaning = useMeaning()
  const own = mapping.values[field] ?? {}
  const key = word.toLowerCase()
  const choose = (chosen: string): void => {
    const { [key]: _, ...others } = own
    const values = chosen === '' ? others : { ...others, [key]: chosen }
    onChange({ values: { ...mapping.values, [field]: values } })
  }
  return (
    <li>
      <span>
        {word} <span className="lp-quiet lp-number">({count})</span>
      </span>
      <Select
        data-size="sm"
        aria-label={`${t(`field.${field}`)}: ${word}`}
        value={own[key] ?? ''}
        onChange={({ target }) => choose(target.value)}
      >
        <Select.Option value="">{t('new.unknown')}</Select.Option>
        {meaningsOf[field].map((code) => (
          <Select.Option key={code} value={code}>
            {meaning(code)}
          </Select.Option>
        ))}
      </Select>
    </li>
  )
}
