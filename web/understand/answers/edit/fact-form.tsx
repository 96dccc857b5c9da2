/** A fact to put into the text: of its own, or one that several answers share. */
import { Alert, Button, Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SharedFactLine } from '../../../../src/understand/answers/contract.ts'
import { type FactKind, factKinds } from '../../../../src/understand/answers/rules/answer-words.ts'
import { valuesIn } from '../../../../src/understand/answers/rules/facts/values.ts'
import { type Fact, factName } from '../../../../src/understand/answers/rules/text/fact-mark.ts'
import { api } from '../../../api.ts'
import { useProblemText } from '../../../design/states.tsx'
import { answerTexts } from '../../../i18n/answers.ts'
import { useTexts } from '../../../i18n/use-texts.ts'

type Props = {
  /** What was marked in the text: its value, and what it seems to be. */
  readonly chosen: string
  readonly facts: readonly SharedFactLine[]
  readonly onFact: (fact: Fact) => void
}

const kindOfValue: Readonly<Record<string, FactKind>> = {
  money: 'price',
  percent: 'percent',
  date: 'date',
  link: 'link',
  phone: 'phone',
}

function guessKind(text: string): FactKind {
  const [value] = valuesIn(text)
  return (value && kindOfValue[value.kind]) ?? (value ? 'number' : 'price')
}

export function FactForm({ chosen, facts, onFact }: Props) {
  const t = useTexts(answerTexts)
  const text = useProblemText()
  const client = useQueryClient()
  const [kind, setKind] = useState<FactKind>(guessKind(chosen))
  const [name, setName] = useState('')
  const [value, setValue] = useState(chosen.trim())
  const [shared, setShared] = useState(false)
  const share = useMutation(
    api.answers.facts.save.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.answers.facts.key() })
        onFact({ kind, name: factName(name), value, shared: true })
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    if (shared) share.mutate({ name, kind, value })
    else onFact({ kind, name: name.trim() === '' ? null : factName(name), value, shared: false })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      {facts.length > 0 && (
        <Field>
          <Label>{t('fact.pick')}</Label>
          <Select
            value=""
            onChange={({ target }) => {
              const fact = facts.find((each) => each.name === target.value)
              if (fact) onFact({ kind: fact.kind, name: fact.name, value: fact.value, shared: true })
            }}
          >
            <Select.Option value="">–</Select.Option>
            {facts.map((fact) => (
              <Select.Option key={fact.name} value={fact.name}>
                {`${fact.name}: ${fact.value}`}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <Field>
        <Label>{t('fact.kind')}</Label>
        <Select
          value={kind}
          onChange={({ target }) => setKind(factKinds.find((each) => each === target.value) ?? 'price')}
        >
          {factKinds.map((each) => (
            <Select.Option key={each} value={each}>
              {t(`fact.kinds.${each}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        label={t('fact.value')}
        description={t('fact.valueHelp')}
        required
        maxLength={300}
        value={value}
        onChange={(event) => setValue(event.target.value.replaceAll(/[{}]/g, ''))}
      />
      <Textfield
        label={shared ? t('fact.nameNeeded') : t('fact.name')}
        required={shared}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value.replaceAll(/[{}=:]/g, ''))}
      />
      <Checkbox
        label={t('fact.shared')}
        value="shared"
        checked={shared}
        onChange={(event) => setShared(event.target.checked)}
      />
      {share.error && (
        <Alert data-color="danger" role="alert">
          {text(share.error)}
        </Alert>
      )}
      <div>
        <Button type="submit" loading={share.isPending}>
          {t('fact.insert')}
        </Button>
      </div>
    </form>
  )
}
