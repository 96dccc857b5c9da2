/** The need behind, what the customer wants done, the goal, and who answers for it. */
import { Button, Field, Label, Select, Textarea, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { TopicCard } from '../../../src/understand/overview/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'

type Props = { readonly card: TopicCard }

export function ProfileCard({ card }: Props) {
  const t = useTexts(overviewTexts)
  const { number } = useFormats()
  const mayEdit = useHasRole('manager', 'editor', 'admin')
  const [isOpen, setOpen] = useState(false)
  const { profile } = card
  const said: readonly (readonly [string, string])[] = [
    [t('topic.need'), profile.need],
    [t('topic.task'), profile.task],
    [t('topic.goal'), profile.goal],
    [t('topic.owner'), profile.owner ?? ''],
    [t('topic.weight'), number(profile.strategicWeight)],
    ...(profile.mustStay === '' ? [] : [[t('topic.mustStay'), profile.mustStay] as const]),
  ]
  return (
    <section className="lp-card" aria-labelledby="topic-profile">
      <h3 id="topic-profile">{t('topic.profile')}</h3>
      <dl className="lp-profile-list">
        {said.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={text === '' ? 'lp-quiet' : 'lp-said'}>{text === '' ? t('topic.unset') : text}</dd>
          </div>
        ))}
      </dl>
      {mayEdit && (
        <Button variant="secondary" className="lp-no-print" onClick={() => setOpen(true)}>
          {t('topic.edit')}
        </Button>
      )}
      <FormDialog open={isOpen} title={card.line.name} onClose={() => setOpen(false)}>
        <ProfileForm card={card} onDone={() => setOpen(false)} />
      </FormDialog>
    </section>
  )
}

function ProfileForm({ card, onDone }: Props & { readonly onDone: () => void }) {
  const t = useTexts(overviewTexts)
  const toast = useToast()
  const client = useQueryClient()
  const [fields, setFields] = useState(card.profile)
  const save = useMutation(
    api.overview.saveProfile.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.overview.key() })
        toast({ text: t('topic.saved') })
        onDone()
      },
    }),
  )
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }))
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const { need, task, goal, ownerId, strategicWeight, mustStay } = fields
    save.mutate({ topicId: card.line.topicId, need, task, goal, ownerId, strategicWeight, mustStay })
  }
  return (
    <form className="lp-stack" onSubmit={send}>
      <Words label={t('topic.need')} value={fields.need} onChange={(need) => set({ need })} />
      <Words label={t('topic.task')} value={fields.task} onChange={(task) => set({ task })} />
      <Textfield
        label={t('topic.goal')}
        value={fields.goal}
        list="topic-goals"
        maxLength={300}
        onChange={(event) => set({ goal: event.target.value })}
      />
      <datalist id="topic-goals">
        {card.goals.map((goal) => (
          <option key={goal} value={goal} />
        ))}
      </datalist>
      <Field>
        <Label>{t('topic.owner')}</Label>
        <Select
          value={fields.ownerId ?? ''}
          onChange={(event) => set({ ownerId: event.target.value || null })}
        >
          <Select.Option value="">{t('topic.noOwner')}</Select.Option>
          {card.owners.map(({ personId, name }) => (
            <Select.Option key={personId} value={personId}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        type="number"
        label={t('topic.weight')}
        description={t('topic.weightText')}
        min={0}
        max={5}
        step={0.1}
        value={String(fields.strategicWeight)}
        onChange={(event) =>
          set({ strategicWeight: Math.min(5, Math.max(0, Number(event.target.value) || 0)) })
        }
      />
      <Words
        label={t('topic.mustStay')}
        description={t('topic.mustStayText')}
        value={fields.mustStay}
        onChange={(mustStay) => set({ mustStay })}
      />
      {save.error ? <ErrorState error={save.error} /> : null}
      <Button type="submit" loading={save.isPending}>
        {t('topic.save')}
      </Button>
    </form>
  )
}

type WordsProps = {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly onChange: (text: string) => void
}

function Words({ label, description, value, onChange }: WordsProps) {
  return (
    <Field>
      <Label>{label}</Label>
      {description !== undefined && <Field.Description>{description}</Field.Description>}
      <Textarea rows={2} maxLength={1000} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}
