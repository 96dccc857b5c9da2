import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useNavigate } from '@tanstack/react-router'
import type { ResultsAnswer } from '../../../src/measure/results/contract.ts'
import { resultsTexts } from '../../i18n/results.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import type { Choice } from './choice.ts'
import { useMethodWords } from './words.ts'

/** Class, channel and figure of the ranking; the choice goes into the address. */
export function ChoiceBar({ results, choice }: { readonly results: ResultsAnswer; readonly choice: Choice }) {
  const t = useTexts(resultsTexts)
  const words = useMethodWords(results.method)
  const navigate = useNavigate()
  const choose = (key: keyof Choice) => (value: string) =>
    void navigate({
      to: '.',
      search: ((before: Search) => ({ ...before, [key]: value || undefined })) as never,
      replace: true,
      resetScroll: false,
    })
  return (
    <fieldset className="lp-plain-fieldset lp-results-choice lp-no-print">
      <legend className="lp-visually-hidden">{t('filter.label')}</legend>
      <One
        label={t('filter.class')}
        value={choice.class ?? ''}
        all={t('filter.allClasses')}
        options={results.classes.map((one) => [one.class, one.class])}
        onChoose={choose('class')}
      />
      <One
        label={t('filter.channel')}
        value={choice.channel ?? ''}
        all={t('filter.allChannels')}
        options={results.channels.map(({ channel }) => [channel, words.channel(channel)])}
        onChoose={choose('channel')}
      />
      <One
        label={t('filter.figure')}
        value={choice.figure === 'total' ? '' : choice.figure}
        all={t('figure.total')}
        options={[
          ['answered', t('figure.answered')],
          ...results.method.areas.map(({ id }) => [id, words.area(id)] as const),
        ]}
        onChoose={choose('figure')}
      />
    </fieldset>
  )
}

type OneProps = {
  readonly label: string
  readonly value: string
  readonly all: string
  readonly options: readonly (readonly [id: string, name: string])[]
  readonly onChoose: (value: string) => void
}

function One({ label, value, all, options, onChoose }: OneProps) {
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => onChoose(event.target.value)}>
        <Select.Option value="">{all}</Select.Option>
        {options.map(([id, name]) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
