/** The same text as HTML, for pages of others: plain elements without classes, everything escaped. */
import type { Fact } from './fact-mark.ts'
import type { Block, Line } from './rich-text.ts'

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

export function richInHtml(blocks: readonly Block[]): string {
  return blocks.map(blockInHtml).join('\n')
}

function blockInHtml(block: Block): string {
  if (!('items' in block)) {
    const tag = block.is === 'heading' ? 'h3' : 'p'
    return `<${tag}>${lineInHtml(block.line)}</${tag}>`
  }
  const items = block.items.map((item) => `<li>${lineInHtml(item)}</li>`).join('')
  return block.is === 'list' ? `<ul>${items}</ul>` : `<ol>${items}</ol>`
}

function lineInHtml(line: Line): string {
  return line
    .map((piece) =>
      piece.is === 'fact' ? factInHtml(piece.fact) : escapeHtml(piece.text).replaceAll('\n', '<br>'),
    )
    .join('')
}

function factInHtml({ kind, name, value }: Fact): string {
  const href = hrefOf(kind, value)
  const text = escapeHtml(kind === 'link' ? (name ?? value) : value)
  return href === undefined ? `<strong>${text}</strong>` : `<a href="${escapeHtml(href)}">${text}</a>`
}

/** Where a link or a number leads; undefined for anything that is no safe address. */
export function hrefOf(kind: Fact['kind'], value: string): string | undefined {
  if (kind === 'phone')
    return /^[+\d ()-]{3,}$/.test(value) ? `tel:${value.replaceAll(/[^+\d]/g, '')}` : undefined
  if (kind !== 'link') return undefined
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i.test(value)) return `mailto:${value}`
  const url = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(value) ? value : `https://${value}`)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}
