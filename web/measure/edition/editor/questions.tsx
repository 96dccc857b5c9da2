import { Button } from '@digdir/designsystemet-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { EditionMethod } from '../../../../src/measure/edition/contract.ts'
import { say } from '../../../../src/measure/edition/rules/reference/options.ts'
import { methodTexts } from '../../../i18n/method.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { Comments } from './comments.tsx'
import { useDraft } from './draft.ts'
import { addQuestion } from './question-edits.ts'
import { QuestionRow } from './question-row.tsx'

/** Every question under its area, in the order of the form. One is opened at a time. */
export function Questions() {
  const { method } = useDraft()
  const { at } = useSearch({ strict: false }) as { readonly at?: string }
  const pointed = /^questions\.(\d+)/.exec(at ?? '')?.[1]
  const [open, setOpen] = useState(pointed === undefined ? undefined : method.questions[Number(pointed)]?.id)
  return (
    <>
      {method.areas.map((area) => (
        <AreaQuestions key={area.id} area={area} open={open} onOpen={setOpen} />
      ))}
      <Comments />
    </>
  )
}

type Props = {
  readonly area: EditionMethod['areas'][number]
  readonly open: string | undefined
  readonly onOpen: (id: string | undefined) => void
}

function AreaQuestions({ area, open, onOpen }: Props) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const { method, change, readOnly } = useDraft()
  const own = method.questions.flatMap((question, index) =>
    question.area === area.id ? [{ question, index }] : [],
  )
  const add = (): void => {
    const text = say('Nytt spørsmål', 'Nytt spørsmål', 'New question')
    change((draft) => onOpen(addQuestion(draft, area.id, text)))
  }
  return (
    <section className="lp-card" aria-labelledby={`area-${area.id}`}>
      <div className="lp-card__head">
        <h2 id={`area-${area.id}`}>{area.name[language]}</h2>
        <span className="lp-quiet lp-small">{t('questions.count', { count: own.length })}</span>
      </div>
      <ul className="lp-editor-rows">
        {own.map(({ question, index }) => (
          <QuestionRow
            key={question.id}
            question={question}
            index={index}
            open={open === question.id}
            onToggle={() => onOpen(open === question.id ? undefined : question.id)}
          />
        ))}
      </ul>
      {!readOnly && (
        <Button variant="secondary" onClick={add}>
          {t('questions.add')}
        </Button>
      )}
    </section>
  )
}
