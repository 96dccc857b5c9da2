import { memo, useCallback, useEffect, useRef } from 'react'
import type { TopicLine } from '../../../src/understand/topics/contract.ts'
import { Icon } from '../../design/icon.tsx'
import { Tag } from '../../design/status.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { TopicRow } from './arrange-topics.ts'

type RowsProps = {
  readonly rows: readonly TopicRow[]
  readonly openId: string | undefined
  readonly marked: ReadonlySet<string>
  /** All contacts, for the share of each. */
  readonly total: number
  readonly onOpen: (topicId: string) => void
  readonly onMark: (line: TopicLine) => void
}

export function TopicRows({ rows, openId, marked, total, onOpen, onMark }: RowsProps) {
  const t = useTexts(curateTexts)
  const [open, mark] = [useLatest(onOpen), useLatest(onMark)]
  const most = useMostYet(rows)
  if (rows.length === 0) return <p className="lp-quiet">{t('noMatch')}</p>
  return (
    <ol className="lp-plain-list lp-curate__rows">
      {rows.map(({ line, ...row }) => (
        <Row
          key={line.topicId}
          line={line}
          {...row}
          isOpen={line.topicId === openId}
          isMarked={marked.has(line.topicId)}
          most={most}
          total={total}
          onOpen={open}
          onMark={mark}
        />
      ))}
    </ol>
  )
}

/**
 * The scale of the bars, which grows but does not shrink: else every bar would jump, and every row be drawn anew,
 * when the largest topic is split or a search leaves it out.
 */
function useMostYet(rows: readonly TopicRow[]): number {
  const most = useRef(1)
  most.current = Math.max(most.current, ...rows.map(({ contacts }) => contacts))
  return most.current
}

/** The same function at every drawing, that does what the one of the latest drawing does. */
function useLatest<Argument>(act: (argument: Argument) => void): (argument: Argument) => void {
  const latest = useRef(act)
  latest.current = act
  return useCallback((argument) => latest.current(argument), [])
}

type RowProps = TopicRow &
  Pick<RowsProps, 'total' | 'onOpen' | 'onMark'> & {
    readonly isOpen: boolean
    readonly isMarked: boolean
    readonly most: number
  }

/** Drawn anew only when something of its own has changed: a key changes one or two of a hundred. */
const Row = memo(function Row(props: RowProps) {
  const { line, level, contacts, below, isOpen, isMarked, most, total, onOpen, onMark } = props
  const t = useTexts(curateTexts)
  const format = useFormats()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <li className={`lp-curate__row${level === 1 ? ' lp-curate__row--below' : ''}`} data-state={line.state}>
      <input
        type="checkbox"
        aria-label={t('markTopic', { name: line.name })}
        checked={isMarked}
        onChange={() => onMark(line)}
      />
      <button
        ref={button}
        type="button"
        className="lp-curate__topic"
        onClick={() => onOpen(line.topicId)}
        {...(isOpen ? { 'aria-current': 'true' as const } : {})}
      >
        <span className="lp-curate__name">
          {line.state === 'confirmed' && (
            <>
              <Icon name="check" size={16} />
              <span className="lp-visually-hidden">{t('state.confirmed')}: </span>
            </>
          )}
          <span>{line.unexplained ? t('unexplained') : line.name}</span>
          {line.state === 'parked' && <Tag>{t('state.parked')}</Tag>}
        </span>
        <span className="lp-curate__example lp-small lp-quiet">
          {below > 0 ? t('belowIt', { count: below }) : (line.examples[0] ?? t('noExample'))}
        </span>
        <span className="lp-curate__count lp-number">
          {format.number(Math.round(contacts))}
          <span className="lp-small lp-quiet"> {format.percent(total === 0 ? 0 : contacts / total, 1)}</span>
        </span>
        <span
          className="lp-curate__bar"
          aria-hidden="true"
          style={{ inlineSize: `${(100 * contacts) / most}%` }}
        />
      </button>
    </li>
  )
})
