/** Finds a topic by a few letters: arrows and Enter, or a click. */
import { Button, Field, Input, Label } from '@digdir/designsystemet-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { TopicLine } from '../../../src/understand/topics/contract.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { matchTopics } from './match-topics.ts'

type ChooseProps = {
  readonly open: boolean
  readonly title: string
  readonly topics: readonly TopicLine[]
  readonly onChoose: (topicId: string) => void
  /** A way to choose none: "at the top". */
  readonly none?: string
  readonly onNone?: () => void
  /** A topic of the words that were written. */
  readonly onMake?: (name: string) => void
  readonly onClose: () => void
}

export function ChooseTopic({ open, title, onClose, ...rest }: ChooseProps) {
  return (
    <FormDialog open={open} title={title} onClose={onClose}>
      <Chooser {...rest} onClose={onClose} />
    </FormDialog>
  )
}

const mostShown = 8

function Chooser(props: Omit<ChooseProps, 'open' | 'title'>) {
  const { topics, none, onNone, onChoose, onMake, onClose } = props
  const t = useTexts(curateTexts)
  const format = useFormats()
  const id = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = matchTopics(topics, words).slice(0, mostShown)
  const current = Math.min(at, Math.max(0, found.length - 1))
  const choose = (line: TopicLine | undefined): void => {
    if (!line) return
    // First the step, then the end of the dialog: so both are drawn at once.
    onChoose(line.topicId)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt(Math.min(found.length - 1, Math.max(0, current + step)))
    else if (event.key === 'Enter') choose(found[current])
    else return
    event.preventDefault()
  }
  return (
    <div className="lp-stack">
      <Field>
        <Label>{t('choose.label')}</Label>
        <Input
          data-autofocus
          autoComplete="off"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found[current] && `${id}-${found[current].topicId}`}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      <div id={`${id}-list`} role="listbox" aria-label={t('view.topics')} className="lp-choose">
        {found.map((line, index) => (
          <button
            key={line.topicId}
            id={`${id}-${line.topicId}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className="lp-choose__item"
            onClick={() => choose(line)}
          >
            <span>{line.name}</span>
            <span className="lp-small lp-quiet lp-number">{format.number(Math.round(line.contacts))}</span>
          </button>
        ))}
      </div>
      {found.length === 0 && <p className="lp-quiet">{t('noMatch')}</p>}
      <div className="lp-row">
        {none !== undefined && (
          <Button
            variant="secondary"
            onClick={() => {
              onNone?.()
              onClose()
            }}
          >
            {none}
          </Button>
        )}
        {onMake !== undefined && words.trim() !== '' && (
          <Button
            variant="secondary"
            onClick={() => {
              onMake(words.trim())
              onClose()
            }}
          >
            {t('choose.make', { name: words.trim() })}
          </Button>
        )}
      </div>
    </div>
  )
}
