import type { ReactNode } from 'react'
import './scroll-box.css'

/** What is wider than a phone scrolls in its own box, reached by the keyboard and named like any other part. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard (WCAG 2.1.1)
    <section className="lp-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
