import { useMemo } from 'react'
import type { PoolObserver } from '../../../src/measure/observers/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import { Status, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { observerTexts } from '../../i18n/observers.ts'
import { poolTexts } from '../../i18n/pool.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { today } from '../planning/today.ts'
import type { Severity } from './severity.tsx'
import { useHoursText } from './words.ts'

export function isAway({ absences }: Pick<PoolObserver, 'absences'>): boolean {
  const date = today()
  return absences.some(({ from, to }) => from <= date && date <= to)
}

function stateOf(observer: PoolObserver): 'active' | 'inactive' | 'away' {
  if (!observer.active) return 'inactive'
  return isAway(observer) ? 'away' : 'active'
}

const stateTones = { active: 'good', inactive: 'neutral', away: 'warning' } as const
export const qualificationTones = {
  none: 'neutral',
  training: 'information',
  qualified: 'good',
  suspended: 'bad',
} as const satisfies Record<string, Tone>
export const briefingTones = {
  notTaken: 'neutral',
  begun: 'information',
  passed: 'good',
  failed: 'warning',
} as const satisfies Record<string, Tone>
export const standingTones = {
  tooFew: 'neutral',
  above: 'good',
  level: 'information',
  below: 'warning',
} as const satisfies Record<string, Tone>

export const severityTones = {
  severe: 'warning',
  lenient: 'warning',
  unclear: 'neutral',
} as const satisfies Record<string, Tone>

export function usePoolColumns(
  items: readonly PoolObserver[] = [],
  severities?: ReadonlyMap<string, Severity>,
): readonly TableColumn<PoolObserver>[] {
  const t = useTexts(poolTexts)
  const base = useTexts(observerTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const hoursText = useHoursText()
  return useMemo(() => {
    const shares = items.flatMap(({ grade: { inOrder } }) =>
      inOrder ? inOrder.interval.map((x) => x * 100) : [],
    )
    const domain = niceDomain([...shares, 100], { limits: [0, 100], wanted: 3 })
    const effects = [...(severities?.values() ?? [])].flatMap(({ interval }) => interval)
    const severityDomain = niceDomain([...effects, -1, 1], { wanted: 3 })
    const qualificationOf = ({ qualification }: PoolObserver) => qualification?.status ?? 'none'
    return [
      { id: 'name', header: base('column.name'), value: ({ name }) => name },
      {
        id: 'state',
        header: base('column.state'),
        value: (row) => base(stateOf(row)),
        cell: (row) => <Status tone={stateTones[stateOf(row)]}>{base(stateOf(row))}</Status>,
        filter: { of: stateOf, label: (code) => base(code as 'active') },
      },
      {
        id: 'qualification',
        header: t('column.qualification'),
        value: (row) => t(`qualification.${qualificationOf(row)}`),
        cell: (row) => (
          <Status tone={qualificationTones[qualificationOf(row)]}>
            {t(`qualification.${qualificationOf(row)}`)}
          </Status>
        ),
        filter: { of: qualificationOf, label: (code) => t(`qualification.${code as 'none'}`) },
      },
      {
        id: 'briefing',
        header: t('column.briefing'),
        value: ({ briefing }) => t(`briefing.${briefing}`),
        cell: ({ briefing }) => <Status tone={briefingTones[briefing]}>{t(`briefing.${briefing}`)}</Status>,
        filter: { of: ({ briefing }) => briefing, label: (code) => t(`briefing.${code as 'passed'}`) },
      },
      {
        id: 'grade',
        header: t('column.grade'),
        value: ({ grade: { inOrder } }) => (inOrder ? inOrder.share * 100 : null),
        decimals: 0,
        align: 'start',
        axis: domain,
        cell: ({ grade: { inOrder } }) =>
          inOrder ? (
            <span className="lp-observer__grade">
              <Interval
                value={inOrder.share * 100}
                low={inOrder.interval[0] * 100}
                high={inOrder.interval[1] * 100}
                domain={domain}
                decimals={0}
              />
              <span className="lp-small lp-quiet lp-number">n = {inOrder.n}</span>
            </span>
          ) : (
            '–'
          ),
      },
      {
        id: 'standing',
        header: t('column.standing'),
        value: ({ grade }) => t(`standing.${grade.standing}`),
        cell: ({ grade }) => (
          <Status tone={standingTones[grade.standing]}>{t(`standing.${grade.standing}`)}</Status>
        ),
        filter: { of: ({ grade }) => grade.standing, label: (code) => t(`standing.${code as 'level'}`) },
      },
      {
        id: 'severity',
        header: t('column.severity'),
        value: ({ observerId }) => severities?.get(observerId)?.effect ?? null,
        decimals: 1,
        align: 'start',
        axis: severityDomain,
        cell: ({ observerId }) => {
          const severity = severities?.get(observerId)
          if (!severity) return '–'
          const { effect, interval, verdict } = severity
          return (
            <span className="lp-observer__grade">
              <Interval value={effect} low={interval[0]} high={interval[1]} domain={severityDomain} />
              {verdict !== 'unclear' && (
                <Status tone={severityTones[verdict]}>{t(`severity.verdict.${verdict}`)}</Status>
              )}
            </span>
          )
        },
      },
      {
        id: 'load',
        header: t('column.load'),
        value: ({ ahead }) => ahead,
        cell: ({ ahead, planned }) => `${ahead} / ${planned}`,
        align: 'end',
      },
      {
        id: 'perWeek',
        header: base('column.contactsPerWeek'),
        value: ({ contactsPerWeek }) => contactsPerWeek,
        align: 'end',
        hidden: true,
      },
      { id: 'days', header: t('column.days'), value: ({ hours }) => hoursText(hours) },
      {
        id: 'channels',
        header: t('column.channels'),
        value: ({ channels }) =>
          channels.length === 0 ? t('allChannels') : channels.map((id) => channel(id)).join(', '),
        hidden: true,
      },
      {
        id: 'languages',
        header: t('column.languages'),
        value: ({ languages }) => languages.map((code) => t(`language.${code}`)).join(', '),
        hidden: true,
      },
      { id: 'region', header: t('column.region'), value: ({ region }) => region, hidden: true },
      {
        id: 'conflicts',
        header: t('column.conflicts'),
        value: ({ conflicts }) => [...new Set(conflicts.map(({ participant }) => participant))].join(', '),
        hidden: true,
      },
      {
        id: 'absences',
        header: base('column.absences'),
        value: ({ absences }) =>
          absences.map(({ from, to }) => `${format.shortDate(from)}–${format.date(to)}`).join(', '),
        hidden: true,
      },
      {
        id: 'person',
        header: base('column.signsIn'),
        value: ({ signsIn }) => signsIn ?? base('nobody'),
        hidden: true,
      },
    ]
  }, [items, severities, t, base, channel, format, hoursText])
}
