/** Filled-in forms from a file: columns and words are given a meaning, and all of it is imported, or nothing. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { InputIssue } from '../../../src/kernel/errors.ts'
import type { EditionMethod } from '../../../src/measure/edition/contract.ts'
import type { ResultMapping, ResultPreview } from '../../../src/measure/interchange/contract.ts'
import { api } from '../../api.ts'
import { FileDrop } from '../../design/file-drop.tsx'
import { useToast } from '../../design/toast.tsx'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { FileRefusal, IssueList } from './issue-list.tsx'
import { ResultColumns } from './result-columns.tsx'
import { ResultFound } from './result-found.tsx'
import { ResultQuestions } from './result-questions.tsx'

export function ResultImport({ method }: { readonly method: EditionMethod }) {
  const t = useTexts(interchangeTexts)
  const editionId = useEditionId()
  const [file, setFile] = useState<File>()
  const read = useMutation(api.interchange.readResults.mutationOptions())
  const look = (chosen: File, mapping?: ResultMapping): void => {
    setFile(chosen)
    read.mutate({ editionId, file: chosen, ...(mapping ? { mapping: JSON.stringify(mapping) } : {}) })
  }
  const preview = read.data
  return (
    <>
      <p className="lp-quiet">{t('results.hint')}</p>
      <FileDrop
        label={t('results.file')}
        endings={['.csv', '.xlsx', '.txt', '.tsv']}
        megabytes={20}
        isBusy={read.isPending}
        onFile={look}
      />
      <FileRefusal error={read.error} />
      {preview && file && !read.error && (
        <Shown preview={preview} method={method} file={file} onMapping={(mapping) => look(file, mapping)} />
      )}
    </>
  )
}

type Showing = {
  readonly preview: ResultPreview
  readonly method: EditionMethod
  readonly file: File
  readonly onMapping: (mapping: ResultMapping) => void
}

function Shown({ preview, method, file, onMapping }: Showing) {
  const { issues, issueCount, mapping } = preview
  return (
    <>
      {issueCount > 0 && <IssueList issues={issues as readonly InputIssue[]} count={issueCount} />}
      <ResultFound preview={preview} />
      {issueCount === 0 && preview.rows > 0 && <Import file={file} mapping={mapping} rows={preview.rows} />}
      <ResultColumns preview={preview} method={method} onMapping={onMapping} />
      <ResultQuestions preview={preview} method={method} onMapping={onMapping} />
    </>
  )
}

type ImportProps = { readonly file: File; readonly mapping: ResultMapping; readonly rows: number }

function Import({ file, mapping, rows }: ImportProps) {
  const t = useTexts(interchangeTexts)
  const editionId = useEditionId()
  const queries = useQueryClient()
  const toast = useToast()
  const navigate = useNavigate()
  const save = useMutation(
    api.interchange.importResults.mutationOptions({
      onSuccess: async (counts) => {
        await queries.invalidateQueries()
        toast({ text: t('results.done', counts) })
        await navigate({ to: '/measure/editions/$editionId/results', params: { editionId } })
      },
    }),
  )
  return (
    <section className="lp-card">
      <FileRefusal error={save.error} />
      <p>{t('results.after')}</p>
      <div>
        <Button
          loading={save.isPending}
          onClick={() => save.mutate({ editionId, file, mapping: JSON.stringify(mapping) })}
        >
          {t('results.submit', { count: rows })}
        </Button>
      </div>
    </section>
  )
}
