/** Why a file was refused: as a whole, and line by line where the server has told. */
import { ErrorState } from '../../../design/states.tsx'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { ProblemError } from '../../../problem.ts'
import { useRefusalWords } from './use-refusal-words.ts'

/** More lines than these help nobody; what is wrong is mostly wrong everywhere. */
const mostShown = 12

export function FileProblems({ error }: { readonly error: unknown }) {
  const t = useTexts(trafficCountsTexts)
  const words = useRefusalWords()
  const issues = error instanceof ProblemError ? error.issues : []
  return (
    <>
      <ErrorState error={error} />
      {issues.length > 0 && (
        <ul className="lp-import-issues">
          {issues.slice(0, mostShown).map(({ code, line, column, value, params }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines that never move
            <li key={at}>
              {line !== undefined && <span className="lp-import-issues__place">{t('line', { line })}: </span>}
              {words(code.replace(/^traffic-/, ''), {
                ...(column !== undefined && { column }),
                ...(value !== undefined && { value: String(value) }),
                ...asWords(params),
              })}
            </li>
          ))}
          {issues.length > mostShown && <li>{t('andMore', { count: issues.length - mostShown })}</li>}
        </ul>
      )}
    </>
  )
}

const asWords = (params: Readonly<Record<string, unknown>> | undefined) =>
  Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : String(value),
    ]),
  )
