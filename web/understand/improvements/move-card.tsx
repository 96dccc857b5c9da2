import { Button, Field, Label, Textarea, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImprovementCard } from '../../../src/understand/improvements/contract.ts'
import { type ImprovementState, improvementStates } from '../../../src/understand/improvements/rules/words.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** From one state to the next, with a note and, for what is in effect, its first day. */
export function MoveCard({ card }: { readonly card: ImprovementCard }) {
  const t = useTexts(improvementTexts)
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const [since, setSince] = useState(card.inEffectFrom ?? '')
  const move = useMutation(
    api.improvements.move.mutationOptions({
      onSuccess: async () => {
        setNote('')
        await client.invalidateQueries({ queryKey: api.improvements.key() })
      },
    }),
  )
  const { improvementId, state: now } = card
  const steps = improvementStates.filter((state) =>
    now === 'dropped' ? state === 'proposed' : state !== now || state === 'inEffect',
  )
  const go = (state: ImprovementState) =>
    move.mutate({ improvementId, state, note, inEffectFrom: state === 'inEffect' ? since || null : null })
  return (
    <section className="lp-card lp-stack" aria-labelledby="move">
      <h2 id="move">{t('moveTitle')}</h2>
      <Textfield
        type="date"
        label={t('field.since')}
        description={t('sinceHelp')}
        value={since}
        onChange={(event) => setSince(event.target.value)}
      />
      <Field>
        <Label>{t('note')}</Label>
        <Textarea rows={2} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {move.error ? <ErrorState error={move.error} /> : null}
      <div className="lp-row">
        {steps.map((state) => (
          <Button
            key={state}
            variant={state === 'inEffect' ? 'primary' : 'secondary'}
            disabled={move.isPending || (state === 'inEffect' && (since === '' || card.topics.length === 0))}
            onClick={() => go(state)}
          >
            {t(state === 'inEffect' && now === 'inEffect' ? 'move.day' : `move.${state}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}
