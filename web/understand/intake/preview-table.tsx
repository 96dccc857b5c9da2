/** The first rows of a file as they will be stored, and those that will be refused. */
import { useMemo } from 'react'
import type { IntakePreview } from '../../../src/understand/intake/contract.ts'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { refusalDetail, useReason } from './words.ts'

type Item = IntakePreview['items'][number]
type Row = Item & { readonly key: string }

export function PreviewTable(props: { readonly preview: IntakePreview; readonly isReading: boolean }) {
  const t = useTexts(intakeTexts)
  const { read, refused, items } = props.preview
  const verdict =
    refused > 0 ? t('new.previewBad', { refused, rows: read }) : t('new.previewFine', { rows: read })
  const rows = useMemo(() => items.map((item, index): Row => ({ ...item, key: String(index) })), [items])
  return (
    <section className="lp-card">
      <p role="status">
        <Status tone={refused > 0 ? 'warning' : 'good'}>
          {props.isReading ? t('new.reading') : verdict}
        </Status>
      </p>
      <DataTable
        title={t('new.preview')}
        rows={rows}
        columns={useColumns()}
        rowKey={({ key }) => key}
        usualPageSize={10}
        name="preview"
        phone="scroll"
      />
    </section>
  )
}

function useColumns(): readonly TableColumn<Row>[] {
  const t = useTexts(intakeTexts)
  const u = useTexts(understandTexts)
  const formats = useFormats()
  const reason = useReason()
  return useMemo(
    () => [
      { id: 'line', header: t('batch.line'), value: ({ line }) => line },
      {
        id: 'startedAt',
        header: t('field.startedAt'),
        value: ({ row }) => row?.startedAt ?? null,
        cell: ({ row, refusal }) =>
          row ? formats.instant(row.startedAt) : <Status tone="bad">{reason(refusal?.reason ?? '')}</Status>,
      },
      {
        id: 'channel',
        header: t('channel'),
        value: ({ row }) => (row ? u(`channel.${row.channel}`) : null),
      },
      {
        id: 'text',
        header: t('field.text'),
        value: ({ row, refusal }) =>
          row ? (row.text ?? '') : refusalDetail(refusal?.path ?? null, refusal?.params ?? {}),
        cell: ({ row, refusal }) => (
          <span className="lp-intake-text">
            {row ? (row.text ?? '–') : refusalDetail(refusal?.path ?? null, refusal?.params ?? {})}
          </span>
        ),
      },
      { id: 'code', header: t('field.reasonCode'), value: ({ row }) => row?.reasonCode ?? null },
      {
        id: 'customer',
        header: t('field.customer'),
        value: ({ row }) => (row ? t(row.hasCustomer ? 'one.yes' : 'one.no') : null),
      },
      { id: 'handle', header: t('field.handleSeconds'), value: ({ row }) => row?.handleSeconds ?? null },
      { id: 'weight', header: t('field.weight'), value: ({ row }) => row?.weight ?? null },
    ],
    [t, u, formats, reason],
  )
}
