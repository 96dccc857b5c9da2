/** Ways to look at the same thing, side by side inside its card; the choice is in the address. */
import { Link } from '@tanstack/react-router'
import { linkTo, type PathTarget } from '../design/path-target.ts'
import './looks.css'

type Look = { readonly text: string; readonly link: PathTarget; readonly isCurrent: boolean }

export function Looks({ label, looks }: { readonly label: string; readonly looks: readonly Look[] }) {
  return (
    <nav className="lp-parts lp-looks lp-no-print" aria-label={label}>
      <ul className="lp-plain-list">
        {looks.map(({ text, link, isCurrent }) => (
          <li key={text}>
            <Link
              {...linkTo(link)}
              replace
              resetScroll={false}
              {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
