import type { ReactNode } from 'react'
import type { AgentFields } from './use-agents.ts'

export type FieldsProps = {
  readonly fields: AgentFields
  readonly onChange: (change: Partial<AgentFields>) => void
}

type PartProps = { readonly title: string; readonly text?: string; readonly children: ReactNode }

/** A part of the form with its heading. */
export function Part({ title, text, children }: PartProps) {
  return (
    <fieldset className="lp-card lp-agent-part">
      <legend>{title}</legend>
      {text !== undefined && <p className="lp-quiet">{text}</p>}
      {children}
    </fieldset>
  )
}
