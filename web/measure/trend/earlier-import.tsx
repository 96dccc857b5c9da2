/** A file of earlier figures: chosen, shown line by line, and imported whole or not at all. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import type { EarlierPreview } from '../../../src/measure/trend/contract.ts'
import { api, client } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { FilePreview } from '../../design/file-preview.tsx'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { useFileProblem } from '../../design/use-file-problem.ts'
import { trendTexts } from '../../i18n/trend.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useRefreshTrend } from './use-refresh.ts'
import { useFigureName } from './words.ts'

type Props = { readonly open: boolean; readonly onClose: () => void }

export function EarlierImport({ open, onClose }: Props) {
  const t = useTexts(trendTexts)
  return (
    <FormDialog open={open} title={t('earlier.open')} onClose={onClose}>
      <ImportForm onClose={onClose} />
    </FormDialog>
  )
}

function ImportForm({ onClose }: Pick<Props, 'onClose'>) {
  const t = useTexts(trendTexts)
  return (
    <>
      <p className="lp-quiet">{t('earlier.columns')}</p>
      <FilePreview
        label={t('earlier.file')}
        megabytes={20}
        read={(file) => client.trend.earlier.previewImport({ file })}
      >
        {(read, file) => <Shown read={read} file={file} onClose={onClose} />}
      </FilePreview>
    </>
  )
}

type ShownProps = Pick<Props, 'onClose'> & { readonly read: EarlierPreview; readonly file: File }

function Shown({ read, file, onClose }: ShownProps) {
  const t = useTexts(trendTexts)
  const toast = useToast()
  const refresh = useRefreshTrend()
  const save = useMutation(
    api.trend.earlier.import.mutationOptions({
      onSuccess: async (counts) => {
        await refresh()
        toast({ text: t('earlier.done', counts) })
        onClose()
      },
    }),
  )
  if (read.issues.length > 0) return <Issues issues={read.issues} />
  return (
    <>
      <Rows rows={read.rows} />
      {save.error ? <ErrorState error={save.error} /> : null}
      <div>
        <Button loading={save.isPending} onClick={() => save.mutate({ file })}>
          {t('earlier.save', { count: read.rows.length })}
        </Button>
      </div>
    </>
  )
}

const mostShown = 50

function Rows({ rows }: Pick<EarlierPreview, 'rows'>) {
  const t = useTexts(trendTexts)
  const { number } = useFormats()
  const figureName = useFigureName()
  return (
    <ScrollBox label={t('earlier.rows', { count: rows.length })}>
      <table className="ds-table lp-table lp-table--scroll">
        <caption>{t('earlier.rows', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('earlier.line')}</th>
            <th scope="col">{t('chart.edition')}</th>
            <th scope="col">{t('choose.name')}</th>
            <th scope="col">{t('choose.figure')}</th>
            <th scope="col">{t('chart.value')}</th>
            <th scope="col">{t('earlier.change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map((row) => (
            <tr key={row.line}>
              <td className="lp-number">{row.line}</td>
              <td>{row.edition}</td>
              <th scope="row">{row.participant || row.class || t('choose.edition')}</th>
              <td>{figureName(row)}</td>
              <td className="lp-number">{number(row.value, 1)}</td>
              <td>{t(`earlier.${row.change}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

const problems = {
  'missing-column': 'missingColumn',
  'no-rows': 'noRows',
  'not-a-year': 'notAYear',
  blank: 'blank',
  'too-long': 'tooLong',
  'unknown-figure': 'unknownFigure',
  'not-a-score': 'notAScore',
  'not-a-count': 'notACount',
  'half-an-interval': 'halfAnInterval',
  'value-outside-interval': 'valueOutsideInterval',
  'doubled-row': 'doubledRow',
} as const

type Issue = EarlierPreview['issues'][number]

function isKnown(code: string): code is keyof typeof problems {
  return Object.hasOwn(problems, code)
}

function useSentence(): (issue: Issue) => string {
  const t = useTexts(trendTexts)
  const ofFile = useFileProblem()
  return ({ code, value = '', path = '', params }) => {
    if (!isKnown(code)) return ofFile(code) ?? t('earlier.problem.other', { code })
    const known = problems[code]
    switch (known) {
      case 'missingColumn':
        return t('earlier.problem.missingColumn', { path })
      case 'doubledRow':
        return t('earlier.problem.doubledRow', { before: Number(params?.before ?? 0) })
      case 'noRows':
      case 'blank':
      case 'tooLong':
      case 'halfAnInterval':
        return t(`earlier.problem.${known}`)
      default:
        return t(`earlier.problem.${known}`, { value })
    }
  }
}

function Issues({ issues }: Pick<EarlierPreview, 'issues'>) {
  const t = useTexts(trendTexts)
  const sentence = useSentence()
  const place = ({ line, column }: Issue): string => {
    if (line === undefined) return ''
    return column === undefined ? t('earlier.placeLine', { line }) : t('earlier.place', { line, column })
  }
  return (
    <Alert data-color="danger" role="alert">
      <p>{t('earlier.problems')}</p>
      <ul className="lp-plain-list">
        {issues.slice(0, mostShown).map((issue) => (
          <li key={`${issue.line} ${issue.column} ${issue.path} ${issue.code}`}>
            {place(issue)} {sentence(issue)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
