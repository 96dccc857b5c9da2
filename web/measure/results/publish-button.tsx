import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ResultsAnswer } from '../../../src/measure/results/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** Shows the participants their results, or takes them back, after a question that says what they will see. */
export function PublishButton({ results }: { readonly results: ResultsAnswer }) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const text = useProblemText()
  const toast = useToast()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { editionId, published, contacts, counted } = results
  const publish = useMutation(
    api.results.publish.mutationOptions({
      onSuccess: async (answer) => {
        setAsking(false)
        toast({ text: t(answer.published ? 'publish.done' : 'publish.undone') })
        await queries.invalidateQueries({ queryKey: api.results.key() })
        await queries.invalidateQueries({ queryKey: api.edition.key() })
      },
    }),
  )
  const left = contacts - counted
  return (
    <>
      <Button variant={published ? 'secondary' : 'primary'} onClick={() => setAsking(true)}>
        {t(published ? 'publish.undo' : 'publish.do')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t(published ? 'publish.undoTitle' : 'publish.title')}
        confirm={t(published ? 'publish.undo' : 'publish.do')}
        busy={publish.isPending}
        onConfirm={() => publish.mutate({ editionId, published: !published })}
        onClose={() => setAsking(false)}
      >
        <p>{t(published ? 'publish.undoBody' : 'publish.body')}</p>
        {!published && left > 0 && (
          <p>{t('publish.preliminary', { left: format.number(left), contacts: format.number(contacts) })}</p>
        )}
        {publish.error !== null && <p role="alert">{text(publish.error)}</p>}
      </ConfirmDialog>
    </>
  )
}
