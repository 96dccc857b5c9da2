/** A long page as its parts: a row of links to them, and each in a card of its own. */
import { type ReactNode, useEffect, useRef } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { usePrinting } from './table/use-printing.ts'
import { useNarrow } from './use-narrow.ts'
import './on-this-page.css'

export type PagePart = {
  /** In the address after `#`. */
  readonly id: string
  /** One or two words. */
  readonly label: string
  readonly content: ReactNode
}

type Props = {
  readonly parts: readonly PagePart[]
  /** On a phone only the first part is open, for a page that would else be many screens long; on paper all are. */
  readonly isFolded?: boolean
}

/** @example <OnThisPage parts={[{ id: 'bands', label: 'Nivåer', content: <Bands … /> }, …]} /> */
export function OnThisPage({ parts, isFolded = false }: Props) {
  const t = useTexts(designTexts)
  const isNarrow = useNarrow()
  const isPrinting = usePrinting()
  const folds = isFolded && isNarrow && !isPrinting
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
      {parts.map((part, at) =>
        folds ? (
          <FoldedPart key={part.id} part={part} isFirst={at === 0} />
        ) : (
          <div key={part.id} id={part.id} className="lp-card lp-on-page__part">
            {part.content}
          </div>
        ),
      )}
    </>
  )
}

/** Opens by its own heading, and when the address comes to name it. */
function FoldedPart({ part, isFirst }: { readonly part: PagePart; readonly isFirst: boolean }) {
  const fold = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const openWhenNamed = (): void => {
      if (!fold.current || window.location.hash !== `#${part.id}`) return
      fold.current.open = true
      fold.current.scrollIntoView()
    }
    openWhenNamed()
    window.addEventListener('hashchange', openWhenNamed)
    return () => window.removeEventListener('hashchange', openWhenNamed)
  }, [part.id])
  return (
    <details ref={fold} id={part.id} open={isFirst} className="lp-card lp-on-page__part">
      <summary>{part.label}</summary>
      {part.content}
    </details>
  )
}
