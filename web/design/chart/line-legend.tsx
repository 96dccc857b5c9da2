import { dashesOf, type LineLook } from './line-looks.ts'

type Line = { readonly name: string; readonly look: LineLook }

/** Which line is which, each as it is drawn. For those who see: the chart is an image to others, and has a table. */
export function LineLegend({ series }: { readonly series: readonly Line[] }) {
  const dashes = dashesOf(series)
  return (
    <ul className="lp-line-legend" aria-hidden="true">
      {series.map(({ name, look }, at) =>
        name === '' ? null : (
          <li key={name} data-look={look}>
            <svg aria-hidden="true" width="28" height="10" viewBox="0 0 28 10">
              <line x1="1" x2="27" y1="5" y2="5" strokeDasharray={dashes[at]?.join(' ')} />
            </svg>
            {name}
          </li>
        ),
      )}
    </ul>
  )
}
