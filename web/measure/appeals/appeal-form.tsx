import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../src/kernel/ids.ts'
import type { Localized } from '../../../src/kernel/localized.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'

type FormProps = {
  readonly editionId: string
  readonly contactId: string
  readonly questions: readonly { readonly id: string; readonly text: Localized }[]
}

const fewest = 10

/** Which answers, why, and the own log. Files can be added once it is sent. */
export function AppealForm({ editionId, contactId, questions }: FormProps) {
  const t = useTexts(appealsTexts)
  const language = useLanguage()
  const [appealId] = useState(() => newId())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [grounds, setGrounds] = useState('')
  const [evidence, setEvidence] = useState('')
  const [tried, setTried] = useState(false)
  const make = useMake()
  const isShort = grounds.trim().length < fewest
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const send = (): void => {
    setTried(true)
    if (isShort) return
    const own = evidence.trim()
    make.mutate({
      editionId,
      contactId,
      appealId,
      questions: [...chosen],
      grounds,
      ...(own === '' ? {} : { evidence: own }),
    })
  }
  return (
    <form
      className="lp-card lp-form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Textfield
        multiline
        rows={5}
        maxLength={4000}
        label={t('form.grounds')}
        description={t('form.groundsHelp')}
        value={grounds}
        error={tried && isShort ? t('form.tooShort') : undefined}
        onChange={(event) => setGrounds(event.target.value)}
      />
      <details>
        <summary>
          {t('form.questions')} <span className="lp-quiet lp-number">{chosen.size || ''}</span>
        </summary>
        <p className="lp-small lp-quiet">{t('form.questionsHelp')}</p>
        <div className="lp-pick">
          {questions.map(({ id, text }) => (
            <Checkbox
              key={id}
              label={text[language]}
              checked={chosen.has(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
          ))}
        </div>
      </details>
      <Textfield
        multiline
        rows={6}
        maxLength={20_000}
        label={t('form.evidence')}
        description={t('form.evidenceHelp')}
        value={evidence}
        onChange={(event) => setEvidence(event.target.value)}
      />
      <Button type="submit" loading={make.isPending}>
        {t('form.send')}
      </Button>
      {make.error ? <ErrorState error={make.error} /> : null}
    </form>
  )
}

function useMake() {
  const t = useTexts(appealsTexts)
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation(
    api.appeals.make.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        toast({ text: t('form.sent') })
      },
    }),
  )
}
