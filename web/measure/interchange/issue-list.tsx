import { Alert } from '@digdir/designsystemet-react'
import type { InputIssue } from '../../../src/kernel/errors.ts'
import { useProblemText } from '../../design/states.tsx'
import { useFileProblem } from '../../design/use-file-problem.ts'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ProblemError } from '../../problem.ts'

const mostShown = 50

/** What must be mended in the file or in what its columns were taken for. `count` is all of them. */
export function IssueList({
  issues,
  count,
}: {
  readonly issues: readonly InputIssue[]
  readonly count: number
}) {
  const t = useTexts(interchangeTexts)
  const sentence = useSentence()
  const shown = issues.slice(0, mostShown)
  return (
    <Alert data-color="danger" role="alert">
      <h2>{t('results.problems', { count })}</h2>
      <ul className="lp-plain-list lp-import-issues">
        {shown.map((issue) => (
          <li key={`${issue.line} ${issue.column} ${issue.code} ${issue.value}`}>
            <span className="lp-import-issues__place">{place(t, issue)}</span> {sentence(issue)}
          </li>
        ))}
      </ul>
      {count > shown.length && <p>{t('results.more', { count: count - shown.length })}</p>}
    </Alert>
  )
}

/** Why the server would not take the file. */
export function FileRefusal({ error }: { readonly error: unknown }) {
  const text = useProblemText()
  if (!error) return null
  const issues = error instanceof ProblemError ? error.issues : []
  if (issues.length > 0) return <IssueList issues={issues} count={issues.length} />
  return (
    <Alert data-color="danger" role="alert">
      {text(error)}
    </Alert>
  )
}

type Words = ReturnType<typeof useTexts<typeof interchangeTexts.texts.nb>>

function place(t: Words, { line, column }: InputIssue): string {
  return line === undefined || column === undefined ? '' : t('results.place', { line, column })
}

const fields = { ...interchangeTexts.texts.nb.results.field, ...interchangeTexts.texts.nb.form.field }
type Field = keyof typeof interchangeTexts.texts.nb.results.field

function useSentence(): (issue: InputIssue) => string {
  const t = useTexts(interchangeTexts)
  const ofFile = useFileProblem()
  return ({ code, column = '', value = '', params }) => {
    const known = ofFile(code)
    if (known !== undefined) return known
    const key = Object.hasOwn(interchangeTexts.texts.nb.issue, code) ? code : 'other'
    const named = Object.hasOwn(fields, column) ? fieldName(t, column) : column
    const values = { ...params, code, value, column: named }
    // Each text names some of these; the key is one of theirs, which the lines above have checked.
    return (t as unknown as (key: string, values: object) => string)(`issue.${key}`, values)
  }
}

function fieldName(t: Words, column: string): string {
  const ofResults = Object.hasOwn(interchangeTexts.texts.nb.results.field, column)
  return ofResults ? t(`results.field.${column as Field}`) : t(`form.field.${column as 'question'}`)
}
