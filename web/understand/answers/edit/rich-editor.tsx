/** Plain text with facts: a toolbar that writes the marks, and how it looks beside it. */
import { Button, Field, Label } from '@digdir/designsystemet-react'
import { useId, useRef, useState } from 'react'
import type { Language } from '../../../../src/kernel/localized.ts'
import type { SharedFactLine } from '../../../../src/understand/answers/contract.ts'
import { type Fact, readMarks, writeMark } from '../../../../src/understand/answers/rules/text/fact-mark.ts'
import { readabilityOf } from '../../../../src/understand/answers/rules/text/readability.ts'
import { plainOf } from '../../../../src/understand/answers/rules/text/rich-text.ts'
import { FormDialog } from '../../../design/confirm-dialog.tsx'
import { answerTexts } from '../../../i18n/answers.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { RichText, sharedOf } from '../rich-view.tsx'
import { FactForm } from './fact-form.tsx'
import { withLinePrefix } from './line-prefix.ts'

type Props = {
  readonly label: string
  readonly language: Language
  readonly text: string
  readonly facts: readonly SharedFactLine[]
  readonly rows?: number
  readonly onText: (text: string) => void
}

export function RichEditor({ label, language, text, facts, rows = 14, onText }: Props) {
  const t = useTexts(answerTexts)
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [asking, setAsking] = useState(false)
  const bodies = Object.fromEntries(facts.map(({ name, kind, value }) => [name, { kind, value }]))
  const replaceSelection = (make: (chosen: string) => string): void => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {}
    const made = make(text.slice(selectionStart, selectionEnd))
    onText(text.slice(0, selectionStart) + made + text.slice(selectionEnd))
    const at = selectionStart + made.length
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(at, at)
    })
  }
  const prefix = (kind: 'list' | 'steps'): void => {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {}
    onText(withLinePrefix(text, { from: selectionStart, to: selectionEnd, kind }))
    field.current?.focus()
  }
  return (
    <div className="lp-answer-write">
      <Field>
        <Label htmlFor={id}>{label}</Label>
        <p className="lp-small lp-quiet" id={`${id}-help`}>
          {t('edit.bodyHelp')}
        </p>
        <div className="lp-row">
          <Button type="button" variant="secondary" data-size="sm" onClick={() => setAsking(true)}>
            {t('edit.fact')}
          </Button>
          <Button type="button" variant="tertiary" data-size="sm" onClick={() => prefix('list')}>
            {t('edit.list')}
          </Button>
          <Button type="button" variant="tertiary" data-size="sm" onClick={() => prefix('steps')}>
            {t('edit.steps')}
          </Button>
        </div>
        <textarea
          ref={field}
          id={id}
          className="ds-input"
          lang={language}
          rows={rows}
          maxLength={12_000}
          aria-describedby={`${id}-help`}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </Field>
      <Preview text={text} language={language} bodies={bodies} />
      <FormDialog open={asking} title={t('edit.fact')} onClose={() => setAsking(false)}>
        <FactForm
          chosen={field.current ? text.slice(field.current.selectionStart, field.current.selectionEnd) : ''}
          facts={facts}
          onFact={(fact: Fact) => {
            setAsking(false)
            replaceSelection(() => writeMark(fact))
          }}
        />
      </FormDialog>
    </div>
  )
}

type PreviewProps = {
  readonly text: string
  readonly language: Language
  readonly bodies: Record<string, Pick<SharedFactLine, 'kind' | 'value'>>
}

function Preview({ text, language, bodies }: PreviewProps) {
  const t = useTexts(answerTexts)
  const format = useFormats()
  const unknown = readMarks(text).flatMap((mark) =>
    mark.is === 'reference' && !bodies[mark.name] ? [mark.name] : [],
  )
  const { lix } = readabilityOf(plainOf(text, sharedOf(bodies)))
  return (
    <section className="lp-answer-preview" aria-label={t('edit.preview')}>
      <p className="lp-small lp-quiet">{t('edit.preview')}</p>
      <div lang={language}>
        <RichText text={text} facts={bodies} />
      </div>
      {unknown.map((name) => (
        <p key={name} className="lp-small">
          {t('edit.unknownFact', { name })}
        </p>
      ))}
      {lix !== null && (
        <p className="lp-small lp-quiet">
          {t('edit.readability', { lix: format.number(lix, 0), band: t(`edit.band.${bandOf(lix)}`) })}
        </p>
      )}
    </section>
  )
}

/** Björnsson's bands. */
function bandOf(lix: number): 'veryEasy' | 'easy' | 'medium' | 'hard' | 'veryHard' {
  if (lix < 30) return 'veryEasy'
  if (lix < 40) return 'easy'
  if (lix < 50) return 'medium'
  return lix < 60 ? 'hard' : 'veryHard'
}
