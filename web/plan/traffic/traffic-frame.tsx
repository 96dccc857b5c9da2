/** The frame of the pages of traffic: what will come, what moves it, the queues, and the counts in and out. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { linkTo } from '../../design/path-target.ts'
import { trafficTexts } from '../../i18n/traffic.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { PlanFrame } from '../plan-frame.tsx'
import { type TrafficPath, trafficLink } from './use-chosen.ts'
import './traffic.css'

const parts = [
  ['forecast', '/plan/traffic'],
  ['causes', '/plan/traffic/causes'],
  ['queues', '/plan/traffic/queues'],
  ['counts', '/plan/traffic/counts'],
] as const satisfies readonly (readonly [string, TrafficPath])[]

type Props = {
  readonly current: (typeof parts)[number][0]
  readonly title: string
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  readonly queueId: string | undefined
  readonly children: ReactNode
}

export function TrafficFrame({ current, queueId, title, subtitle, actions, children }: Props) {
  const t = useTexts(trafficTexts)
  return (
    <PlanFrame
      part="traffic"
      width="wide"
      title={title}
      {...(subtitle !== undefined && { subtitle })}
      {...(actions !== undefined && { actions })}
      trail={current === 'forecast' ? [] : [{ to: '/plan/traffic', label: t('name') }]}
    >
      <nav className="lp-parts lp-no-print" aria-label={t('parts')}>
        <ul>
          {parts.map(([id, to]) => (
            <li key={id}>
              <Link
                {...linkTo(trafficLink(queueId === undefined ? {} : { queueId }, to))}
                activeOptions={{ exact: true, includeSearch: false }}
                {...(id === current ? { 'aria-current': 'page' as const } : {})}
              >
                {t(`part.${id}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </PlanFrame>
  )
}
