/** A form from a file: what it would become here, and then the questionnaire of the edition. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { InputIssue } from '../../../src/kernel/errors.ts'
import { type FormMapping, type FormPreview, formFields } from '../../../src/measure/interchange/contract.ts'
import { api } from '../../api.ts'
import { FileDrop } from '../../design/file-drop.tsx'
import { useToast } from '../../design/toast.tsx'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { ColumnChoice } from './column-choice.tsx'
import { FormShown } from './form-shown.tsx'
import { FileRefusal, IssueList } from './issue-list.tsx'

export function FormImport({ revision }: { readonly revision: number }) {
  const t = useTexts(interchangeTexts)
  const editionId = useEditionId()
  const [file, setFile] = useState<File>()
  const read = useMutation(api.interchange.readForm.mutationOptions())
  const look = (chosen: File, mapping?: FormMapping): void => {
    setFile(chosen)
    read.mutate({ editionId, file: chosen, ...(mapping ? { mapping } : {}) })
  }
  const preview = read.data
  return (
    <>
      <p className="lp-quiet">{t('form.hint')}</p>
      <FileDrop
        label={t('form.file')}
        endings={['.json', '.csv', '.xlsx', '.txt', '.tsv']}
        megabytes={20}
        isBusy={read.isPending}
        onFile={look}
      />
      <FileRefusal error={read.error} />
      {preview && file && !read.error && (
        <>
          {preview.issues.length > 0 && (
            <IssueList issues={preview.issues as readonly InputIssue[]} count={preview.issues.length} />
          )}
          {preview.kind === 'table' && (
            <Columns preview={preview} onMapping={(mapping) => look(file, mapping)} />
          )}
          <FormShown preview={preview} />
          {preview.issues.length === 0 && preview.questions.length > 0 && (
            <Take file={file} mapping={preview.mapping} revision={revision} />
          )}
        </>
      )}
    </>
  )
}

type ColumnsProps = { readonly preview: FormPreview; readonly onMapping: (mapping: FormMapping) => void }

function Columns({ preview, onMapping }: ColumnsProps) {
  const t = useTexts(interchangeTexts)
  return (
    <section className="lp-card" aria-labelledby="form-columns">
      <h2 id="form-columns">{t('form.columns')}</h2>
      <p className="lp-quiet">{t('form.columnsHint')}</p>
      <div className="lp-mapping">
        {formFields.map((field) => (
          <ColumnChoice
            key={field}
            label={t(`form.field.${field}`)}
            header={preview.header}
            column={preview.mapping[field]}
            onColumn={(column) => {
              const { [field]: _, ...others } = preview.mapping
              onMapping(column === undefined ? others : { ...others, [field]: column })
            }}
          />
        ))}
      </div>
    </section>
  )
}

type TakeProps = { readonly file: File; readonly mapping: FormMapping; readonly revision: number }

function Take({ file, mapping, revision }: TakeProps) {
  const t = useTexts(interchangeTexts)
  const editionId = useEditionId()
  const queries = useQueryClient()
  const toast = useToast()
  const navigate = useNavigate()
  const take = useMutation(
    api.interchange.takeForm.mutationOptions({
      onSuccess: async ({ issues }) => {
        await queries.invalidateQueries({ queryKey: api.edition.key() })
        toast({ text: issues === 0 ? t('form.saved') : t('form.savedIssues', { count: issues }) })
        await navigate({
          to: '/measure/editions/$editionId/import',
          params: { editionId },
          search: { what: 'results' } as never,
        })
      },
    }),
  )
  return (
    <>
      <FileRefusal error={take.error} />
      <p>{t('form.replaces')}</p>
      <div>
        <Button loading={take.isPending} onClick={() => take.mutate({ editionId, file, mapping, revision })}>
          {t('form.submit')}
        </Button>
      </div>
    </>
  )
}
