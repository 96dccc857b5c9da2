/** How sure the chosen ranking is: who can be best, who is level with whom, and what one contact less would change. */
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { NamedParticipant, RankingResult, ResultsAnswer } from '../../../src/measure/results/contract.ts'
import { levelGroups } from '../../../src/measure/results/rules/level-groups.ts'
import { rangeText } from '../../design/chart/rank-dots.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { certaintyTexts } from '../../i18n/certainty.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Choice, RankedRow } from './choice.ts'
import { certaintyLink, participantLink, submissionsLink } from './links.ts'
import { inSentence, useMethodWords } from './words.ts'

type Props = {
  readonly results: ResultsAnswer
  readonly choice: Choice
  readonly rows: readonly RankedRow[]
}

/** Shown for the lists that are drawn: overall, a class, a channel; nothing for other figures than the total. */
export function HowSure({ results, choice, rows }: Props) {
  const ranking = rankingOf(results, choice)
  if (!ranking) return null
  return (
    <div className="lp-stack">
      <SureTable results={results} choice={choice} rows={rows} ranking={ranking} />
      <Notes results={results} rows={rows} ranking={ranking} />
    </div>
  )
}

/** Whether how sure the chosen list is has been worked out. */
export function isWorkedOut(results: ResultsAnswer, choice: Choice): boolean {
  return choice.figure === 'total' && rankingOf(results, choice) !== undefined
}

function rankingOf({ rankings }: ResultsAnswer, choice: Choice): RankingResult | undefined {
  if (choice.class !== undefined && choice.channel !== undefined) return undefined
  const scope = choice.class === undefined ? (choice.channel ?? 'all') : `class:${choice.class}`
  return rankings.find((ranking) => ranking.scope === scope)
}

type SureProps = Props & { readonly ranking: RankingResult }

function SureTable({ results, choice, rows, ranking }: SureProps) {
  const t = useTexts(certaintyTexts)
  const { number } = useFormats()
  const columns = useSureColumns(results, choice)
  const known = rows.some(({ sure }) => sure?.canBeBest != null)
  const level = number(results.intervals.level * 100)
  const participants = number(ranking.participants)
  return (
    <div>
      <DataTable
        title={known ? t('sure.title', { count: ranking.canBeBestCount }) : t('sure.titleUnknown')}
        name="sure"
        usualPageSize={10}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.participantId}
        rowLink={(row) => participantLink(results.editionId, row.participantId)}
        isHighlighted={(row) => results.own.includes(row.participantId)}
        usualSorting={{ column: 'place', descending: false }}
        phone="scroll"
      />
      {known && <p className="lp-small lp-quiet">{t('sure.subtitle', { participants, level })}</p>}
    </div>
  )
}

function useSureColumns(results: ResultsAnswer, choice: Choice): readonly TableColumn<RankedRow>[] {
  const t = useTexts(certaintyTexts)
  const { percent } = useFormats()
  return useMemo(() => {
    const people = new Map(results.participants.map((one) => [one.participantId, one]))
    const standard = ({ participantId }: RankedRow): NamedParticipant['standardised'] =>
      people.get(participantId)?.standardised ?? null
    const whole: readonly TableColumn<RankedRow>[] = [
      {
        id: 'standardised',
        header: t('sure.standardised'),
        value: (row) => standard(row)?.value ?? null,
        decimals: 1,
      },
      {
        id: 'standardisedPlace',
        header: t('sure.standardisedPlace'),
        value: (row) => (choice.class === undefined ? standard(row)?.rank : standard(row)?.classRank) ?? null,
      },
      {
        id: 'coverage',
        header: t('sure.coverage'),
        value: (row) => (standard(row) ? Math.round(standard(row)!.coverage * 100) : null),
        cell: (row) => (standard(row) ? percent(standard(row)!.coverage) : '–'),
        align: 'end',
        hidden: true,
      },
    ]
    return [
      {
        id: 'name',
        header: t('sure.participant'),
        value: (row) => row.name,
        cell: (row) => <span className="lp-nowrap">{row.name}</span>,
      },
      { id: 'place', header: t('sure.place'), value: (row) => row.rank },
      { id: 'total', header: t('sure.total'), value: (row) => row.value, decimals: 1, hidden: true },
      {
        id: 'possible',
        header: t('sure.possible'),
        value: (row) => rangeText(row.rankRange),
        align: 'end',
      },
      {
        id: 'chance',
        header: t('sure.chance'),
        value: (row) => (row.sure?.bestChance == null ? null : row.sure.bestChance * 100),
        cell: (row) => chanceText(row.sure?.bestChance ?? null, percent),
        align: 'end',
      },
      {
        id: 'canBeBest',
        header: t('sure.canBeBest'),
        value: (row) => (row.sure?.canBeBest == null ? null : t(row.sure.canBeBest ? 'sure.yes' : 'sure.no')),
        cell: (row) =>
          row.sure?.canBeBest === true ? (
            <Status tone="accent">{t('sure.yes')}</Status>
          ) : row.sure?.canBeBest === false ? (
            <span className="lp-quiet">{t('sure.no')}</span>
          ) : (
            '–'
          ),
      },
      {
        id: 'level',
        header: t('sure.level'),
        value: (row) => row.sure?.levelWith ?? null,
        cell: (row) => {
          const others = row.sure?.levelWith ?? null
          if (others === null) return '–'
          return others === 0 ? t('sure.nobody') : t('sure.others', { count: others })
        },
        align: 'end',
        hidden: true,
      },
      ...(choice.channel === undefined ? whole : []),
    ] satisfies readonly TableColumn<RankedRow>[]
  }, [t, percent, results, choice])
}

