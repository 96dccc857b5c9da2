import { Icon } from '../../../design/icon.tsx'
import { useIssueText } from '../issue-text.ts'
import { issuesAt, useDraft } from './draft.ts'

type Props = {
  readonly path: string
  /** Only what is wrong with the place as a whole, where the places below it tell of themselves. */
  readonly exact?: boolean
}

/** What is wrong in one place, said in that place. */
export function IssuesAt({ path, exact = false }: Props) {
  const { issues, method } = useDraft()
  const text = useIssueText(method)
  const here = issuesAt(issues, path).filter((issue) => !exact || issue.path === path)
  if (here.length === 0) return null
  return (
    <ul className="lp-issue-list">
      {[...new Set(here.map(text))].map((sentence) => (
        <li key={sentence}>
          <Icon name="warning" size={18} />
          {sentence}
        </li>
      ))}
    </ul>
  )
}
