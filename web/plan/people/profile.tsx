/** What makes the employer attractive, as a checklist, and whom it looks for. */
import { Button, Field, Label, Select, Textarea, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { AttractionView, RecruitmentProfile } from '../../../src/plan/headcount/contract.ts'
import { type AttractionState, attractionStates } from '../../../src/plan/headcount/rules/recruitment.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useTexts } from '../../i18n/use-texts.ts'

export function Checklist({ attractions }: { readonly attractions: readonly AttractionView[] }) {
  const t = useTexts(headcountTexts)
  const counted = attractions.filter(({ state }) => state !== 'notRelevant')
  const done = counted.filter(({ state }) => state === 'inPlace').length
  return (
    <section className="lp-card lp-stack" aria-labelledby="checklist">
      <h2 id="checklist">{t('recruit.checklist')}</h2>
      <p className="lp-quiet">{t('recruit.checklistText', { done, all: counted.length })}</p>
      {attractions.map((each) => (
        <Item key={each.attraction} item={each} />
      ))}
    </section>
  )
}

function Item({ item }: { readonly item: AttractionView }) {
  const t = useTexts(headcountTexts)
  const client = useQueryClient()
  const [note, setNote] = useState(item.note)
  const save = useMutation(
    api.headcount.recruitment.setAttraction.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.headcount.recruitment.key() }),
    }),
  )
  const name = t(`recruit.attraction.${item.attraction}`)
  const say = (state: AttractionState) => save.mutate({ attraction: item.attraction, state, note })
  return (
    <div className="lp-form-line">
      <Field>
        <Label>{name}</Label>
        <Select
          value={item.state ?? ''}
          onChange={(event) => event.target.value !== '' && say(event.target.value as AttractionState)}
        >
          {item.state === null && <Select.Option value="">{t('recruit.state.unsaid')}</Select.Option>}
          {attractionStates.map((state) => (
            <Select.Option key={state} value={state}>
              {t(`recruit.state.${state}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {item.state !== null && (
        <Textfield
          aria-label={`${t('recruit.note')}: ${name}`}
          placeholder={t('recruit.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onBlur={() => note !== item.note && say(item.state!)}
        />
      )}
      {save.error ? <ErrorState error={save.error} /> : null}
    </div>
  )
}

const parts = ['does', 'needs', 'offers'] as const

export function ProfileForm({ profile }: { readonly profile: RecruitmentProfile }) {
  const t = useTexts(headcountTexts)
  const client = useQueryClient()
  const [said, setSaid] = useState(profile)
  const save = useMutation(
    api.headcount.recruitment.saveProfile.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.headcount.recruitment.key() }),
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate(said)
  }
  return (
    <form className="lp-card lp-stack" onSubmit={submit}>
      <h2>{t('recruit.profile')}</h2>
      {parts.map((part) => (
        <Field key={part}>
          <Label>{t(`recruit.${part}`)}</Label>
          <Textarea
            rows={4}
            maxLength={4000}
            value={said[part]}
            onChange={(event) => setSaid({ ...said, [part]: event.target.value })}
          />
        </Field>
      ))}
      {save.error ? <ErrorState error={save.error} /> : null}
      <div>
        <Button type="submit" variant="secondary" loading={save.isPending}>
          {t('recruit.save')}
        </Button>
      </div>
    </form>
  )
}
