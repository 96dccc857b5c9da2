/** The blocks of a report as HTML. Everything that comes from outside goes through `escapeHtml`. */
import type { Block, Cell, Column, Section, TableBlock } from '../../contract.ts'
import { drawAxis, drawKey, drawMarks } from './draw.ts'
import { escapeHtml } from './escape.ts'

export function writeSection({ title, lead, blocks, startsPage, keepsTogether }: Section): string {
  const paging = startsPage ? ' class="starts-page"' : keepsTogether ? ' class="together"' : ''
  return `<section${paging}><h2>${escapeHtml(title)}</h2><p class="lead">${escapeHtml(lead)}</p>${writeBlocks(blocks)}</section>`
}

export const writeBlocks = (blocks: readonly Block[]): string => blocks.map(writeBlock).join('')

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'note':
      return `<p class="note">${escapeHtml(block.text)}</p>`
    case 'bullets':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
    case 'figures':
      return `<dl class="figures">${block.items.map(writeFigure).join('')}</dl>`
    case 'quotes':
      return block.items.map(writeQuote).join('')
    case 'table':
      return writeTable(block)
  }
}

function writeFigure({ label, value, detail }: { label: string; value: string; detail: string }): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd><b>${escapeHtml(value)}</b> <span>${escapeHtml(detail)}</span></dd></div>`
}

function writeQuote({ source, lines }: Extract<Block, { kind: 'quotes' }>['items'][number]): string {
  const texts = lines.map(
    ({ label, text }) => `<p><span class="about">${escapeHtml(label)}</span> ${escapeHtml(text)}</p>`,
  )
  return `<figure class="quote"><figcaption>${escapeHtml(source)}</figcaption><blockquote>${texts.join('')}</blockquote></figure>`
}

export function writeTable({ caption, columns, rows, legend = [] }: TableBlock): string {
  const drawn = columns.some(({ kind }) => kind === 'drawing')
  const head = columns.some(({ header }) => header !== '') || columns.some(({ axis }) => axis)
  const keys = legend.map(({ tone, text }) => `<li>${drawKey(tone)} ${escapeHtml(text)}</li>`)
  const legendList = keys.length > 0 ? `<ul class="legend">${keys.join('')}</ul>` : ''
  return `${legendList}<div class="table" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table${drawn ? ' class="drawn"' : ''}><caption>${escapeHtml(caption)}</caption>${
    head ? `<thead><tr>${columns.map(writeHead).join('')}</tr></thead>` : ''
  }<tbody>${rows.map((row) => `<tr>${row.map((cell, at) => writeCell(cell, columns[at]!, at === 0)).join('')}</tr>`).join('')}</tbody></table></div>`
}

function writeHead({ header, kind, axis }: Column): string {
  const inside = escapeHtml(header) + (axis ? drawAxis(axis) : '')
  // A heading without words heads nothing for a screen reader: the drawing repeats the cells beside it.
  return header === ''
    ? `<td class="${kind}">${inside}</td>`
    : `<th scope="col" class="${kind}">${inside}</th>`
}

function writeCell({ text, strong, marks }: Cell, { kind, axis }: Column, first: boolean): string {
  const words = escapeHtml(text)
  const inside = marks ? drawMarks(marks, axis) + words : strong ? `<b>${words}</b>` : words
  return first && kind !== 'drawing'
    ? `<th scope="row" class="${kind}">${inside}</th>`
    : `<td class="${kind}">${inside}</td>`
}
