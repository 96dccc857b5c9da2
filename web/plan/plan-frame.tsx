/** The frame of every page of Plan: the way there, and the parts side by side. */
import { type Crumb, Page, type PageProps } from '../design/page.tsx'
import { PartsMenu } from '../design/parts-menu.tsx'
import { planTexts } from '../i18n/plan.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useMe } from '../session.ts'
import { type PlanPart, planParts } from './parts.ts'

type FrameProps = Omit<PageProps, 'trail'> & {
  readonly part: PlanPart['id']
  /** The way from the section down to, and without, this page. */
  readonly trail?: readonly Crumb[]
}

/** @example <PlanFrame part="overview" title="…">…</PlanFrame> */
export function PlanFrame({ part, trail = [], children, ...page }: FrameProps) {
  const t = useTexts(planTexts)
  const { roles } = useMe().person
  const shown = planParts
    .filter((each) => each.roles === undefined || each.roles.some((role) => roles.includes(role)))
    .map(({ id, to }) => ({ id, to, label: t(`part.${id}`) }))
  const above: readonly Crumb[] =
    part === 'overview' && trail.length === 0 ? [] : [{ to: '/plan', label: t('section') }, ...trail]
  return (
    <Page {...page} trail={above}>
      <PartsMenu label={t('parts')} current={part} parts={shown} />
      {children}
    </Page>
  )
}
