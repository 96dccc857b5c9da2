import { Button, Field, Label, Select, Textarea, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ImprovementCard } from '../../../src/understand/improvements/contract.ts'
import { type Cause, causes } from '../../../src/understand/improvements/rules/words.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Named = { readonly id: string; readonly name: string }
type Props = {
  readonly card?: ImprovementCard
  readonly choices: { readonly people: readonly Named[]; readonly topics: readonly Named[] }
  readonly onDone: (improvementId: string) => void
}

function useSaving({ card, onDone }: Props) {
  const client = useQueryClient()
  const after = {
    onSuccess: async ({ improvementId }: { improvementId: string }) => {
      await client.invalidateQueries({ queryKey: api.improvements.key() })
      onDone(improvementId)
    },
  }
  const create = useMutation(api.improvements.create.mutationOptions(after))
  const save = useMutation(api.improvements.save.mutationOptions(after))
  return {
    error: create.error ?? save.error,
    pending: create.isPending || save.isPending,
    send: (fields: Parameters<typeof create.mutate>[0]) =>
      card ? save.mutate({ ...fields, improvementId: card.improvementId }) : create.mutate(fields),
  }
}

/** A new improvement, or what one says. */
export function ImprovementForm(props: Props) {
  const { card, choices } = props
  const t = useTexts(improvementTexts)
  const { send, error, pending } = useSaving(props)
  const [title, setTitle] = useState(card?.title ?? '')
  const [cause, setCause] = useState<Cause>(card?.cause ?? 'information')
  const [hypothesis, setHypothesis] = useState(card?.hypothesis ?? '')
  const [owner, setOwner] = useState(card?.ownerId ?? '')
  const [due, setDue] = useState(card?.dueOn ?? '')
  const [drop, setDrop] = useState(
    card?.expectedDrop == null ? '' : String(Math.round(card.expectedDrop * 100)),
  )
  const [topicIds, setTopicIds] = useState<readonly string[]>(card?.topics.map(({ id }) => id) ?? [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send({
      title,
      cause,
      hypothesis,
      ownerId: owner || null,
      dueOn: due || null,
      expectedDrop: drop === '' ? null : Number(drop) / 100,
      topicIds: [...topicIds],
    })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      <Textfield
        label={t('field.title')}
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Choice
        label={t('field.cause')}
        value={cause}
        onChange={(value) => setCause(value as Cause)}
        options={causes.map((id) => ({ id, name: t(`cause.${id}`) }))}
      />
      <Field>
        <Label>{t('field.hypothesis')}</Label>
        <Field.Description>{t('hypothesisHelp')}</Field.Description>
        <Textarea
          rows={3}
          maxLength={4000}
          value={hypothesis}
          onChange={(event) => setHypothesis(event.target.value)}
        />
      </Field>
      <TopicChoice topics={choices.topics} chosen={topicIds} onChange={setTopicIds} />
      <Choice
        label={t('field.owner')}
        value={owner}
        onChange={setOwner}
        options={[{ id: '', name: t('nobody') }, ...choices.people]}
      />
      <div className="lp-row">
        <Textfield
          type="date"
          label={t('field.due')}
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
        <Textfield
          type="number"
          min={1}
          max={100}
          label={t('field.expected')}
          suffix="%"
          value={drop}
          onChange={(event) => setDrop(event.target.value)}
        />
      </div>
      {error ? <ErrorState error={error} /> : null}
      <Button type="submit" loading={pending}>
        {card ? t('save') : t('propose')}
      </Button>
    </form>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly Named[]
  readonly onChange: (value: string) => void
}

export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Field>
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}

type TopicProps = {
  readonly topics: readonly Named[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function TopicChoice({ topics, chosen, onChange }: TopicProps) {
  const t = useTexts(improvementTexts)
  const left = topics.filter(({ id }) => !chosen.includes(id))
  return (
    <div className="lp-stack">
      <Field>
        <Label>{t('field.topics')}</Label>
        <Field.Description>{t('topicsHelp')}</Field.Description>
        <Select
          value=""
          onChange={(event) => event.target.value && onChange([...chosen, event.target.value])}
        >
          <Select.Option value="">{t('addTopic')}</Select.Option>
          {left.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {chosen.length > 0 && (
        <ul className="lp-plain-list lp-chosen">
          {chosen.map((id) => {
            const name = topics.find((topic) => topic.id === id)?.name ?? ''
            return (
              <li key={id}>
                <span>{name}</span>
                <Button
                  variant="tertiary"
                  data-size="sm"
                  type="button"
                  aria-label={t('removeTopic', { name })}
                  onClick={() => onChange(chosen.filter((each) => each !== id))}
                >
                  ×
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
