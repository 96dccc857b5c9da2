import type { ReactNode } from 'react'

/** A wide table that scrolls inside its own box, reached and named like any other part of the page. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section className="lp-table-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