/** A chance that is there but small is not written as none. */
function chanceText(chance: number | null, percent: (share: number) => string): string {
  if (chance === null) return '–'
  if (chance > 0 && chance < 0.005) return `< ${percent(0.01)}`
  if (chance < 1 && chance > 0.995) return `> ${percent(0.99)}`
  return percent(chance)
}

function Notes({ results, rows, ranking }: Omit<SureProps, 'choice'>) {
  const t = useTexts(certaintyTexts)
  const { number } = useFormats()
  const groups = useGroups(results, rows, ranking)
  const n = number(results.method.contactsPerParticipant)
  return (
    <div className="lp-stack lp-sure-notes">
      <Sensitivity results={results} ranking={ranking} />
      {groups !== undefined && <p>{t('sure.groups', { groups })}</p>}
      <p className="lp-small lp-quiet">
        {t(`sure.ties.${results.ties}`)} {t('sure.explain')}
      </p>
      <p>
        <LinkButton {...linkTo(certaintyLink(results.editionId))} variant="secondary">
          {t('sure.link', { n })}
        </LinkButton>
      </p>
    </div>
  )
}

/** Only in a list whose every row is seen: groups are about neighbours. */
function useGroups(
  { intervals }: ResultsAnswer,
  rows: readonly RankedRow[],
  { critical, participants }: RankingResult,
): string | undefined {
  return useMemo(() => {
    const standings = rows.flatMap(({ value, rank, sure }) =>
      value === null || rank === null || sure == null
        ? []
        : [{ value, rank, standardError: sure.standardError }],
    )
    if (critical === null || standings.length < participants || intervals.resamples === 0) return undefined
    const text = (place: number) => String(standings[place]!.rank)
    return levelGroups(standings, critical)
      .map(({ from, to }) => (from === to ? text(from) : `${text(from)}–${text(to)}`))
      .join(' · ')
  }, [rows, critical, participants, intervals])
}

function Sensitivity({ results, ranking }: Pick<SureProps, 'results' | 'ranking'>) {
  const t = useTexts(certaintyTexts)
  const { number } = useFormats()
  const words = useMethodWords(results.method)
  const { contacts, changing, deciding } = ranking.sensitivity
  const ids = new Map(results.participants.map((one) => [one.participant, one.participantId]))
  if (changing === 0) return <p>{t('sure.sameWinner', { count: contacts })}</p>
  return (
    <div>
      <p>
        <strong>{t('sure.otherWinner', { count: changing })}</strong>
      </p>
      {deciding.length > 0 && (
        <details>
          <summary>{t('sure.which')}</summary>
          <ul>
            {deciding.map(({ participant, channel, score, winners }, at) => {
              const participantId = ids.get(participant)
              const text = t('sure.deciding', {
                participant,
                channel: inSentence(words.channel(channel)),
                score: number(score, 1),
                winners: winners.join(', ') || t('sure.otherNames'),
              })
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: two contacts may be alike in all that is shown
                <li key={at}>
                  {participantId === undefined ? (
                    text
                  ) : (
                    <Link {...linkTo(submissionsLink(results.editionId, { participantId, channel }))}>
                      {text}
                    </Link>
                  )}
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </div>
  )
}
