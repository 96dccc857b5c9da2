import type { ReactNode } from 'react'

/** What is seldom changed, one click away. */
export function More({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="lp-more">
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
