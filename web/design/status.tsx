import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import './status.css'

const tones = {
  good: { icon: 'check', colour: 'success' },
  warning: { icon: 'warning', colour: 'warning' },
  bad: { icon: 'error', colour: 'danger' },
  information: { icon: 'information', colour: 'info' },
  accent: { icon: 'right', colour: 'accent' },
  neutral: { icon: 'circle', colour: 'neutral' },
} as const satisfies Record<string, { icon: IconName; colour: string }>

export type Tone = keyof typeof tones

/** A state: words, a shape and a colour, so that the colour is never alone. */
export function Status(props: {
  readonly tone: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}) {
  const tone = tones[props.tone]
  return (
    <span className="lp-status" data-color={tone.colour}>
      <Icon name={props.icon ?? tone.icon} size={15} />
      {props.children}
    </span>
  )
}

/** A plain label: a class, a channel, a count. */
export function Tag({ children }: { readonly children: ReactNode }) {
  return (
    <span className="lp-status lp-tag" data-color="neutral">
      {children}
    </span>
  )
}
