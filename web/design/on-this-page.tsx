/** A long page as its parts: a row of links to them, and each in a card of its own. */
import type { ReactNode } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'
import './on-this-page.css'

export type PagePart = {
  /** In the address after `#`. */
  readonly id: string
  /** One or two words. */
  readonly label: string
  readonly content: ReactNode
}

/** @example <OnThisPage parts={[{ id: 'bands', label: 'Nivåer', content: <Bands … /> }, …]} /> */
export function OnThisPage({ parts }: { readonly parts: readonly PagePart[] }) {
  const t = useTexts(designTexts)
  return (
    <>
      <nav className="lp-on-page lp-no-print" aria-label={t('onThisPage')}>
        <ul>
          {parts.map(({ id, label }) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ id, content }) => (
        <div key={id} id={id} className="lp-card lp-on-page__part">
          {content}
        </div>
      ))}
    </>
  )
}
