/** The parts of a section side by side, the one that is open marked. A single part needs no menu. */
import { Link } from '@tanstack/react-router'
import { linkTo, type PathTarget } from './path-target.ts'
import './parts.css'

export type PartLink = { readonly id: string; readonly to: PathTarget['to']; readonly label: string }

type PartsMenuProps = {
  readonly label: string
  readonly current: string
  readonly parts: readonly PartLink[]
}

export function PartsMenu({ label, current, parts }: PartsMenuProps) {
  if (parts.length < 2) return null
  return (
    <nav className="lp-parts lp-no-print" aria-label={label}>
      <ul>
        {parts.map(({ id, to, label: name }) => (
          <li key={id}>
            <Link
              {...linkTo({ to })}
              activeOptions={{ exact: true, includeSearch: false }}
              {...(id === current ? { 'aria-current': 'page' as const } : {})}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
