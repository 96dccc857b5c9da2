import { Button } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { PreparationItem, PreparationState } from '../../../src/measure/feedback/contract.ts'
import { linkTo, type PathTarget } from '../../design/path-target.ts'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export type PreparationActs = {
  /** Whose list it is. */
  readonly editionId: string
  readonly onEdit: (item: PreparationItem) => void
  readonly onState: (item: PreparationItem, state: PreparationState) => void
  readonly onDrop: (item: PreparationItem) => void
}

const tones = { open: 'warning', done: 'good', dropped: 'neutral' } as const

export function usePreparationColumns(acts: PreparationActs): readonly TableColumn<PreparationItem>[] {
  const t = useTexts(feedbackTexts)
  const format = useFormats()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('preparation.item'),
        value: ({ title }) => title,
        cell: (item) => <What item={item} editionId={acts.editionId} />,
      },
      {
        id: 'source',
        header: t('preparation.source'),
        value: ({ source }) => t(`preparation.sources.${source}`),
        cell: (item) => <Source item={item} />,
        filter: { of: ({ source }) => source, label: (code) => t(`preparation.sources.${code as 'own'}`) },
      },
      { id: 'owner', header: t('preparation.owner'), value: ({ owner }) => owner },
      {
        id: 'due',
        header: t('preparation.due'),
        value: ({ dueOn }) => dueOn,
        cell: ({ dueOn, late }) => {
          if (dueOn === null) return '–'
          return late ? (
            <Status tone="bad">
              {format.shortDate(dueOn)} · {t('preparation.late')}
            </Status>
          ) : (
            format.date(dueOn)
          )
        },
      },
      {
        id: 'state',
        header: t('preparation.state'),
        value: ({ state }) => t(`preparation.states.${state}`),
        cell: ({ state, reason }) => (
          <>
            <Status tone={tones[state]}>{t(`preparation.states.${state}`)}</Status>
            {reason && <span className="lp-small lp-quiet lp-feedback-reason">{reason}</span>}
          </>
        ),
        filter: { of: ({ state }) => state, label: (code) => t(`preparation.states.${code as 'open'}`) },
      },
      {
        id: 'actions',
        header: t('preparation.actions'),
        isAction: true,
        value: () => null,
        cell: (item) => <Acts item={item} acts={acts} />,
      },
    ],
    [acts, t, format],
  )
}

type OfItem = { readonly item: PreparationItem }

function What({ item, editionId }: OfItem & { readonly editionId: string }) {
  const t = useTexts(feedbackTexts)
  const { title, detail, edition } = item
  return (
    <span className="lp-feedback-what">
      <strong>{title}</strong>
      {detail && <span className="lp-small lp-quiet">{detail}</span>}
      {item.editionId !== editionId && (
        <span className="lp-small lp-quiet">{t('preparation.from', { edition })}</span>
      )}
    </span>
  )
}

/** The way back to what it came from. */
function Source({ item: { source, sourceId, editionId } }: OfItem) {
  const t = useTexts(feedbackTexts)
  const words = t(`preparation.sources.${source}`)
  const target = targetOf({ source, sourceId, editionId })
  return target ? <Link {...linkTo(target)}>{words}</Link> : words
}

function targetOf({
  source,
  sourceId,
  editionId,
}: Pick<PreparationItem, 'source' | 'sourceId' | 'editionId'>): PathTarget | undefined {
  const params = { editionId }
  if (source === 'feedback' && sourceId)
    return { to: '/measure/editions/$editionId/feedback', params, search: { feedback: sourceId } }
  return source === 'expectations' ? { to: '/measure/editions/$editionId/expectations', params } : undefined
}

function Acts({ item, acts }: OfItem & { readonly acts: PreparationActs }) {
  const t = useTexts(feedbackTexts)
  const { title, state } = item
  const button = (label: string, act: () => void) => (
    <Button variant="tertiary" data-size="sm" aria-label={`${label}: ${title}`} onClick={act}>
      {label}
    </Button>
  )
  if (state !== 'open') return button(t('preparation.reopen'), () => acts.onState(item, 'open'))
  return (
    <span className="lp-row lp-feedback-acts">
      {button(t('preparation.done'), () => acts.onState(item, 'done'))}
      {button(t('preparation.edit'), () => acts.onEdit(item))}
      {button(t('preparation.drop'), () => acts.onDrop(item))}
    </span>
  )
}
