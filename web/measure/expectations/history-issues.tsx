import { Alert } from '@digdir/designsystemet-react'
import { useFileProblem } from '../../design/use-file-problem.ts'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Issue = {
  readonly code: string
  readonly line?: number | undefined
  readonly column?: string | undefined
  readonly value?: string | undefined
}

const plain = { 'missing-column': 'missingColumn', 'no-rows': 'noRows', 'doubled-row': 'doubledRow' } as const
const valued = {
  'not-a-year': 'notAYear',
  'unknown-performance': 'unknownPerformance',
  'not-an-importance': 'notAnImportance',
  'not-a-count': 'notACount',
  'not-an-interval': 'notAnInterval',
} as const

const isIn = <Codes extends object>(codes: Codes, code: string): code is keyof Codes & string =>
  Object.hasOwn(codes, code)

const mostShown = 50

/** What is wrong with the file, each with its line and column. */
export function HistoryIssues({ issues }: { readonly issues: readonly Issue[] }) {
  const t = useTexts(expectationTexts)
  const ofFile = useFileProblem()
  const sentence = ({ code, value = '' }: Issue): string => {
    if (isIn(plain, code)) return t(`history.problem.${plain[code]}`)
    return isIn(valued, code)
      ? t(`history.problem.${valued[code]}`, { value })
      : (ofFile(code) ?? t('history.problem.other', { code }))
  }
  const place = ({ line, column }: Issue): string => {
    if (line === undefined) return ''
    return column === undefined ? t('history.placeLine', { line }) : t('history.place', { line, column })
  }
  return (
    <Alert data-color="danger" role="alert">
      <p>{t('history.problems')}</p>
      <ul className="lp-plain-list">
        {issues.slice(0, mostShown).map((issue) => (
          <li key={`${issue.line} ${issue.column} ${issue.code}`}>
            {place(issue)} {sentence(issue)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
