/** Earlier years from a file: chosen, shown row by row, and imported whole or not at all. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryRow } from '../../../src/measure/expectations/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { FileDrop } from '../../design/file-drop.tsx'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { HistoryIssues } from './history-issues.tsx'

type Props = { readonly editionId: string }

export function HistoryButton({ editionId }: Props) {
  const t = useTexts(expectationTexts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {t('history.action')}
      </Button>
      <FormDialog open={open} title={t('history.title')} onClose={() => setOpen(false)}>
        <Import editionId={editionId} onDone={() => setOpen(false)} />
      </FormDialog>
    </>
  )
}

function Import({ editionId, onDone }: Props & { readonly onDone: () => void }) {
  const t = useTexts(expectationTexts)
  const text = useProblemText()
  const [file, setFile] = useState<File>()
  const preview = useMutation(api.expectations.history.preview.mutationOptions())
  const look = (chosen: File): void => {
    setFile(chosen)
    preview.mutate({ editionId, file: chosen })
  }
  const read = preview.data
  return (
    <>
      <p className="lp-quiet">{t('history.hint')}</p>
      <FileDrop
        label={t('history.file')}
        endings={['.csv', '.xlsx', '.txt', '.tsv']}
        megabytes={2}
        isBusy={preview.isPending}
        onFile={look}
      />
      {preview.error && (
        <Alert data-color="danger" role="alert">
          {text(preview.error)}
        </Alert>
      )}
      {read && !preview.error && read.issues.length > 0 && <HistoryIssues issues={read.issues} />}
      {read && file && !preview.error && read.issues.length === 0 && (
        <Shown rows={read.rows} send={{ editionId, file }} onDone={onDone} />
      )}
    </>
  )
}

type ShownProps = {
  readonly rows: readonly HistoryRow[]
  readonly send: { readonly editionId: string; readonly file: File }
  readonly onDone: () => void
}

const mostShown = 50

function Shown({ rows, send, onDone }: ShownProps) {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  const toast = useToast()
  const client = useQueryClient()
  const save = useMutation(
    api.expectations.history.import.mutationOptions({
      onSuccess: async (counts) => {
        await client.invalidateQueries({ queryKey: api.expectations.key() })
        toast({ text: t('history.done', counts) })
        onDone()
      },
    }),
  )
  const caption = t('history.rows', { count: rows.length })
  return (
    <>
      <ScrollBox label={caption}>
        <table className="ds-table lp-table lp-table--scroll">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('history.line')}</th>
              <th scope="col">{t('history.year')}</th>
              <th scope="col">{t('result.expectation')}</th>
              <th scope="col">{t('result.importance')}</th>
              <th scope="col">n</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostShown).map((row) => (
              <tr key={row.line}>
                <td className="lp-number">{row.line}</td>
                <td className="lp-number">{row.year}</td>
                <th scope="row">{row.performance}</th>
                <td className="lp-number">{format.number(row.score, 1)}</td>
                <td className="lp-number">{format.number(row.n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div>
        <Button loading={save.isPending} onClick={() => save.mutate(send)}>
          {t('history.save', { count: rows.length })}
        </Button>
      </div>
    </>
  )
}
