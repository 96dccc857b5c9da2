/** How a topic would fall apart in two: both parts with examples, and a name for the one that leaves. */
import { Button, Field, Input, Label } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TopicLine } from '../../../src/understand/topics/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { Awaited } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Steps } from './use-topics.ts'

type SplitProps = {
  readonly open: boolean
  readonly topic: TopicLine
  readonly steps: Steps
  readonly onClose: () => void
}

export function SplitDialog({ open, topic, ...rest }: SplitProps) {
  const t = useTexts(curateTexts)
  return (
    <FormDialog open={open} title={t('split.title', { name: topic.name })} onClose={rest.onClose}>
      <Parts topic={topic} {...rest} />
    </FormDialog>
  )
}

type Part = {
  readonly name: string
  readonly contacts: number
  readonly textKeys: string[]
  readonly examples: string[]
}

function Parts({ topic, steps, onClose }: Omit<SplitProps, 'open'>) {
  const t = useTexts(curateTexts)
  const query = useQuery({
    ...api.topics.parts.queryOptions({ input: { topicId: topic.topicId } }),
    gcTime: 0,
  })
  return (
    <Awaited query={query} lines={5}>
      {({ parts }) =>
        parts.length < 2 ? (
          <p>{t('split.none')}</p>
        ) : (
          <SplitForm parts={parts} topic={topic} steps={steps} onClose={onClose} />
        )
      }
    </Awaited>
  )
}

type FormProps = Omit<SplitProps, 'open'> & { readonly parts: readonly Part[] }

function SplitForm({ parts, topic, steps, onClose }: FormProps) {
  const t = useTexts(curateTexts)
  const format = useFormats()
  const toast = useToast()
  // The smaller part leaves unless the person says otherwise.
  const [leaving, setLeaving] = useState(parts.length - 1)
  const [name, setName] = useState<string>()
  const part = parts[leaving]!
  const chosenName = (name ?? part.name).trim()
  const split = async (): Promise<void> => {
    const decision = {
      kind: 'split',
      topicId: topic.topicId,
      textKeys: part.textKeys,
      name: chosenName,
    } as const
    // First the step, then the end of the dialog: so both are drawn at once, and not the page twice.
    const taken = steps.decide(decision, { part })
    onClose()
    if (await taken) toast({ text: t('did.split', { name: chosenName }) })
  }
  return (
    <form
      className="lp-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosenName !== '') void split()
      }}
    >
      <fieldset className="lp-split">
        <legend>{t('split.which')}</legend>
        {parts.map((each, index) => (
          <label key={each.name} className="lp-split__part">
            <input type="radio" name="part" checked={leaving === index} onChange={() => setLeaving(index)} />
            <span>
              <strong>{each.name}</strong>{' '}
              <span className="lp-quiet lp-number">{format.number(Math.round(each.contacts))}</span>
              <ul className="lp-small">
                {each.examples.map((example) => (
                  <li key={example}>{example}</li>
                ))}
              </ul>
            </span>
          </label>
        ))}
      </fieldset>
      <Field>
        <Label>{t('split.name')}</Label>
        <Input maxLength={120} value={name ?? part.name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <div className="lp-row">
        <Button type="submit" disabled={chosenName === ''}>
          {t('split.do')}
        </Button>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
