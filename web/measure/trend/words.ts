/** Names of figures and words about the steps between editions. */

import type { Localized } from '../../../src/kernel/localized.ts'
import type { TrendPoint, TrendSeries, TrendStep } from '../../../src/measure/trend/contract.ts'
import { readFigure } from '../../../src/measure/trend/rules/figure.ts'
import type { PathTarget } from '../../design/path-target.ts'
import { trendTexts } from '../../i18n/trend.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { participantLink } from '../results/links.ts'

export type Named = { readonly figure: string; readonly name?: Localized | undefined }

/** A figure's name: the method's own words, or ours for the total and its like. */
export function useFigureName(): (named: Named) => string {
  const t = useTexts(trendTexts)
  const language = useLanguage()
  return ({ figure, name }) => {
    const read = readFigure(figure)
    if (name) return name[language]
    switch (read?.kind) {
      case 'total':
      case 'answered':
      case 'unanswered':
        return t(`figure.${read.kind}`)
      case 'share':
        return t('figure.share', { from: read.from })
      default:
        return figure
    }
  }
}

/** Why the figures cannot be compared, or that they can; with what a person has written about it. */
export function useStepWords(): (step: TrendStep) => string {
  const t = useTexts(trendTexts)
  return ({ reasons, text }) => {
    if (reasons.length === 0) return text ?? t('chart.same')
    const said = reasons.filter((reason) => reason !== 'declared' || text === undefined)
    return [...(text === undefined ? [] : [text]), ...said.map((reason) => t(`reason.${reason}`))].join(', ')
  }
}

/** The results that a point stands for; none for an edition from before the product. */
export function pointLink({ editionId, participantId }: TrendPoint): PathTarget | undefined {
  if (editionId === null) return undefined
  return participantId === undefined
    ? { to: '/measure/editions/$editionId/results', params: { editionId } }
    : participantLink(editionId, participantId)
}

export const figureGroups = ['whole', 'channel', 'area', 'question'] as const
export type FigureGroup = (typeof figureGroups)[number]

export function groupOf({ figure }: Pick<TrendSeries, 'figure'>): FigureGroup {
  const kind = readFigure(figure)?.kind
  return kind === 'channel' || kind === 'area' || kind === 'question' ? kind : 'whole'
}
