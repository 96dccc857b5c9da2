/** Invites observers and opens the survey, after the organiser has seen who is asked. */
import { Alert, Button, Checkbox, Fieldset } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SurveyAnswer } from '../../../src/measure/expectations/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = { readonly answer: SurveyAnswer }

export function OpenButton({ answer }: Props) {
  const t = useTexts(expectationTexts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open.action')}</Button>
      <FormDialog open={open} title={t('open.title')} onClose={() => setOpen(false)}>
        <Invite answer={answer} onDone={() => setOpen(false)} />
      </FormDialog>
    </>
  )
}

function Invite({ answer, onDone }: Props & { readonly onDone: () => void }) {
  const t = useTexts(expectationTexts)
  const text = useProblemText()
  const toast = useToast()
  const client = useQueryClient()
  const everybody = answer.observers.map(({ personId }) => personId)
  const [chosen, setChosen] = useState<readonly string[]>(everybody)
  const open = useMutation(
    api.expectations.open.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.expectations.key() })
        toast({ text: t('open.done') })
        onDone()
      },
    }),
  )
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  if (everybody.length === 0) return <p>{t('open.nobody')}</p>
  return (
    <>
      <p>{t('open.text')}</p>
      {open.error && (
        <Alert data-color="danger" role="alert">
          {text(open.error)}
        </Alert>
      )}
      <div className="lp-row">
        <Button variant="tertiary" data-size="sm" onClick={() => setChosen(everybody)}>
          {t('open.all')}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={() => setChosen([])}>
          {t('open.none')}
        </Button>
      </div>
      <Fieldset className="lp-expectation-people">
        <Fieldset.Legend className="lp-visually-hidden">{t('open.title')}</Fieldset.Legend>
        {answer.observers.map(({ personId, name }) => (
          <Checkbox
            key={personId}
            label={name}
            checked={chosen.includes(personId)}
            onChange={() => toggle(personId)}
          />
        ))}
      </Fieldset>
      <div>
        <Button
          disabled={chosen.length === 0}
          loading={open.isPending}
          onClick={() => open.mutate({ editionId: answer.editionId, observers: [...chosen] })}
        >
          {t('open.confirm', { count: chosen.length })}
        </Button>
      </div>
    </>
  )
}
