/** From another tool: its form becomes the questionnaire, and then its results a finished edition. */
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import { EmptyState, ErrorState, Loading } from '../../design/states.tsx'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { FormImport } from './form-import.tsx'
import { ResultImport } from './result-import.tsx'
import './interchange.css'
import '../../design/parts.css'

const kinds = ['form', 'results'] as const
type Kind = (typeof kinds)[number]

function useKind(): Kind {
  const { what } = useSearch({ strict: false }) as { readonly what?: unknown }
  return kinds.find((kind) => kind === what) ?? 'form'
}

export function InterchangePage() {
  const t = useTexts(interchangeTexts)
  const editionId = useEditionId()
  const kind = useKind()
  const method = useQuery(api.edition.method.queryOptions({ input: { editionId } }))
  if (method.isPending) return <Loading />
  if (method.isError)
    return (
      <EditionFrame title={t('short')}>
        <ErrorState error={method.error} onAgain={() => void method.refetch()} />
      </EditionFrame>
    )
  if (method.data.frozenAt !== null)
    return (
      <EditionFrame title={t('closed')}>
        <EmptyState title={t('closed')}>{t('closedBody')}</EmptyState>
      </EditionFrame>
    )
  return (
    <EditionFrame title={t('title')} subtitle={t('subtitle')}>
      <nav className="lp-parts lp-no-print" aria-label={t('what.label')}>
        <ul>
          {kinds.map((one) => (
            <li key={one}>
              <Link
                {...linkTo({
                  to: '/measure/editions/$editionId/import',
                  params: { editionId },
                  search: { what: one },
                })}
                aria-current={one === kind ? 'true' : undefined}
              >
                {t(`what.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {kind === 'form' ? (
        <FormImport revision={method.data.revision} />
      ) : (
        <ResultImport method={method.data.method} />
      )}
    </EditionFrame>
  )
}
