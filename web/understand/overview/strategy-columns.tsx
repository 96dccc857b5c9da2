import { useMemo } from 'react'
import type { StrategyRow } from '../../../src/understand/overview/contract.ts'
import { Status, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ShareFigure, ShareLine } from './figures.tsx'

const tones: Readonly<Record<StrategyRow['verdict'], Tone>> = {
  move: 'good',
  stay: 'neutral',
  cause: 'warning',
  people: 'neutral',
}

export function useStrategyColumns(): readonly TableColumn<StrategyRow>[] {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const { number } = useFormats()
  return useMemo(
    (): readonly TableColumn<StrategyRow>[] => [
      { id: 'topic', header: t('table.topic'), value: ({ name }) => name },
      { id: 'contacts', header: t('table.contacts'), value: ({ contacts }) => contacts, decimals: 0 },
      {
        id: 'best',
        header: t('channels.best'),
        value: ({ best }) => (best === null ? null : words(`channel.${best.channel}`)),
        cell: ({ best }) =>
          best === null ? (
            <span className="lp-quiet">{t('channels.tooFew')}</span>
          ) : (
            <>
              <strong>{words(`channel.${best.channel}`)}</strong>
              <span className="lp-small lp-quiet lp-rising__what">{t(`channels.why.${best.why}`)}</span>
            </>
          ),
      },
      {
        id: 'each',
        header: t('channels.each'),
        value: ({ channels }) =>
          channels
            .map(
              ({ channel, fcr }) =>
                `${words(`channel.${channel}`)} ${fcr === null ? '–' : number(fcr.value * 100, 0)}`,
            )
            .join(', '),
        cell: (row) => <EachChannel row={row} />,
        sortable: false,
      },
      {
        id: 'verdict',
        header: t('channels.verdict'),
        value: ({ verdict }) => t(`channels.${verdict}`),
        filter: {
          of: ({ verdict }) => verdict,
          label: (code) => t(`channels.${code as StrategyRow['verdict']}`),
        },
        cell: (row) => <Verdict row={row} />,
      },
      {
        id: 'tried',
        header: t('table.tried'),
        value: ({ selfService }) => (selfService === null ? null : selfService.value * 100),
        decimals: 0,
        align: 'end',
        cell: ({ selfService }) => <ShareFigure estimate={selfService} />,
      },
    ],
    [t, words, number],
  )
}

function EachChannel({ row }: { readonly row: StrategyRow }) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const { percent, number } = useFormats()
  const known = row.channels.filter(({ cases }) => cases >= 10).sort((a, b) => b.fcr!.value - a.fcr!.value)
  return (
    <ul className="lp-channel-each">
      {known.map(({ channel, fcr, costToEnd }) => (
        <li
          key={channel}
          data-best={row.best?.channel === channel || undefined}
          title={
            costToEnd === null
              ? undefined
              : `${t('channels.cost')}: ${t('channels.kroner', { kroner: number(costToEnd, 0) })}`
          }
        >
          <span>{words(`channel.${channel}`)}</span>
          <ShareLine estimate={fcr!} />
          <span className="lp-number">{percent(fcr!.value)}</span>
        </li>
      ))}
    </ul>
  )
}

function Verdict({ row }: { readonly row: StrategyRow }) {
  const t = useTexts(overviewTexts)
  const { number } = useFormats()
  const reasons = row.reasons.map((reason) =>
    reason === 'said' ? row.mustStay : t(`channels.reasons.${reason}`),
  )
  return (
    <>
      <Status tone={tones[row.verdict]}>{t(`channels.${row.verdict}`)}</Status>
      <span className="lp-small lp-quiet lp-rising__what">{reasons.join('; ')}</span>
      {row.atMost !== null && (
        <span className="lp-small lp-rising__what">
          {t('channels.atMost', { kroner: number(Math.round(row.atMost / 100) * 100) })}
        </span>
      )}
    </>
  )
}
