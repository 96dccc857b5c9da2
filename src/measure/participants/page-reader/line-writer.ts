import type { Line, LinkSpan, Region } from '../rules/page.ts'

const longest = 10_000

/** Gathers running text into lines, remembering the heading before each and which parts are links. */
export type LineWriter = {
  readonly lines: Line[]
  write(text: string): void
  breakLine(): void
  setHeading(text: string): void
  heading(): string
  setRegion(region: Region): void
  region(): Region
  /** Starts a link; call the answer when the link ends. */
  openLink(link: number): () => void
  /** Keeps "Telefon" and "22 33 44 55" apart when only an inline tag separates them. */
  seam(): void
}

/** Zero-width characters, soft hyphen and byte-order mark: they split numbers without being seen. */
const invisible = /\u200b|\u200c|\u200d|\ufeff|\u00ad|\u2060/g
const letterDigit = /\p{L}\d$|\d\p{L}$/u

export function lineWriter(): LineWriter {
  const lines: Line[] = []
  let text = ''
  let seamAt = -1
  let spans: LinkSpan[] = []
  let heading = ''
  let previous = ''
  let region: Region = 'main'
  const flush = () => {
    const trimmed = text.trimEnd()
    if (trimmed !== '') {
      lines.push({ text: trimmed, spans, heading, previous, region })
      previous = trimmed.slice(0, 200)
    }
    text = ''
    spans = []
    seamAt = -1
  }
  const append = (piece: string) => {
    if (piece === '') return
    if (text.length + piece.length > longest) flush()
    if (text === '' || text.endsWith(' ')) text += piece.trimStart()
    else if (seamAt === text.length && letterDigit.test(text.slice(-1) + piece[0])) text += ` ${piece}`
    else text += piece
  }
  return {
    lines,
    write(raw) {
      const clean = raw.replace(invisible, '').replace(/\s+/g, ' ')
      for (let at = 0; at < clean.length; at += longest) append(clean.slice(at, at + longest))
    },
    breakLine: flush,
    setHeading(next) {
      heading = next
    },
    heading: () => heading,
    setRegion(next) {
      region = next
    },
    region: () => region,
    openLink(link) {
      const start = text.length
      const line = lines.length
      return () => {
        if (lines.length === line && text.length > start) spans.push({ start, end: text.length, link })
      }
    },
    seam() {
      seamAt = text.length
    },
  }
}
