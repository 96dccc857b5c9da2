import { Button, Field, Label, Textarea, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { PriorityLine } from './priority-columns.tsx'

type Props = { readonly line: PriorityLine | undefined; readonly onClose: () => void }

/** A place in spite of the score, with the reason that everybody sees. */
export function PlaceDialog({ line, onClose }: Props) {
  const t = useTexts(overviewTexts)
  return (
    <FormDialog
      open={line !== undefined}
      title={t('priority.placeTitle', { name: line?.row.name ?? '' })}
      onClose={onClose}
    >
      {line && <PlaceForm line={line} onClose={onClose} />}
    </FormDialog>
  )
}

function PlaceForm({ line, onClose }: { readonly line: PriorityLine; readonly onClose: () => void }) {
  const t = useTexts(overviewTexts)
  const client = useQueryClient()
  const [place, setPlace] = useState(line.row.place === null ? '' : String(line.row.place))
  const [reason, setReason] = useState('')
  const save = useMutation(
    api.overview.priority.place.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.overview.key() })
        onClose()
      },
    }),
  )
  const send = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ topicId: line.row.topicId, place: place === '' ? null : Number(place), reason })
  }
  return (
    <form className="lp-stack" onSubmit={send}>
      <Textfield
        type="number"
        min={1}
        max={1000}
        label={t('priority.placeLabel')}
        description={t('priority.placeText')}
        value={place}
        onChange={(event) => setPlace(event.target.value)}
      />
      <Field>
        <Label>{t('priority.reason')}</Label>
        <Textarea
          rows={3}
          maxLength={1000}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {save.error ? <ErrorState error={save.error} /> : null}
      <Button type="submit" loading={save.isPending} disabled={reason.trim() === ''}>
        {t('priority.placeSave')}
      </Button>
    </form>
  )
}
