import { normalQuantile } from '../../../../kernel/statistics.ts'
import type { Block, Section } from '../../contract.ts'
import type { ReportInput } from '../report-input.ts'
import type { ReportWords } from '../report-words.ts'

/**
 * How far a mean of `n` scores is known: the quantile × standard deviation ÷ √n.
 * Example: scores that spread by 20 and 25 of them, at 95 % → 1.96 × 20 ÷ 5 = 7.84.
 */
export function halfWidth(scores: readonly number[], level: number) {
  const n = scores.length
  if (n < 2) return undefined
  const mean = scores.reduce((sum, score) => sum + score, 0) / n
  const sd = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1))
  const z = normalQuantile((1 + level) / 2)
  return { n, sd, z, half: (z * sd) / Math.sqrt(n) }
}

/** What the figures can tell, with the arithmetic of this participant's own contacts. */
export function howToReadSection({ facts, classResult, contacts }: ReportInput, words: ReportWords): Section {
  const { t, format } = words
  const { method, intervals } = facts
  const width = halfWidth(
    contacts.map(({ score }) => score),
    intervals.level,
  )
  const bullets = [
    t('howScore'),
    t(method.score.total === 'pointsOverPossible' ? 'howTotalPoints' : 'howTotalMean'),
    t('howInterval', {
      resamples: format.number(intervals.resamples),
      level: words.percentLevel(intervals.level),
    }),
    ...(width
      ? [
          t('howArithmetic', {
            n: format.number(width.n),
            sd: format.number(width.sd, 1),
            z: format.number(width.z, 2),
            root: format.number(Math.sqrt(width.n)),
            half: format.number(width.half, 1),
          }),
          t('howCompare', { apart: format.number(width.half * Math.SQRT2, 1) }),
        ]
      : []),
    t('howChannels'),
    t('howAgents'),
  ]
  const notes: Block[] = [
    ...(classResult ? [] : [{ kind: 'note', text: t('howSmallClass') } as const]),
    {
      kind: 'note',
      text: t('howRecompute', { version: facts.methodVersion, seed: intervals.seed }),
    },
  ]
  return {
    title: t('howTitle'),
    lead: t('howLead', { n: format.number(contacts.length) }),
    keepsTogether: true,
    blocks: [{ kind: 'bullets', items: bullets }, ...notes],
  }
}
