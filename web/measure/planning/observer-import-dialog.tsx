/** A file of observers: chosen, shown row by row, and imported whole or not at all. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import type { ObserverImport } from '../../../src/measure/planning/contract.ts'
import { api, client } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { FilePreview } from '../../design/file-preview.tsx'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { useToast } from '../../design/toast.tsx'
import { useFileProblem } from '../../design/use-file-problem.ts'
import { observerTexts } from '../../i18n/observers.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useRefreshPlan } from './use-plan.ts'

type Props = { readonly open: boolean; readonly onClose: () => void }

export function ObserverImportDialog({ open, onClose }: Props) {
  const t = useTexts(observerTexts)
  return (
    <FormDialog open={open} title={t('importing.title')} onClose={onClose}>
      <ImportForm onClose={onClose} />
    </FormDialog>
  )
}

function ImportForm({ onClose }: Pick<Props, 'onClose'>) {
  const t = useTexts(observerTexts)
  return (
    <>
      <p className="lp-quiet">{t('importing.hint')}</p>
      <FilePreview
        label={t('importing.file')}
        megabytes={20}
        read={(file) => client.planning.observers.previewImport({ file })}
      >
        {(read, file) => <Shown read={read} file={file} onClose={onClose} />}
      </FilePreview>
    </>
  )
}

type ShownProps = Pick<Props, 'onClose'> & { readonly read: ObserverImport; readonly file: File }

function Shown({ read, file, onClose }: ShownProps) {
  const t = useTexts(observerTexts)
  const toast = useToast()
  const refresh = useRefreshPlan()
  const save = useMutation(
    api.planning.observers.import.mutationOptions({
      onSuccess: async (counts) => {
        await refresh()
        toast({ text: t('importing.done', counts) })
        onClose()
      },
    }),
  )
  if (read.issues.length > 0) return <Issues issues={read.issues} />
  return (
    <>
      <Rows rows={read.rows} />
      <div>
        <Button loading={save.isPending} onClick={() => save.mutate({ file })}>
          {t('importing.save', { count: read.rows.length })}
        </Button>
      </div>
    </>
  )
}

const mostShown = 50

function Rows({ rows }: Pick<ObserverImport, 'rows'>) {
  const t = useTexts(observerTexts)
  return (
    <ScrollBox label={t('importing.rows', { count: rows.length })}>
      <table className="ds-table lp-table lp-table--scroll">
        <caption>{t('importing.rows', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('importing.line')}</th>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.contactsPerWeek')}</th>
            <th scope="col">{t('column.customerOf')}</th>
            <th scope="col">{t('importing.change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map((row) => (
            <tr key={row.line}>
              <td className="lp-number">{row.line}</td>
              <th scope="row">{row.name}</th>
              <td className="lp-number">{row.contactsPerWeek}</td>
              <td>{row.customerOf.join(', ')}</td>
              <td>{t(`importing.${row.change}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

const problems = {
  'missing-column': 'missingColumn',
  blank: 'blank',
  'not-a-count': 'notACount',
  'not-a-date': 'notADate',
  'half-an-absence': 'halfAnAbsence',
  'absence-backwards': 'absenceBackwards',
  'two-weekly-maxima': 'twoMaxima',
  'no-rows': 'noRows',
} as const

function isKnown(code: string): code is keyof typeof problems {
  return Object.hasOwn(problems, code)
}

function Issues({ issues }: Pick<ObserverImport, 'issues'>) {
  const t = useTexts(observerTexts)
  const ofFile = useFileProblem()
  const sentence = ({ code, value = '' }: ObserverImport['issues'][number]): string => {
    if (!isKnown(code)) return ofFile(code) ?? t('importing.problem.other', { code })
    const known = problems[code]
    if (known === 'notACount' || known === 'notADate') return t(`importing.problem.${known}`, { value })
    return t(`importing.problem.${known}`)
  }
  const place = ({ line, column }: ObserverImport['issues'][number]): string => {
    if (line === undefined) return ''
    return column === undefined ? t('importing.placeLine', { line }) : t('importing.place', { line, column })
  }
  return (
    <Alert data-color="danger" role="alert">
      <p>{t('importing.problems')}</p>
      <ul className="lp-plain-list">
        {issues.slice(0, mostShown).map((issue) => (
          <li key={`${issue.line} ${issue.column} ${issue.code}`}>
            {place(issue)} {sentence(issue)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
