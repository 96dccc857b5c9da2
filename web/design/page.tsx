import { Link as RouterLink } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { linkTo, type PathTarget } from './path-target.ts'
import './page.css'

export type Crumb = PathTarget & { readonly label: string }

export type PageProps = {
  /** States the finding where it can: "Fjordlinja leder, men to andre kan også være best" */
  readonly title: string
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  /** The way here from the section down to, and without, this page. */
  readonly trail?: readonly Crumb[]
  readonly width?: 'narrow' | 'normal' | 'wide'
  readonly children: ReactNode
}

/** A whole page: the way here, the title that states the finding, what is shown, what can be done. */
export function Page({ title, subtitle, actions, trail = [], width = 'normal', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Lyttepost`
  }, [title])
  return (
    <div className={`lp-page lp-page--${width}`}>
      <Breadcrumbs trail={trail} />
      <header className="lp-page__head">
        <div className="lp-page__titles">
          <h1 id="page-title" tabIndex={-1}>
            {title}
          </h1>
          {subtitle !== undefined && <p className="lp-page__subtitle">{subtitle}</p>}
        </div>
        {actions !== undefined && <div className="lp-page__actions lp-no-print">{actions}</div>}
      </header>
      <div className="lp-stack">{children}</div>
    </div>
  )
}

function Breadcrumbs({ trail }: { readonly trail: readonly Crumb[] }) {
  const t = useTexts(designTexts)
  if (trail.length === 0) return null
  return (
    <nav className="lp-breadcrumbs lp-no-print" aria-label={t('page.trail')}>
      <ol>
        {trail.map((crumb) => (
          <li key={crumb.label}>
            <RouterLink {...linkTo(crumb)}>{crumb.label}</RouterLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
