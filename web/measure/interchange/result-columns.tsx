import { Field, Label, Select } from '@digdir/designsystemet-react'
import { channelIds, type EditionMethod } from '../../../src/measure/edition/contract.ts'
import {
  type ResultMapping,
  type ResultPreview,
  resultFields,
} from '../../../src/measure/interchange/contract.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { ColumnChoice } from './column-choice.tsx'
import { ValueTable } from './value-table.tsx'

export type MappingProps = {
  readonly preview: ResultPreview
  readonly method: EditionMethod
  readonly onMapping: (mapping: ResultMapping) => void
}

/** Who, where and when: one column for each, and what the words for channel and answered mean. */
export function ResultColumns({ preview, method, onMapping }: MappingProps) {
  const t = useTexts(interchangeTexts)
  const { mapping, header } = preview
  const language = useLanguage()
  return (
    <section className="lp-card" aria-labelledby="result-columns">
      <h2 id="result-columns">{t('results.columns')}</h2>
      <p className="lp-quiet">{t('form.columnsHint')}</p>
      <div className="lp-mapping">
        {resultFields.map((field) => (
          <ColumnChoice
            key={field}
            label={t(`results.field.${field}`)}
            header={header}
            column={mapping.columns[field]}
            onColumn={(column) =>
              onMapping({ ...mapping, columns: withEntry(mapping.columns, field, column) })
            }
          />
        ))}
        {mapping.columns.channel === undefined && <OneChannel mapping={mapping} onMapping={onMapping} />}
        {method.comments.map(({ id, text }) => (
          <ColumnChoice
            key={id}
            label={text[language]}
            header={header}
            column={mapping.comments[id]}
            onColumn={(column) =>
              onMapping({ ...mapping, comments: withEntry(mapping.comments, id, column) })
            }
          />
        ))}
      </div>
      <Meanings preview={preview} onMapping={onMapping} />
    </section>
  )
}

/** The record with the entry set, or without it. */
export function withEntry<Key extends string>(
  record: Partial<Record<Key, string>>,
  key: Key,
  value: string | undefined,
): Record<Key, string> {
  const { [key]: _, ...others } = record
  return (value === undefined ? others : { ...others, [key]: value }) as Record<Key, string>
}

function OneChannel({
  mapping,
  onMapping,
}: Pick<MappingProps, 'onMapping'> & Pick<ResultPreview, 'mapping'>) {
  const t = useTexts(interchangeTexts)
  const channel = useTexts(channelTexts)
  const choose = (value: string): void => {
    const { channel: _, ...others } = mapping
    const found = channelIds.find((id) => id === value)
    onMapping(found === undefined ? others : { ...others, channel: found })
  }
  return (
    <Field data-size="sm">
      <Label>{t('results.oneChannel')}</Label>
      <Select value={mapping.channel ?? ''} onChange={({ target }) => choose(target.value)}>
        <Select.Option value="">–</Select.Option>
        {channelIds.map((id) => (
          <Select.Option key={id} value={id}>
            {channel(id)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}

function Meanings({ preview, onMapping }: Omit<MappingProps, 'method'>) {
  const t = useTexts(interchangeTexts)
  const channel = useTexts(channelTexts)
  const { columns } = preview.mapping
  const choices = {
    channel: channelIds.map((id) => ({ id, label: channel(id) })),
    answered: [
      { id: 'yes', label: t('results.yes') },
      { id: 'no', label: t('results.no') },
    ],
  }
  return (['channel', 'answered'] as const).map((field) => (
    <ValueTable
      key={field}
      preview={preview}
      column={columns[field]}
      title={t(`results.field.${field}`)}
      choices={choices[field]}
      onMapping={onMapping}
    />
  ))
}
