import type { ReactNode } from 'react'

/** What is wider than a phone scrolls in its own box, with the keyboard too. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="lp-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
