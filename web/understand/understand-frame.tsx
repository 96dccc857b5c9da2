/** The frame of every page of Understand: the way there, and the parts side by side. */
import { Link } from '@tanstack/react-router'
import { type Crumb, Page, type PageProps } from '../design/page.tsx'
import { linkTo } from '../design/path-target.ts'
import { understandTexts } from '../i18n/understand.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useMe } from '../session.ts'
import { type UnderstandPart, understandParts } from './parts.ts'
import '../design/parts.css'

type FrameProps = Omit<PageProps, 'trail'> & {
  readonly part: UnderstandPart['id']
  /** The way from the section down to, and without, this page. */
  readonly trail?: readonly Crumb[]
}

/** @example <UnderstandFrame part="overview" title="Ni spørsmål er tre firedeler av alt">…</UnderstandFrame> */
export function UnderstandFrame({ part, trail = [], children, ...page }: FrameProps) {
  const t = useTexts(understandTexts)
  const { roles } = useMe().person
  const shown = understandParts.filter(
    (each) => each.roles === undefined || each.roles.some((role) => roles.includes(role)),
  )
  const above: readonly Crumb[] =
    part === 'overview' && trail.length === 0 ? [] : [{ to: '/understand', label: t('section') }, ...trail]
  return (
    <Page {...page} trail={above}>
      {shown.length > 1 && (
        <nav className="lp-parts lp-no-print" aria-label={t('parts')}>
          <ul>
            {shown.map(({ id, to }) => (
              <li key={id}>
                <Link
                  {...linkTo({ to })}
                  activeOptions={{ exact: true, includeSearch: false }}
                  {...(id === part ? { 'aria-current': 'page' as const } : {})}
                >
                  {t(`part.${id}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {children}
    </Page>
  )
}
