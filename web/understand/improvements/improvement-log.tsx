import { Button, Field, Label, Textarea } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ImprovementCard } from '../../../src/understand/improvements/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** What has happened, the newest first, and room for a note. */
export function ImprovementLog({
  card,
  manages,
}: {
  readonly card: ImprovementCard
  readonly manages: boolean
}) {
  const t = useTexts(improvementTexts)
  const { instant } = useFormats()
  return (
    <section className="lp-card lp-stack" aria-labelledby="log">
      <h2 id="log">{t('log')}</h2>
      {manages && <NoteForm improvementId={card.improvementId} />}
      <ol className="lp-plain-list lp-log">
        {card.events.map(({ kind, state, text, at, by }) => (
          <li key={`${at} ${kind} ${text}`}>
            <strong>
              {kind === 'moved' && state
                ? t('event.moved', { state: t(`state.${state}`) })
                : kind === 'moved'
                  ? ''
                  : t(`event.${kind}`)}
            </strong>
            {text !== '' && <span className="lp-suggestion__text">{text}</span>}
            <span className="lp-small lp-quiet">{t('by', { name: by, when: instant(at) })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function NoteForm({ improvementId }: { readonly improvementId: string }) {
  const t = useTexts(improvementTexts)
  const client = useQueryClient()
  const [text, setText] = useState('')
  const add = useMutation(
    api.improvements.note.mutationOptions({
      onSuccess: async () => {
        setText('')
        await client.invalidateQueries({ queryKey: api.improvements.key() })
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate({ improvementId, text })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      <Field>
        <Label>{t('note')}</Label>
        <Textarea rows={2} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      {add.error ? <ErrorState error={add.error} /> : null}
      <div className="lp-row">
        <Button type="submit" variant="secondary" loading={add.isPending} disabled={text.trim() === ''}>
          {t('addNote')}
        </Button>
      </div>
    </form>
  )
}
