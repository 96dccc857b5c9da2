/**
 * Browsers stop nesting at 512 levels; so does the reader, which keeps a hostile page from costing more
 * than a large one. Tags beyond the limits are turned into text-free comments, their text is kept.
 */
const maxDepth = 400
const maxOpenOptional = 2_000
const maxTags = 250_000

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const optionalEnd = new Set('p li td th tr dt dd option optgroup thead tbody tfoot rt rp'.split(' '))
const rawTags = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed'])

const tagStart = /<(?:!--|\/?[a-z][a-z0-9:-]{0,40})/gi

type Depth = { open: number; optional: number }

function step(depth: Depth, name: string, closing: boolean): boolean {
  if (voidTags.has(name)) return true
  const key = optionalEnd.has(name) ? 'optional' : 'open'
  if (closing) {
    depth[key] = Math.max(0, depth[key] - 1)
    return true
  }
  if (depth[key] >= (key === 'open' ? maxDepth : maxOpenOptional)) return false
  depth[key] += 1
  return true
}

/** The page with nesting and number of tags limited; the same string when it is within the limits. */
export function limitMarkup(html: string): string {
  const depth: Depth = { open: 0, optional: 0 }
  const dropped: number[] = []
  let tags = 0
  tagStart.lastIndex = 0
  for (let match = tagStart.exec(html); match; match = tagStart.exec(html)) {
    if (match[0] === '<!--') {
      const end = html.indexOf('-->', tagStart.lastIndex)
      if (end < 0) break
      tagStart.lastIndex = end + 3
      continue
    }
    tags += 1
    if (tags > maxTags) return rebuild(html.slice(0, match.index), dropped)
    const closing = match[0][1] === '/'
    const name = match[0].slice(closing ? 2 : 1).toLowerCase()
    if (!step(depth, name, closing)) dropped.push(match.index)
    else if (rawTags.has(name) && !closing) tagStart.lastIndex = endOfRaw(html, name, tagStart.lastIndex)
  }
  return rebuild(html, dropped)
}

function endOfRaw(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}

function rebuild(html: string, dropped: readonly number[]): string {
  if (dropped.length === 0) return html
  const parts: string[] = []
  let from = 0
  for (const at of dropped) {
    parts.push(html.slice(from, at))
    const end = html.indexOf('>', at)
    from = end < 0 ? html.length : end + 1
  }
  parts.push(html.slice(from))
  return parts.join(' ')
}
