/** The text of the HTML that mail and chat programs write; in time proportional to its length. */

const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    aring: 'å',
    Aring: 'Å',
    oslash: 'ø',
    Oslash: 'Ø',
    aelig: 'æ',
    AElig: 'Æ',
    eacute: 'é',
    ouml: 'ö',
    auml: 'ä',
    Ouml: 'Ö',
    Auml: 'Ä',
    laquo: '«',
    raquo: '»',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    euro: '€',
    copy: '©',
    shy: '',
  }),
)
const breaking = /^\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote|section|article|header|footer|pre|hr)$/
const silent = ['script', 'style', 'head', 'title']

/** @example htmlText('<p>Hei &amp; h&aring;</p><p>Ola</p>') // 'Hei & hå\nOla' */
export function htmlText(html: string): string {
  const parts: string[] = []
  for (let at = 0; at < html.length; ) {
    const tag = html.indexOf('<', at)
    if (tag < 0) {
      parts.push(onOneLine(html.slice(at)))
      break
    }
    parts.push(onOneLine(html.slice(at, tag)))
    const read = readTag(html, tag)
    parts.push(read.text)
    at = read.to
  }
  return tidy(decoded(parts.join('')))
}

function readTag(html: string, from: number): { readonly text: string; readonly to: number } {
  if (html.startsWith('<!--', from)) return { text: '', to: after(html, '-->', from) }
  const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(html.slice(from, from + 20))?.[1]?.toLowerCase()
  if (name === undefined)
    return {
      text: html[from + 1] === '!' ? '' : '<',
      to: html[from + 1] === '!' ? after(html, '>', from) : from + 1,
    }
  if (silent.includes(name)) return { text: '', to: after(html, `</${name}`, from, '>') }
  return { text: breakOf(name), to: after(html, '>', from) }
}

/** Where paragraphs and boxes begin and end; many of them side by side are one line end. */
const edge = '\ue000'

function breakOf(name: string): string {
  if (name === 'br') return '\n'
  if (name === 'blockquote') return `${edge}> `
  return breaking.test(name) ? edge : ''
}

const onOneLine = (text: string): string => text.replaceAll(/[\r\n\t\ue000]/g, ' ')

/** Right behind the mark, and then behind a second one; the end of the text where there is none. */
function after(html: string, mark: string, from: number, then?: string): number {
  const found = html.indexOf(mark, from)
  const to = found < 0 ? html.length : found + mark.length
  return then === undefined || found < 0 ? to : after(html, then, to)
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return names.get(name as string) ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : ''
  })
}

function tidy(text: string): string {
  const boxes = text.split(edge).map((box) => {
    const lines = box.split('\n').map((line) => line.replaceAll(/[ \u00a0]+/g, ' ').trim())
    return lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n')
  })
  return boxes
    .filter((box) => box !== '')
    .join('\n')
    .trim()
}
