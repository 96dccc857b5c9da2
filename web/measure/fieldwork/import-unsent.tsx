/** The organiser brings in the file that an observer saved from a phone without a network. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportedPiece } from '../../../src/measure/fieldwork/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { FileDrop } from '../../design/file-drop.tsx'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { useProblemText } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { errorTexts } from '../../i18n/errors.ts'
import { unsentTexts } from '../../i18n/unsent.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { isErrorCode } from '../../problem.ts'

export function ImportUnsent({ editionId }: { readonly editionId: string }) {
  const t = useTexts(unsentTexts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('import.button')}
      </Button>
      <FormDialog open={open} title={t('import.title')} onClose={() => setOpen(false)}>
        <ImportForm editionId={editionId} />
      </FormDialog>
    </>
  )
}

function ImportForm({ editionId }: { readonly editionId: string }) {
  const t = useTexts(unsentTexts)
  const problem = useProblemText()
  const queries = useQueryClient()
  const bring = useMutation(
    api.fieldwork.importUnsent.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.fieldwork.key() }),
    }),
  )
  const items = bring.data?.items ?? []
  const count = (outcome: ImportedPiece['outcome']): number =>
    items.filter((item) => item.outcome === outcome).length
  return (
    <>
      <p className="lp-quiet">{t('import.text')}</p>
      <FileDrop
        label={t('import.file')}
        endings={['.json']}
        megabytes={20}
        isBusy={bring.isPending}
        onFile={(file) => bring.mutate({ editionId, file })}
      />
      {bring.error && (
        <Alert data-color="danger" role="alert">
          {problem(bring.error)}
        </Alert>
      )}
      {bring.data && !bring.error && (
        <>
          <p role="status">
            {t('import.done', {
              name: bring.data.name,
              added: count('added'),
              known: count('known'),
              refused: count('refused'),
            })}
          </p>
          <Outcomes items={items} />
        </>
      )}
    </>
  )
}

const tones = { added: 'good', known: 'information', refused: 'bad' } as const

function Outcomes({ items }: { readonly items: readonly ImportedPiece[] }) {
  const t = useTexts(unsentTexts)
  const errors = useTexts(errorTexts)
  const format = useFormats()
  const name = (item: ImportedPiece): string =>
    item.kind === 'event' ? t(`event.${item.event ?? 'attemptStarted'}`) : t(`piece.${item.kind}`)
  return (
    <ScrollBox label={t('import.title')}>
      <table className="ds-table lp-table lp-table--scroll">
        <caption>{t('import.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.who')}</th>
            <th scope="col">{t('import.what')}</th>
            <th scope="col">{t('import.when')}</th>
            <th scope="col">{t('import.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.contactId} ${item.kind} ${item.event} ${item.at}`}>
              <th scope="row">{item.participant ?? t('unknown')}</th>
              <td>{name(item)}</td>
              <td>{format.instant(item.at)}</td>
              <td>
                <Status tone={tones[item.outcome]}>{t(`import.outcomes.${item.outcome}`)}</Status>
                {item.code !== undefined && isErrorCode(item.code) && (
                  <p className="lp-small lp-quiet">
                    {item.code === 'not-found' ? t('why.gone') : errors(item.code)}
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
