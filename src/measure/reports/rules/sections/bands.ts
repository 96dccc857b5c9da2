import type { BandCount } from '../../../results/contract.ts'
import type { Cell, Section, TableBlock, Tone } from '../../contract.ts'
import { type Part, shareMarks } from '../drawing.ts'
import type { EditionFacts, ReportInput } from '../report-input.ts'
import type { ReportWords } from '../report-words.ts'

const tones: readonly Tone[] = ['best', 'good', 'fair', 'low']

type ShownBand = { readonly id: string; readonly from: number; readonly tone: Tone }

/** The method's bands from the highest to the lowest; more than four share the tones at the ends. */
export function shownBands({ method }: Pick<EditionFacts, 'method'>): readonly ShownBand[] {
  const ordered = method.bands.toSorted((a, b) => b.from - a.from)
  return ordered.map(({ id, from }, at) => ({
    id,
    from,
    tone: at === ordered.length - 1 ? 'low' : (tones[Math.min(at, 2)] ?? 'fair'),
  }))
}

/** The parts of one segment's bar: the bands, the lowest without its unanswered contacts, and those last. */
export function bandParts(
  bands: readonly BandCount[],
  segment: string,
  shown: readonly ShownBand[],
): readonly Part[] {
  const own = new Map(bands.filter((band) => band.segment === segment).map((band) => [band.band, band]))
  const unanswered = [...own.values()].reduce((sum, band) => sum + band.unanswered, 0)
  const parts = shown.map(({ id, tone }) => {
    const band = own.get(id)
    return { count: (band?.count ?? 0) - (band?.unanswered ?? 0), tone }
  })
  return [...parts, { count: unanswered, tone: 'unanswered' }]
}

type Segment = { readonly segment: string; readonly name: string }
type Drawn = { readonly facts: Pick<EditionFacts, 'method'>; readonly words: ReportWords }

/** One bar for each segment, with the share of every band beside it. */
export function bandsTable(
  bands: readonly BandCount[],
  segments: readonly Segment[],
  { facts, words }: Drawn,
): TableBlock {
  const { t, format } = words
  const shown = shownBands(facts)
  const titles = [
    ...shown.map(({ id, tone }) =>
      tone === 'low' ? t('bandAnswered', { band: words.band(id) }) : words.band(id),
    ),
    t('unanswered'),
  ]
  return {
    kind: 'table',
    caption: t('bands'),
    columns: [
      { header: t('segment'), kind: 'text' },
      { header: t('share'), kind: 'drawing', share: 3.2 },
      ...titles.map((header) => ({ header, kind: 'number', share: 1 }) as const),
    ],
    rows: segments.map(({ segment, name }, at): Cell[] => {
      const parts = bandParts(bands, segment, shown)
      const total = parts.reduce((sum, { count }) => sum + count, 0)
      return [
        { text: name, strong: at === 0 },
        { text: '', marks: shareMarks(parts) },
        ...parts.map(({ count }) => ({ text: total === 0 ? '0' : format.percent(count / total) })),
      ]
    }),
    legend: titles.map((text, at) => ({ tone: shown[at]?.tone ?? 'unanswered', text })),
  }
}

/** Contacts per band: the participant, its class, everybody. */
export function bandsSection(
  { facts, result, classResult, bands }: ReportInput,
  words: ReportWords,
): Section {
  const { t } = words
  const own = `participant:${result.participant}`
  const segments = [
    { segment: own, name: result.participant },
    ...(classResult ? [{ segment: `class:${result.class}`, name: t('theClass') }] : []),
    { segment: 'all', name: t('everybody') },
  ]
  const shown = shownBands(facts)
  return {
    title: titleOf(bandParts(bands, own, shown), shown, words),
    lead: t('bandsLead'),
    blocks: [bandsTable(bands, segments, { facts, words })],
  }
}

/** The share at or above the second band from the top: good contacts. */
function titleOf(parts: readonly Part[], shown: readonly ShownBand[], { t, format }: ReportWords): string {
  const limit = shown.at(Math.min(1, shown.length - 1))
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  if (!limit || total === 0 || limit.from === 0) return t('bands')
  const good = parts.slice(0, 2).reduce((sum, { count }) => sum + count, 0)
  return t('bandsTitle', { percent: format.percent(good / total), limit: format.number(limit.from) })
}
