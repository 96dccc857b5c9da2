import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Standard } from '../../../src/measure/practice/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { useChannelName } from './standard-view.tsx'
import type { Standards } from './standards-part.tsx'
import { useSaved } from './use-change.ts'

export type StandardPlace = { readonly question: string; readonly channel: Standard['channel'] | undefined }

type Props = {
  readonly answer: Standards
  /** Absent: the dialog is closed. Without a channel: a new standard. */
  readonly place: StandardPlace | undefined
  readonly onClose: () => void
}

export function StandardDialog({ answer, place, onClose }: Props) {
  const t = useTexts(practiceTexts)
  return (
    <FormDialog open={place !== undefined} title={t('standards.write')} onClose={onClose}>
      {place && <StandardForm answer={answer} place={place} onClose={onClose} />}
    </FormDialog>
  )
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 6)

function StandardForm({ answer, place, onClose }: Props & { readonly place: StandardPlace }) {
  const t = useTexts(practiceTexts)
  const language = useLanguage()
  const channelName = useChannelName(answer)
  const performance = answer.performances.find(({ question }) => question === place.question)!
  const free = (['all', ...performance.channels] as const).filter(
    (one) => !performance.standards.some(({ channel }) => channel === one),
  )
  const [channel, setChannel] = useState<Standard['channel']>(place.channel ?? free[0] ?? 'all')
  const current = performance.standards.find((one) => one.channel === channel)
  const [good, setGood] = useState(current?.good ?? '')
  const save = useMutation(api.practice.standards.save.mutationOptions({ onSuccess: useSaved(onClose) }))
  const { asks, best, help } = performance.draft
  const words = { question: asks[language], answer: best[language] }
  const { editionId, participantId } = answer
  const send = (text: Pick<Standard, 'good' | 'dos' | 'donts'>) =>
    save.mutate({ editionId, participantId, question: place.question, channel, ...text })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const lines = (name: string) => linesOf(String(fields.get(name) ?? ''))
    send({ good, dos: lines('dos'), donts: lines('donts') })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <div className="lp-quiet lp-small">
        <p>{t('standards.asks', { question: words.question })}</p>
        <p>{t('standards.best', { answer: words.answer })}</p>
        {help && <p>{help[language]}</p>}
      </div>
      {place.channel === undefined && (
        <Field data-size="sm">
          <Label>{t('standards.channel')}</Label>
          <Select value={channel} onChange={(event) => setChannel(event.target.value as Standard['channel'])}>
            {free.map((one) => (
              <Select.Option key={one} value={one}>
                {channelName(one)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <Textfield
        multiline
        rows={3}
        maxLength={1000}
        label={t('standards.good')}
        value={good}
        onChange={(event) => setGood(event.target.value)}
      />
      {good === '' && (
        <div>
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() =>
              setGood([t('standards.draftText', words), help?.[language]].filter(Boolean).join(' '))
            }
          >
            {t('standards.draft')}
          </Button>
        </div>
      )}
      <Textfield
        multiline
        rows={3}
        name="dos"
        label={t('standards.dos')}
        description={t('standards.lines')}
        defaultValue={current?.dos.join('\n')}
      />
      <Textfield
        multiline
        rows={3}
        name="donts"
        label={t('standards.donts')}
        defaultValue={current?.donts.join('\n')}
      />
      {current && <p className="lp-small lp-quiet">{t('standards.empty')}</p>}
      {save.error ? <ErrorState error={save.error} /> : null}
      <div className="lp-row">
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        {current && (
          <Button
            variant="tertiary"
            data-color="danger"
            onClick={() => send({ good: '', dos: [], donts: [] })}
          >
            {t('standards.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
