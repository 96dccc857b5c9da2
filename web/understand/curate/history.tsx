/** What people have decided, latest first, and what each grouping moved. */
import { Button } from '@digdir/designsystemet-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DecisionKind, DecisionLine, FitLine } from '../../../src/understand/topics/contract.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Tag } from '../../design/status.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export function History() {
  return (
    <div className="lp-columns lp-columns--wide">
      <Decisions />
      <Fits />
    </div>
  )
}

function Decisions() {
  const t = useTexts(curateTexts)
  const query = useInfiniteQuery(
    api.topics.decisions.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next,
    }),
  )
  return (
    <section className="lp-card" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{t('history.decisions')}</h2>
      <Awaited query={query}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <EmptyState title={t('history.none')} />
          ) : (
            <ol className="lp-plain-list lp-decisions">
              {pages.flatMap(({ items }) => items.map((line) => <Decided key={line.decision} line={line} />))}
            </ol>
          )
        }
      </Awaited>
      {query.hasNextPage && (
        <Button variant="tertiary" data-size="sm" onClick={() => void query.fetchNextPage()}>
          {t('card.more')}
        </Button>
      )}
    </section>
  )
}

function Decided({ line }: { readonly line: DecisionLine }) {
  const t = useTexts(curateTexts)
  const format = useFormats()
  const about = [
    line.topics.slice(0, 3).join(', '),
    line.texts > 0 && t('history.texts', { count: line.texts }),
  ].filter(Boolean)
  return (
    <li>
      <span className="lp-number lp-quiet">{line.decision}.</span>{' '}
      {t(`history.kind.${line.kind as DecisionKind}`)}
      {about.length > 0 && `: ${about.join(' · ')}`} {line.undone && <Tag>{t('history.undone')}</Tag>}
      <br />
      <span className="lp-small lp-quiet">
        {line.by}, {format.instant(line.at)}
      </span>
    </li>
  )
}

function Fits() {
  const t = useTexts(curateTexts)
  const query = useQuery(api.topics.fit.list.queryOptions())
  return (
    <section className="lp-card" aria-labelledby="fits-title">
      <h2 id="fits-title">{t('history.fits')}</h2>
      <Awaited query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('history.noFits')} />
          ) : (
            <ol className="lp-plain-list lp-decisions">
              {items.map((fit) => (
                <Fit key={fit.fitId} fit={fit} />
              ))}
            </ol>
          )
        }
      </Awaited>
    </section>
  )
}

function Fit({ fit }: { readonly fit: FitLine }) {
  const t = useTexts(curateTexts)
  const format = useFormats()
  const [open, setOpen] = useState(false)
  const { texts, topics, moved, seconds, sampled } = fit.figures
  return (
    <li>
      {fit.state === 'done'
        ? t('history.fit', {
            texts: format.number(texts),
            topics: format.number(topics),
            moved: format.number(moved),
            seconds: format.number(seconds, 1),
          })
        : t(`fit.state.${fit.state}`)}
      {sampled && ` ${t('history.sampled')}`}
      <br />
      <span className="lp-small lp-quiet">
        {fit.by ?? t('history.byItself')}, {format.instant(fit.startedAt)}
      </span>
      {fit.state === 'done' && moved > 0 && (
        <Button variant="tertiary" data-size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('history.moves')}
        </Button>
      )}
      {open && <Moves fitId={fit.fitId} />}
    </li>
  )
}

function Moves({ fitId }: { readonly fitId: string }) {
  const t = useTexts(curateTexts)
  const query = useQuery(api.topics.fit.moves.queryOptions({ input: { fitId } }))
  return (
    <Awaited query={query} lines={3}>
      {({ items }) => (
        <ul className="lp-small">
          {items.map((move) => (
            <li key={`${move.from} ${move.toId}`}>
              {move.from === null
                ? t('history.new', { to: move.to ?? '–', count: move.texts })
                : t('history.moved', { from: move.from, to: move.to ?? '–', count: move.texts })}
            </li>
          ))}
        </ul>
      )}
    </Awaited>
  )
}
