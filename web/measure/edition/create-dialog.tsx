import { Alert, Button, Radio, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { EditionSummary } from '../../../src/measure/edition/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ProblemError } from '../../problem.ts'
import { useIssueText } from './issue-text.ts'
import './edition.css'

type Props = {
  readonly open: boolean
  readonly editions: readonly EditionSummary[]
  /** The edition to copy, when that is what the person came for. */
  readonly copy?: string
  readonly onClose: () => void
}

/** A new edition: from the reference method, from an earlier edition, or from a file. */
export function CreateDialog({ open, editions, copy, onClose }: Props) {
  const t = useTexts(editionTexts)
  return (
    <FormDialog open={open} title={t('create.title')} onClose={onClose}>
      <CreateForm editions={editions} copy={copy} />
    </FormDialog>
  )
}

type Gaps = { readonly name: boolean; readonly file: boolean }

function CreateForm({ editions, copy }: Pick<Props, 'editions'> & { readonly copy: string | undefined }) {
  const t = useTexts(editionTexts)
  const [source, setSource] = useState(copy ?? 'builtIn')
  const [gaps, setGaps] = useState<Gaps>({ name: false, file: false })
  const create = useCreate()
  const choice = { chosen: source, onChoose: setSource }
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const [name, start, file] = [
      String(fields.get('name')).trim(),
      String(fields.get('start')),
      fields.get('file'),
    ]
    const chosen = file instanceof File && file.size > 0 ? file : undefined
    const missing = { name: name === '', file: source === 'file' && chosen === undefined }
    setGaps(missing)
    if (missing.name || missing.file) return
    create.mutate({ name, source: await sourceOf(source, chosen), ...(start === '' ? {} : { start }) })
  }
  return (
    <form className="lp-form" noValidate onSubmit={(event) => void submit(event)}>
      <Refusal error={create.error} />
      <Textfield
        name="name"
        label={t('create.name')}
        description={t('create.nameHint')}
        maxLength={120}
        error={gaps.name ? t('create.nameMissing') : undefined}
      />
      <fieldset className="lp-choices">
        <legend>{t('create.source')}</legend>
        <Source {...choice} value="builtIn" label={t('create.builtIn')} hint={t('create.builtInHint')} />
        {editions.map(({ editionId, name }) => (
          <Source
            {...choice}
            key={editionId}
            value={editionId}
            label={t('create.copy', { name })}
            hint={t('create.copyHint')}
          />
        ))}
        <Source {...choice} value="file" label={t('create.file')} hint={t('create.fileHint')} />
      </fieldset>
      {source === 'file' && (
        <Textfield
          name="file"
          type="file"
          accept=".json,application/json"
          label={t('create.chooseFile')}
          error={gaps.file ? t('create.fileMissing') : undefined}
        />
      )}
      <Textfield name="start" type="date" label={t('create.start')} description={t('create.startHint')} />
      <div>
        <Button type="submit" loading={create.isPending}>
          {t('create.submit')}
        </Button>
      </div>
    </form>
  )
}

type SourceProps = {
  readonly value: string
  readonly label: string
  readonly hint: string
  readonly chosen: string
  readonly onChoose: (value: string) => void
}

function Source({ value, label, hint, chosen, onChoose }: SourceProps) {
  return (
    <Radio
      name="source"
      value={value}
      label={label}
      description={hint}
      checked={chosen === value}
      onChange={() => onChoose(value)}
    />
  )
}

async function sourceOf(chosen: string, file: File | undefined) {
  if (file) return { kind: 'document' as const, text: await file.text() }
  return chosen === 'builtIn'
    ? { kind: 'builtIn' as const, method: 'reference' as const }
    : { kind: 'copy' as const, editionId: chosen }
}

function useCreate() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation(
    api.edition.create.mutationOptions({
      onSuccess: async ({ editionId }) => {
        await queries.invalidateQueries({ queryKey: api.edition.list.key() })
        await navigate({ to: '/measure/editions/$editionId', params: { editionId } })
      },
    }),
  )
}

/** Every error of a refused file, with its place in the file. */
function Refusal({ error }: { readonly error: unknown }) {
  const t = useTexts(editionTexts)
  const text = useProblemText()
  const issueText = useIssueText()
  if (error === null) return null
  const issues = error instanceof ProblemError ? error.issues : []
  return (
    <Alert data-color="danger" role="alert">
      <p>{issues.length > 0 ? t('create.refused', { count: issues.length }) : text(error)}</p>
      {issues.length > 0 && (
        <ul className="lp-issues lp-small">
          {issues.slice(0, 20).map((issue) => (
            <li key={`${issue.path} ${issue.code} ${JSON.stringify(issue.params)}`}>
              {isInside(issue.path) && <code>{issue.path}</code>} {issueText(issue)}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  )
}

/** A place in the method; an issue of the whole file has none. */
function isInside(path: string | undefined): path is string {
  return path !== undefined && path !== '' && path !== '.' && path !== 'source.text'
}
