/** The blocks of a report on the page: the same document as the files, drawn with the page's own parts. */
import type {
  Axis,
  Block,
  Cell,
  Column,
  LegendEntry,
  Mark,
  Quote,
  TableBlock,
  Tone,
} from '../../../src/measure/reports/contract.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'

export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a document's blocks never change their order
  return blocks.map((block, at) => <OneBlock key={at} block={block} />)
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'note':
      return <p className="lp-report__note">{block.text}</p>
    case 'bullets':
      return (
        <ul className="lp-report__bullets">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'figures':
      return (
        <dl className="lp-report__figures">
          {block.items.map(({ label, value, detail }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <strong>{value}</strong> <span>{detail}</span>
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'quotes':
      return block.items.map((quote) => <OneQuote key={quote.source} quote={quote} />)
    case 'table':
      return <Table table={block} />
  }
}

function OneQuote({ quote: { source, lines } }: { readonly quote: Quote }) {
  return (
    <figure className="lp-report__quote">
      <figcaption>{source}</figcaption>
      <blockquote>
        {lines.map(({ label, text }) => (
          <p key={label}>
            <span className="lp-quiet">{label}</span> {text}
          </p>
        ))}
      </blockquote>
    </figure>
  )
}

function Table({ table: { caption, columns, rows, legend = [] } }: { readonly table: TableBlock }) {
  const hasHead = columns.some(({ header, axis }) => header !== '' || axis !== undefined)
  return (
    <>
      {legend.length > 0 && <Legend entries={legend} />}
      <ScrollBox label={caption}>
        <table className="lp-report__table">
          <caption className="lp-visually-hidden">{caption}</caption>
          {hasHead && (
            <thead>
              <tr>
                {columns.map((column, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
                  <Head key={at} column={column} />
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows never change their order
              <tr key={at}>
                {row.map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor do cells
                  <OneCell key={place} cell={cell} column={columns[place]!} isFirst={place === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}

/** A heading without words heads nothing for a screen reader: the drawing repeats the cells beside it. */
function Head({ column: { header, kind, axis } }: { readonly column: Column }) {
  const inside = (
    <>
      {header}
      {axis && <AxisLabels axis={axis} />}
    </>
  )
  if (header === '') return <td data-kind={kind}>{inside}</td>
  return (
    <th scope="col" data-kind={kind}>
      {inside}
    </th>
  )
}

type CellProps = { readonly cell: Cell; readonly column: Column; readonly isFirst: boolean }

function OneCell({ cell: { text, strong, marks }, column: { kind, axis }, isFirst }: CellProps) {
  const inside = marks ? <Marks marks={marks} axis={axis ?? []} /> : strong ? <strong>{text}</strong> : text
  if (isFirst && kind !== 'drawing')
    return (
      <th scope="row" data-kind={kind}>
        {inside}
      </th>
    )
  return <td data-kind={kind}>{inside}</td>
}

const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`

const hatched: Partial<Record<Tone, string>> = {
  low: 'url(#lp-hatch-low)',
  loss: 'url(#lp-hatch-low)',
  unanswered: 'url(#lp-hatch-none)',
}

const fillOf = (tone: Tone) => (hatched[tone] === undefined ? { 'data-tone': tone } : { fill: hatched[tone] })

/** Hatches that tell the colours apart on a grey print; once on the page. */
export function Hatches() {
  return (
    <svg className="lp-report__hatches" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id="lp-hatch-low"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect data-tone="low" width="6" height="6" />
          <line data-line="dark" y2="6" />
        </pattern>
        <pattern
          id="lp-hatch-none"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect data-tone="none" width="6" height="6" />
          <line data-line="light" y2="6" />
        </pattern>
      </defs>
    </svg>
  )
}

function Marks({ marks, axis }: { readonly marks: readonly Mark[]; readonly axis: Axis }) {
  return (
    <svg className="lp-report__marks" aria-hidden="true">
      {axis.map(({ at }) => (
        <line key={at} data-mark="grid" x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
      ))}
      {marks.map((mark, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks never change their order
        <OneMark key={at} mark={mark} />
      ))}
    </svg>
  )
}

function OneMark({ mark }: { readonly mark: Mark }) {
  switch (mark.kind) {
    case 'span':
      return <line data-mark="span" x1={percent(mark.from)} x2={percent(mark.to)} y1="50%" y2="50%" />
    case 'tick':
      return <line data-mark="tick" x1={percent(mark.at)} x2={percent(mark.at)} y1="15%" y2="85%" />
    case 'dot':
      return <circle data-mark="dot" cx={percent(mark.at)} cy="50%" r="4.5" />
    case 'bar':
      return (
        <>
          <rect
            {...fillOf(mark.tone)}
            x={percent(mark.from)}
            width={percent(Math.max(mark.to - mark.from, 0.002))}
            height="100%"
          />
          {mark.label !== undefined && (
            <text data-on={mark.tone} x={percent((mark.from + mark.to) / 2)} y="50%" dy=".35em">
              {mark.label}
            </text>
          )}
        </>
      )
  }
}

/** The first and last label keep inside the cell. */
function AxisLabels({ axis }: { readonly axis: Axis }) {
  return (
    <svg className="lp-report__axis" aria-hidden="true">
      {axis.map(({ at, label }) => (
        <text key={at} x={percent(at)} y="11" textAnchor={at < 0.04 ? 'start' : at > 0.96 ? 'end' : 'middle'}>
          {label}
        </text>
      ))}
    </svg>
  )
}

function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="lp-report__legend">
      {entries.map(({ tone, text }) => (
        <li key={text}>
          <svg className="lp-report__key" aria-hidden="true">
            {tone === 'interval' ? (
              <>
                <line data-mark="span" x1="0" x2="100%" y1="50%" y2="50%" />
                <circle data-mark="dot" cx="50%" cy="50%" r="4" />
              </>
            ) : tone === 'tick' ? (
              <line data-mark="tick" x1="50%" x2="50%" y1="5%" y2="95%" />
            ) : (
              <rect {...fillOf(tone)} width="100%" height="100%" />
            )}
          </svg>{' '}
          {text}
        </li>
      ))}
    </ul>
  )
}
