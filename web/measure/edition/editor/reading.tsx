import type { ReactNode } from 'react'
import type { Language } from '../../../../src/kernel/localized.ts'

type Props = {
  readonly label: string
  readonly labelHidden?: boolean
  readonly number?: boolean
  readonly language?: Language | undefined
  readonly children: ReactNode
}

/** What is locked is read as text under its label, not as a field that refuses. */
export function Reading({ label, labelHidden = false, number = false, language, children }: Props) {
  return (
    <p className={number ? 'lp-reading lp-field-number' : 'lp-reading'}>
      <span className={labelHidden ? 'lp-visually-hidden' : 'lp-small lp-quiet'}>{label} </span>
      <span className={number ? 'lp-number' : undefined} lang={language}>
        {children}
      </span>
    </p>
  )
}
