/** An item of the preparation list: what, more about it, who, when. */
import { Alert, Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  type PreparationFields,
  type PreparationSource,
  preparationSources,
} from '../../../src/measure/feedback/contract.ts'
import { api } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly editionId: string
  readonly start: PreparationFields
  readonly busy: boolean
  readonly error: unknown
  /** Asks where it comes from as well: for what is entered by hand. */
  readonly asksSource?: boolean
  readonly onFields: (fields: PreparationFields, source: PreparationSource) => void
}

export function PreparationForm({ editionId, start, busy, error, asksSource = false, onFields }: Props) {
  const t = useTexts(feedbackTexts)
  const text = useProblemText()
  const [fields, setFields] = useState(start)
  const [source, setSource] = useState<PreparationSource>('own')
  const set = (change: Partial<PreparationFields>) => setFields((before) => ({ ...before, ...change }))
  const people = useQuery(api.feedback.preparation.list.queryOptions({ input: { editionId } })).data?.people
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onFields(fields, source)
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Textfield
        label={t('preparation.item')}
        maxLength={200}
        required
        value={fields.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <Textfield
        multiline
        rows={4}
        maxLength={4000}
        label={t('preparation.detail')}
        value={fields.detail}
        onChange={(event) => set({ detail: event.target.value })}
      />
      {asksSource && (
        <Field>
          <Label>{t('preparation.source')}</Label>
          <Select
            value={source}
            onChange={({ target: { value } }) =>
              setSource(preparationSources.find((each) => each === value) ?? 'own')
            }
          >
            {preparationSources.map((each) => (
              <Select.Option key={each} value={each}>
                {t(`preparation.sources.${each}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <Field>
        <Label>{t('preparation.owner')}</Label>
        <Select
          value={fields.ownerId ?? ''}
          onChange={(event) => set({ ownerId: event.target.value || null })}
        >
          <Select.Option value="">{t('preparation.nobody')}</Select.Option>
          {people?.map(({ personId, name }) => (
            <Select.Option key={personId} value={personId}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        type="date"
        label={t('preparation.due')}
        value={fields.dueOn ?? ''}
        onChange={(event) => set({ dueOn: event.target.value || null })}
      />
      {error ? (
        <Alert data-color="danger" role="alert">
          {text(error)}
        </Alert>
      ) : null}
      <div>
        <Button type="submit" loading={busy}>
          {t('preparation.save')}
        </Button>
      </div>
    </form>
  )
}
