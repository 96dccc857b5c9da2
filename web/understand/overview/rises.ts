import type { Overview, TopicLine } from '../../../src/understand/overview/contract.ts'

export type RisingLine = TopicLine & { readonly rise: NonNullable<TopicLine['rise']> }

/** Topics that rise by more than chance, the surest first. */
export function risesOf({ topics }: Pick<Overview, 'topics'>): readonly RisingLine[] {
  return topics
    .filter((line): line is RisingLine => line.rise !== null)
    .sort((a, b) => b.rise.low - a.rise.low)
}
