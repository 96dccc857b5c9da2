import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EditionView } from '../../../src/measure/edition/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog, FormDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Consequences, MissingParts } from './consequences.tsx'
import { missingForStart, type Way, wayOn } from './state-change.ts'

/** Starts, ends or reopens fieldwork, after telling what that brings with it, or what is missing. */
export function MoveButtons({ edition }: { readonly edition: EditionView }) {
  const t = useTexts(editionTexts)
  const [asking, setAsking] = useState(false)
  const way = wayOn(edition)
  if (way === undefined) return null
  const ready = way !== 'start' || missingForStart(edition).length === 0
  const close = () => setAsking(false)
  return (
    <>
      <Button variant={way === 'start' && ready ? 'primary' : 'secondary'} onClick={() => setAsking(true)}>
        {t(`page.${way}`)}
      </Button>
      {ready ? (
        <MoveDialog edition={edition} way={way} open={asking} onClose={close} />
      ) : (
        <FormDialog open={asking} title={t('change.notYet')} onClose={close}>
          <MissingParts edition={edition} />
        </FormDialog>
      )}
    </>
  )
}

type DialogProps = {
  readonly edition: EditionView
  readonly way: Way
  readonly open: boolean
  readonly onClose: () => void
}

function MoveDialog({ edition, way, open, onClose }: DialogProps) {
  const t = useTexts(editionTexts)
  const move = useMove(onClose)
  const state = way === 'close' ? 'review' : 'fieldwork'
  return (
    <ConfirmDialog
      open={open}
      title={t(`page.${way}Title`)}
      confirm={t(`page.${way}`)}
      busy={move.isPending}
      onConfirm={() => move.mutate({ editionId: edition.editionId, state })}
      onClose={onClose}
    >
      <Consequences edition={edition} way={way} />
      <Refusal error={move.error} />
    </ConfirmDialog>
  )
}

function useMove(onDone: () => void) {
  const t = useTexts(editionTexts)
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation(
    api.edition.move.mutationOptions({
      onSuccess: async () => {
        onDone()
        toast({ text: t('page.moved') })
        await queries.invalidateQueries({ queryKey: api.edition.key() })
      },
    }),
  )
}

function Refusal({ error }: { readonly error: unknown }) {
  const text = useProblemText()
  return error === null ? null : <p role="alert">{text(error)}</p>
}
