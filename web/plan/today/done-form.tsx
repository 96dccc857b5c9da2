/** Something that was done and that nobody proposed. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { todayTexts } from '../../i18n/today.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = { readonly queueId: string; readonly onDone: () => void }

export function DoneForm({ queueId, onDone }: Props) {
  const t = useTexts(todayTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const { mutate, isPending, error } = useMutation({
    ...api.today.note.mutationOptions(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.today.key() })
      toast({ text: t('act.noted') })
      onDone()
    },
  })
  const isBackwards = from !== '' && to !== '' && to <= from
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isBackwards) return
    const unknown = { riskBefore: null, riskAfter: null, waitBefore: null, waitAfter: null }
    mutate({ queueId, kind: 'other', people: 0, minutes: 0, from, to, note, ...unknown })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      <Textfield
        label={t('done.form.what')}
        required
        maxLength={300}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="lp-row">
        <Textfield
          label={t('done.form.from')}
          type="time"
          required
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <Textfield
          label={t('done.form.to')}
          type="time"
          required
          value={to}
          onChange={({ target }) => setTo(target.value)}
          error={isBackwards ? t('done.form.backwards') : undefined}
        />
      </div>
      {error && <ErrorState error={error} />}
      <div>
        <Button type="submit" loading={isPending}>
          {t('done.form.save')}
        </Button>
      </div>
    </form>
  )
}
