/** What stands around every page: the header with the loop's sections, the demo strip, the page itself. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Me } from '../../src/organisation/contract.ts'
import { Icon, type IconName } from '../design/icon.tsx'
import { shellTexts } from '../i18n/shell.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { Mark } from './mark.tsx'
import { Menu } from './menu.tsx'
import './frame.css'

const sections = [
  { to: '/', text: 'home', icon: 'home', exact: true },
  { to: '/measure', text: 'measure', icon: 'measure', exact: false },
  { to: '/understand', text: 'understand', icon: 'understand', exact: false },
  { to: '/plan', text: 'plan', icon: 'plan', exact: false },
] as const satisfies readonly { to: string; text: string; icon: IconName; exact: boolean }[]

export function Frame({ me, children }: { readonly me: Me | null; readonly children: ReactNode }) {
  const t = useTexts(shellTexts)
  return (
    <div className="lp-frame">
      <header className="lp-header lp-no-print">
        <Link to="/" className="lp-header__name" aria-label={t('homeLink')}>
          <Mark />
          <span>Lyttepost</span>
        </Link>
        {me !== null && <Sections />}
        <Menu me={me} />
      </header>
      {me?.organisation.demo === true && (
        <aside className="lp-demo-strip" aria-label={t('demo')}>
          <strong>{t('demo')}</strong> <span>{t('demoMore')}</span>
        </aside>
      )}
      <main id="main">{children}</main>
    </div>
  )
}

function Sections() {
  const t = useTexts(shellTexts)
  return (
    <nav className="lp-sections" aria-label={t('mainMenu')}>
      {sections.map((section) => (
        <Link key={section.to} to={section.to} activeOptions={{ exact: section.exact, includeSearch: false }}>
          <Icon name={section.icon} />
          <span>{t(section.text)}</span>
        </Link>
      ))}
    </nav>
  )
}
