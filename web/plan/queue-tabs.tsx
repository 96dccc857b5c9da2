/** The queues side by side, the one that the page is about marked. A single one needs no choice. */
import { Link } from '@tanstack/react-router'
import { linkTo, type PathTarget } from '../design/path-target.ts'
import { planTexts } from '../i18n/plan.ts'
import { useTexts } from '../i18n/use-texts.ts'

type Named = { readonly id: string; readonly name: string }
type Props<Queue extends Named> = {
  readonly queues: readonly Queue[]
  readonly current: string | undefined
  readonly linkOf: (queueId: string) => PathTarget
  /** A few words beside the name, so that the tabs alone tell where to look. */
  readonly noteOf?: (queue: Queue) => string
}

export function QueueTabs<Queue extends Named>({ queues, current, linkOf, noteOf }: Props<Queue>) {
  const t = useTexts(planTexts)
  if (queues.length < 2) return null
  return (
    <nav className="lp-parts" aria-label={t('queues')}>
      <ul>
        {queues.map((queue) => (
          <li key={queue.id}>
            <Link
              {...linkTo(linkOf(queue.id))}
              {...(queue.id === current ? { 'aria-current': 'page' as const } : {})}
            >
              {queue.name}
              {noteOf && <span className="lp-small lp-quiet lp-queue-note">{noteOf(queue)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
