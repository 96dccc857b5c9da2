import { Link } from '@tanstack/react-router'
import { linkTo } from '../../../design/path-target.ts'
import { Status } from '../../../design/status.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useEditionId } from '../edition-frame.tsx'
import { useIssueText } from '../issue-text.ts'
import { useDraft } from './draft.ts'
import { partOfPath } from './parts.ts'

const mostShown = 12

/** Everything that must be mended before the method can be frozen, each with the way to its place. */
export function ProblemList() {
  const t = useTexts(methodTexts)
  const editionId = useEditionId()
  const { issues, method } = useDraft()
  const text = useIssueText(method)
  if (issues.length === 0)
    return (
      <section className="lp-card">
        <Status tone="good">{t('issues.none')}</Status>
      </section>
    )
  return (
    <section className="lp-card" aria-labelledby="problems-title">
      <h2 id="problems-title">{t('issues.title')}</h2>
      <ul className="lp-problems">
        {issues.slice(0, mostShown).map((issue) => (
          <li key={`${issue.path} ${text(issue)}`}>
            {text(issue)}{' '}
            <Link
              {...linkTo({
                to: '/measure/editions/$editionId/method',
                params: { editionId },
                search: { part: partOfPath(issue.path ?? ''), at: issue.path ?? '' },
              })}
            >
              {t('issues.goTo')}
            </Link>
          </li>
        ))}
      </ul>
      {issues.length > mostShown && <p className="lp-quiet">+ {issues.length - mostShown}</p>}
    </section>
  )
}
