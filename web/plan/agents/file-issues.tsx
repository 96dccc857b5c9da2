/** What must be corrected in a file, with line and column. */
import { Alert } from '@digdir/designsystemet-react'
import type { InputIssue } from '../../../src/kernel/errors.ts'
import { useFileProblem } from '../../design/use-file-problem.ts'
import { agentTexts } from '../../i18n/agents.ts'
import { useTexts } from '../../i18n/use-texts.ts'

const mostShown = 50

const withoutValue = {
  'missing-column': 'missingColumn',
  blank: 'blank',
  'too-long': 'tooLong',
  backwards: 'backwards',
  'no-rows': 'noRows',
} as const
const withValue = {
  'not-a-number': 'notANumber',
  'not-a-date': 'notADate',
  'not-a-time': 'notATime',
  'not-hours': 'notHours',
  'not-days': 'notDays',
  'unknown-word': 'unknownWord',
  doubled: 'doubled',
} as const

const isIn = <Table extends object>(table: Table, code: string): code is keyof Table & string =>
  Object.hasOwn(table, code)

export function FileIssues({ issues }: { readonly issues: readonly InputIssue[] }) {
  const t = useTexts(agentTexts)
  const ofFile = useFileProblem()
  const sentence = ({ code, value = '' }: InputIssue): string => {
    if (isIn(withoutValue, code)) return t(`importing.problem.${withoutValue[code]}`)
    if (isIn(withValue, code)) return t(`importing.problem.${withValue[code]}`, { value: String(value) })
    return ofFile(code) ?? t('importing.problem.other', { code })
  }
  const place = ({ line, column }: InputIssue): string => {
    if (line === undefined) return ''
    return column === undefined ? t('importing.placeLine', { line }) : t('importing.place', { line, column })
  }
  return (
    <Alert data-color="danger" role="alert">
      <p>{t('importing.problems')}</p>
      <ul className="lp-plain-list lp-import-issues">
        {issues.slice(0, mostShown).map((issue) => (
          <li key={`${issue.line} ${issue.column} ${issue.code}`}>
            <span className="lp-import-issues__place">{place(issue)}</span> {sentence(issue)}
          </li>
        ))}
      </ul>
      {issues.length > mostShown && <p>{t('importing.more', { left: issues.length - mostShown })}</p>}
    </Alert>
  )
}
