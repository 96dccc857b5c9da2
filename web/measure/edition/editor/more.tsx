import type { ReactNode } from 'react'

type Props = { readonly summary: string; readonly open?: boolean; readonly children: ReactNode }

/** What is seldom changed, one click away. */
export function More({ summary, open = false, children }: Props) {
  return (
    <details className="lp-more" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
