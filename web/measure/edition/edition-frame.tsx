/**
 * The frame of every page of an edition: the way there, and the edition's parts side by side.
 */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { type Crumb, Page, type PageProps } from '../../design/page.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { EditionNav } from './edition-nav.tsx'
import { usePartTarget } from './edition-parts.ts'
import './edition.css'

/** The edition in the address. */
export function useEditionId(): string {
  const { editionId } = useParams({ strict: false })
  if (editionId === undefined) throw new Error('a page of an edition was drawn without one')
  return editionId
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
