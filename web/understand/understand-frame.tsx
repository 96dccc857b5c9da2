/** The frame of every page of Understand: the way there, and the parts side by side. */
import { type Crumb, Page, type PageProps } from '../design/page.tsx'
import { PartsMenu } from '../design/parts-menu.tsx'
import { understandTexts } from '../i18n/understand.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useMe } from '../session.ts'
import { type UnderstandPart, understandParts } from './parts.ts'

type FrameProps = Omit<PageProps, 'trail'> & {
  readonly part: UnderstandPart['id']
  /** The way from the section down to, and without, this page. */
  readonly trail?: readonly Crumb[]
}

/** @example <UnderstandFrame part="overview" title="…">…</UnderstandFrame> */
export function UnderstandFrame({ part, trail = [], children, ...page }: FrameProps) {
  const t = useTexts(understandTexts)
  const { roles } = useMe().person
  const shown = understandParts
    .filter((each) => each.roles === undefined || each.roles.some((role) => roles.includes(role)))
    .map(({ id, to }) => ({ id, to, label: t(`part.${id}`) }))
  const above: readonly Crumb[] =
    part === 'overview' && trail.length === 0 ? [] : [{ to: '/understand', label: t('section') }, ...trail]
  return (
    <Page {...page} trail={above}>
      <PartsMenu label={t('parts')} current={part} parts={shown} />
      {children}
    </Page>
  )
}
