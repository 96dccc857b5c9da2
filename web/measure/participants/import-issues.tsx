import { Alert } from '@digdir/designsystemet-react'
import type { InputIssue } from '../../../src/kernel/errors.ts'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useIssueLine } from './issue-line.tsx'

const mostShown = 50

/** What must be mended, with line and column. */
export function ImportIssues({ issues }: { readonly issues: readonly InputIssue[] }) {
  const t = useTexts(participantTexts)
  const sentence = useIssueLine()
  const place = ({ line, column }: InputIssue): string => {
    if (line === undefined) return ''
    return column === undefined ? t('import.placeLine', { line }) : t('import.place', { line, column })
  }
  return (
    <Alert data-color="danger" role="alert">
      <h2>{t('import.problems')}</h2>
      <ul className="lp-plain-list lp-import-issues">
        {issues.slice(0, mostShown).map((issue) => (
          <li key={`${issue.line} ${issue.column} ${issue.path} ${issue.code} ${issue.value}`}>
            <span className="lp-import-issues__place">{place(issue)}</span> {sentence(issue)}
          </li>
        ))}
      </ul>
      {issues.length > mostShown && <p>{t('import.more', { count: issues.length - mostShown })}</p>}
    </Alert>
  )
}
