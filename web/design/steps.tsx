import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { Icon } from './icon.tsx'
import { linkTo, type PathTarget } from './path-target.ts'
import './steps.css'

export type Step = {
  readonly key: string
  readonly name: string
  readonly state: 'done' | 'current' | 'upcoming'
  /** When, or how far: "1.–30. mars", "412 av 1 000". */
  readonly note?: ReactNode
  readonly link?: PathTarget
}

/** Where something is in its course: lying on a wide screen, standing on a phone. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <ol className="lp-steps" aria-label={label}>
      {steps.map((step) => (
        <StepItem key={step.key} step={step} />
      ))}
    </ol>
  )
}

function StepItem({ step }: { readonly step: Step }) {
  const t = useTexts(designTexts)
  return (
    <li data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
      <span className="lp-steps__mark" aria-hidden="true">
        {step.state === 'done' && <Icon name="check" size={14} />}
      </span>
      <span className="lp-steps__text">
        <span className="lp-steps__name">
          {step.link === undefined ? step.name : <Link {...linkTo(step.link)}>{step.name}</Link>}
        </span>
        <span className="lp-visually-hidden">{t(`steps.${step.state}`)}</span>
        {step.note !== undefined && <span className="lp-small lp-quiet">{step.note}</span>}
      </span>
    </li>
  )
}
