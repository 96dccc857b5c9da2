/** The drawings of a report as inline SVG in per cent of their cell, so that they follow the page's width. */
import type { Axis, Mark, Tone } from '../../contract.ts'
import { escapeHtml } from './escape.ts'

const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`

/** Hatches that tell the two darkest pairs of colours apart on a grey print. One set for the whole page. */
export const hatches = `<svg class="hatches" width="0" height="0" aria-hidden="true"><defs>
<pattern id="hatch-low" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="low" width="6" height="6"/><line class="hatch-dark" y2="6"/></pattern>
<pattern id="hatch-none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="none" width="6" height="6"/><line class="hatch-light" y2="6"/></pattern>
<pattern id="hatch-loss" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="loss" width="6" height="6"/><line class="hatch-dark" y2="6"/></pattern>
</defs></svg>`

const hatched: Partial<Record<Tone, string>> = {
  low: 'hatch-low',
  unanswered: 'hatch-none',
  loss: 'hatch-loss',
}

const fill = (tone: Tone): string =>
  hatched[tone] === undefined ? `class="${tone}"` : `fill="url(#${hatched[tone]})"`

/** What a cell draws. It repeats the figures beside it, so a screen reader passes it by. */
export function drawMarks(marks: readonly Mark[], axis: Axis = []): string {
  const grid = axis.map(
    ({ at }) => `<line class="grid" x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="100%"/>`,
  )
  return `<svg class="marks" aria-hidden="true">${grid.join('')}${marks.map(drawMark).join('')}</svg>`
}

function drawMark(mark: Mark): string {
  switch (mark.kind) {
    case 'span':
      return `<line class="span" x1="${percent(mark.from)}" x2="${percent(mark.to)}" y1="50%" y2="50%"/>`
    case 'tick':
      return `<line class="tick" x1="${percent(mark.at)}" x2="${percent(mark.at)}" y1="15%" y2="85%"/>`
    case 'dot':
      return `<circle class="dot" cx="${percent(mark.at)}" cy="50%" r="4.5"/>`
    case 'bar':
      return drawBar(mark)
  }
}

function drawBar({ from, to, tone, label }: Extract<Mark, { kind: 'bar' }>): string {
  const bar = `<rect class="bar" x="${percent(from)}" width="${percent(Math.max(to - from, 0.002))}" height="100%"/>`
  const filled = bar.replace('class="bar"', fill(tone))
  if (label === undefined) return filled
  const words = `<text class="on-${tone}" x="${percent((from + to) / 2)}" y="50%" dy=".35em">${escapeHtml(label)}</text>`
  return filled + words
}

/** The axis under a column's heading; the first and last label keep inside the cell. */
export function drawAxis(axis: Axis): string {
  const labels = axis.map(({ at, label }) => {
    const anchor = at < 0.04 ? 'start' : at > 0.96 ? 'end' : 'middle'
    return `<text x="${percent(at)}" y="11" text-anchor="${anchor}">${escapeHtml(label)}</text>`
  })
  return `<svg class="axis" aria-hidden="true">${labels.join('')}</svg>`
}

/** The small sign in front of an entry of a legend. */
export function drawKey(tone: Tone | 'interval' | 'tick'): string {
  const sign =
    tone === 'interval'
      ? '<line class="span" x1="0" x2="100%" y1="50%" y2="50%"/><circle class="dot" cx="50%" cy="50%" r="4"/>'
      : tone === 'tick'
        ? '<line class="tick" x1="50%" x2="50%" y1="5%" y2="95%"/>'
        : `<rect ${fill(tone)} width="100%" height="100%"/>`
  return `<svg class="key" aria-hidden="true">${sign}</svg>`
}
