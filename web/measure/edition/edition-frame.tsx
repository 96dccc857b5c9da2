/**
 * The frame of every page of an edition: the way there, and the edition's parts side by side. A part is shown
 * when its page exists and the person may see it, so that no link leads nowhere.
 */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '../../api.ts'
import { type Crumb, Page, type PageProps } from '../../design/page.tsx'
import { linkTo, type PathTarget } from '../../design/path-target.ts'
import { editionTexts } from '../../i18n/edition.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import './edition.css'

export const editionParts = [
  'overview',
  'method',
  'participants',
  'plan',
  'fieldwork',
  'review',
  'results',
] as const
export type EditionPart = (typeof editionParts)[number]

/** The edition in the address. */
export function useEditionId(): string {
  const { editionId } = useParams({ strict: false })
  if (editionId === undefined) throw new Error('a page of an edition was drawn without one')
  return editionId
}

function pathOf(part: EditionPart): string {
  return part === 'overview' ? '/measure/editions/$editionId' : `/measure/editions/$editionId/${part}`
}

/** Where a part of an edition is; undefined where the person has nothing to do, or its page does not exist. */
export function usePartTarget(): (part: EditionPart, editionId: string) => PathTarget | undefined {
  const known = useRouter().routesByPath as Readonly<Record<string, unknown>>
  const organises = useHasRole('organiser', 'admin')
  return (part, editionId) =>
    pathOf(part) in known && (organises || part === 'results')
      ? { to: pathOf(part) as PathTarget['to'], params: { editionId } }
      : undefined
}

export type EditionFrameProps = Omit<PageProps, 'trail'> & { readonly trail?: readonly Crumb[] }

/** @example <EditionFrame title="Planen er jevn">…</EditionFrame> */
export function EditionFrame({ children, trail = [], ...page }: EditionFrameProps) {
  const t = useTexts(editionTexts)
  const editionId = useEditionId()
  const name = useQuery(api.edition.list.queryOptions()).data?.items.find(
    (edition) => edition.editionId === editionId,
  )?.name
  const targetOf = usePartTarget()
  const overview = targetOf('overview', editionId) ?? targetOf('results', editionId)
  const above: readonly Crumb[] = [
    { to: '/measure', label: t('measure') },
    { to: '/measure/editions', label: t('editions') },
    ...(name === undefined ? [] : [{ ...(overview ?? { to: '/measure/editions' as const }), label: name }]),
    ...trail,
  ]
  return (
    <Page {...page} trail={above}>
      <EditionNav editionId={editionId} />
      {children}
    </Page>
  )
}

function EditionNav({ editionId }: { readonly editionId: string }): ReactNode {
  const t = useTexts(editionTexts)
  const targetOf = usePartTarget()
  return (
    <nav className="lp-parts lp-no-print" aria-label={t('nav.label')}>
      <ul>
        {editionParts.map((part) => {
          const target = targetOf(part, editionId)
          return target ? (
            <li key={part}>
              <Link
                {...linkTo(target)}
                activeOptions={{ exact: part === 'overview', includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
              >
                {t(`nav.${part}`)}
              </Link>
            </li>
          ) : null
        })}
      </ul>
    </nav>
  )
}
