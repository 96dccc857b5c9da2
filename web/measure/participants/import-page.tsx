/** A file of participants: chosen, understood, shown row by row, and imported whole or not at all. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { InputIssue } from '../../../src/kernel/errors.ts'
import type { ImportPreview, Mapping } from '../../../src/measure/participants/contract.ts'
import { api } from '../../api.ts'
import { FileDrop } from '../../design/file-drop.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ProblemError } from '../../problem.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { ImportIssues } from './import-issues.tsx'
import { ImportMapping } from './import-mapping.tsx'
import { ImportRows } from './import-rows.tsx'
import { useRefresh } from './use-refresh.ts'
import './participants.css'

export function ImportPage() {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const [file, setFile] = useState<File>()
  const preview = useMutation(api.participants.previewImport.mutationOptions())
  const look = (chosen: File, mapping?: Mapping): void => {
    setFile(chosen)
    preview.mutate({ editionId, file: chosen, ...(mapping ? { mapping } : {}) })
  }
  const shown = preview.data
  return (
    <EditionFrame
      title={useImportTitle(shown)}
      subtitle={t('import.subtitle')}
      trail={[{ to: '/measure/editions/$editionId/participants', params: { editionId }, label: t('table') }]}
    >
      <FileDrop
        label={t('import.file')}
        endings={['.csv', '.xlsx', '.txt', '.tsv']}
        megabytes={20}
        isBusy={preview.isPending}
        onFile={look}
      />
      <FileRefusal error={preview.error} />
      {shown && file && !preview.error && (
        <Shown preview={shown} file={file} onMapping={(mapping) => look(file, mapping)} />
      )}
    </EditionFrame>
  )
}

function useImportTitle(preview: ImportPreview | undefined): string {
  const t = useTexts(participantTexts)
  if (!preview) return t('import.title')
  const wrong = preview.issues.length
  return wrong > 0
    ? t('import.titleIssues', { count: wrong })
    : t('import.titleRows', { count: preview.rows.length })
}

function FileRefusal({ error }: { readonly error: unknown }) {
  const text = useProblemText()
  if (!error) return null
  const issues = error instanceof ProblemError ? error.issues : []
  if (issues.length > 0) return <ImportIssues issues={issues} />
  return (
    <Alert data-color="danger" role="alert">
      {text(error)}
    </Alert>
  )
}

type Showing = {
  readonly preview: ImportPreview
  readonly file: File
  readonly onMapping: (mapping: Mapping) => void
}

function Shown({ preview, file, onMapping }: Showing) {
  const t = useTexts(participantTexts)
  const isNews = preview.rows.some(({ change }) => change !== 'unchanged')
  return (
    <>
      {preview.issues.length > 0 && <ImportIssues issues={preview.issues as readonly InputIssue[]} />}
      <ImportMapping preview={preview} onMapping={onMapping} />
      {preview.rows.length > 0 && <ImportRows rows={preview.rows} />}
      {preview.issues.length === 0 &&
        (isNews ? <SaveButton file={file} mapping={preview.mapping} /> : <p>{t('import.nothingNew')}</p>)}
    </>
  )
}

function SaveButton({ file, mapping }: { readonly file: File; readonly mapping: Mapping }) {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const refresh = useRefresh()
  const toast = useToast()
  const navigate = useNavigate()
  const save = useMutation(
    api.participants.import.mutationOptions({
      onSuccess: async (counts) => {
        await refresh()
        toast({ text: t('import.done', counts) })
        await navigate({ to: '/measure/editions/$editionId/participants', params: { editionId } })
      },
    }),
  )
  return (
    <>
      <FileRefusal error={save.error} />
      <div>
        <Button loading={save.isPending} onClick={() => save.mutate({ editionId, file, mapping })}>
          {t('import.submit')}
        </Button>
      </div>
    </>
  )
}
