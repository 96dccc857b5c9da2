import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MethodAnswer } from '../../../../src/measure/edition/contract.ts'
import { api } from '../../../api.ts'
import { useProblemText } from '../../../design/states.tsx'
import { saveFile } from '../../../design/table/save-file.ts'
import { useToast } from '../../../design/toast.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { ProblemError } from '../../../problem.ts'
import { useDraft } from './draft.ts'

/** Appears with the first change: save, take back, discard; and what to do when somebody else saved first. */
export function SaveBar({ saved }: { readonly saved: MethodAnswer }) {
  const t = useTexts(methodTexts)
  const { method, dirty, whole, readOnly, undo, discard } = useDraft()
  const save = useSave(discard)
  if (readOnly || !dirty) return null
  const { editionId, revision } = saved
  return (
    <section className="lp-save-bar" aria-label={t('save')}>
      <p aria-live="polite">{whole ? t('unsaved') : t('cannotSave')}</p>
      <div className="lp-row">
        <Button
          disabled={!whole}
          loading={save.isPending}
          onClick={() => save.mutate({ editionId, revision, method })}
        >
          {t('save')}
        </Button>
        <Button variant="secondary" onClick={undo}>
          {t('undo')}
        </Button>
        <Button variant="tertiary" onClick={discard}>
          {t('discard')}
        </Button>
      </div>
      <Refusal error={save.error} />
    </section>
  )
}

function useSave(onSaved: () => void) {
  const t = useTexts(methodTexts)
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation(
    api.edition.save.mutationOptions({
      onSuccess: async (answer) => {
        onSaved()
        const { queryKey } = api.edition.method.queryOptions({ input: { editionId: answer.editionId } })
        queries.setQueryData(queryKey, answer)
        toast({ text: t('saved', { revision: answer.revision }) })
        await queries.invalidateQueries({ queryKey: api.edition.get.key() })
        await queries.invalidateQueries({ queryKey: api.edition.list.key() })
        await queries.invalidateQueries({ queryKey: api.edition.revisions.key() })
      },
    }),
  )
}

/** Nothing is lost: the person's own version can be taken out before the newest is fetched. */
function Refusal({ error }: { readonly error: unknown }) {
  const t = useTexts(methodTexts)
  const text = useProblemText()
  const queries = useQueryClient()
  const { method, discard } = useDraft()
  if (error === null) return null
  const changed = error instanceof ProblemError && error.code === 'edition-changed'
  const fetchNewest = async (): Promise<void> => {
    discard()
    await queries.invalidateQueries({ queryKey: api.edition.method.key() })
  }
  return (
    <Alert data-color="danger" role="alert">
      <p>{text(error)}</p>
      {changed && (
        <div className="lp-row">
          <Button
            variant="secondary"
            onClick={() => saveFile(`${method.id}.json`, JSON.stringify(method, null, 2), 'application/json')}
          >
            {t('downloadMine')}
          </Button>
          <Button variant="secondary" onClick={() => void fetchNewest()}>
            {t('fetchNewest')}
          </Button>
        </div>
      )}
    </Alert>
  )
}
