/** Addresses that pages hide from machines, made readable again: one function per trick. */

const address = /[a-z0-9._%+-]{1,64}@(?:[a-z0-9æøåäöü-]{1,63}\.){1,5}[a-z]{2,24}/i

/** The address in a text that is nothing but one, in lower case; undefined otherwise. */
export function soleAddress(text: string): string | undefined {
  const trimmed = text.trim()
  if (trimmed.length > 254) return undefined
  const match = address.exec(trimmed)
  return match && match[0].length === trimmed.length ? trimmed.toLowerCase() : undefined
}

/**
 * Cloudflare's cloak: hexadecimal, the first byte is the key of the rest. Takes the hex itself or the link
 * to `/cdn-cgi/l/email-protection#…`. Example: '422b2c242d0224302f6c2c2d' is 'info@frm.no'.
 */
export function uncloakCloudflare(text: string): string | undefined {
  const hex = /^(?:.{0,200}email-protection#)?([0-9a-f]{8,600})$/i.exec(text.slice(0, 900))?.[1]
  if (!hex || hex.length % 2 !== 0) return undefined
  const bytes = hex.match(/../g)!.map((pair) => Number.parseInt(pair, 16))
  const decoded = bytes
    .slice(1)
    .map((byte) => String.fromCharCode(byte ^ bytes[0]!))
    .join('')
  return soleAddress(decoded.split('?')[0]!)
}

type Attributes = Readonly<Record<string, string>>
type Found = { readonly address: string; readonly trick: string }

/** An address kept in an element's attributes: cloudflare, data-email, data-user with data-domain, base64. */
export function uncloakAttributes(attributes: Attributes): Found | undefined {
  const cloudflare = attributes['data-cfemail'] && uncloakCloudflare(attributes['data-cfemail'])
  if (cloudflare) return { address: cloudflare, trick: 'cloudflare' }
  const whole = attributes['data-email'] ?? attributes['data-mail'] ?? attributes['data-mailto']
  if (whole) {
    const found =
      soleAddress(whole.replace(/^mailto:/, '')) ??
      soleAddress(fromBase64(whole)) ??
      soleAddress(reversed(whole))
    if (found) return { address: found, trick: 'attribute' }
  }
  const user = attributes['data-user'] ?? attributes['data-name'] ?? attributes['data-local']
  const domain = attributes['data-domain'] ?? attributes['data-host'] ?? attributes['data-website']
  if (!user || !domain) return undefined
  const tld =
    attributes['data-tld'] && !domain.includes('.') ? `.${attributes['data-tld'].replace(/^\./, '')}` : ''
  const forward = soleAddress(`${user}@${domain}${tld}`)
  const backward = soleAddress(`${reversed(user)}@${reversed(domain)}`)
  const found = forward && !/^on\.|^moc\./.test(domain) ? forward : (backward ?? forward)
  return found ? { address: found, trick: 'attribute' } : undefined
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}

function fromBase64(text: string): string {
  try {
    return /^[a-z0-9+/]{8,}={0,2}$/i.test(text) ? atob(text) : ''
  } catch {
    return ''
  }
}

/** Every letter moved by `by` in the ring that the common e-mail cloak of TYPO3 uses. */
function shifted(text: string, by: number): string {
  const rings: readonly (readonly [number, number])[] = [
    [0x2b, 0x3a],
    [0x40, 0x5a],
    [0x61, 0x7a],
  ]
  return [...text]
    .map((letter) => {
      const code = letter.charCodeAt(0)
      const ring = rings.find(([low, high]) => code >= low && code <= high)
      if (!ring) return letter
      const size = ring[1] - ring[0] + 1
      return String.fromCharCode(ring[0] + ((((code - ring[0] + by) % size) + size) % size))
    })
    .join('')
}

/** linkTo_UnCryptMailto('nbjmup+…'): the text "mailto:…" moved by −5 … 5 letters. */
function fromShiftedMailto(text: string): string[] {
  return [...text.matchAll(/Un[cC]ryptMailto\((?:%27|'|")([^'"%)]{5,200})/g)].flatMap((match) => {
    for (let by = -5; by <= 5; by++) {
      const plain = shifted(match[1]!, by)
      if (plain.startsWith('mailto:')) return soleAddress(plain.slice(7)) ?? []
    }
    return []
  })
}

function fromCharCodes(text: string): string[] {
  return [...text.matchAll(/fromCharCode\(([\d,\sx]{5,1500})\)/g)].flatMap((match) => {
    const plain = String.fromCharCode(
      ...match[1]!
        .split(',')
        .map(Number)
        .filter((code) => code > 0 && code < 0x250),
    )
    return address.exec(plain)?.[0].toLowerCase() ?? []
  })
}

function fromRot13(text: string): string[] {
  return [
    ...text.matchAll(/([a-z0-9._-]{1,40})@((?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,6})["'][^"']{0,40}\brot13\b/gi),
  ].flatMap((match) => soleAddress(`${match[1]}@${match[2]}`.replace(/[a-z]/gi, rot13)) ?? [])
}

function rot13(letter: string): string {
  const base = letter <= 'Z' ? 65 : 97
  return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
}

const piece = /'([^'\n]{0,200})'|"([^"\n]{0,200})"/g

function numericEntities(text: string): string {
  return text.replace(/&#(x?)([0-9a-f]{2,5});/gi, (_, hex: string, code: string) =>
    String.fromCharCode(Number.parseInt(code, hex ? 16 : 10)),
  )
}

/** The pieces of 'post' + '@' + 'firma.no', also when the pieces are variables or are added step by step. */
function fromConcatenation(text: string): string[] {
  const found: string[] = []
  let tries = 0
  for (const match of text.matchAll(/['"](?:@|&#64;|&#x40;|%40)|(?:@|&#64;|&#x40;|%40)['"]/g)) {
    const near = text.slice(Math.max(0, match.index - 300), match.index + 300)
    const values = variables(near)
    const parts = withVariables(near, values)
    const joined = numericEntities(parts)
      .replace(/%40/g, '@')
      .replace(/mailto:|[<>"'=]/g, ' ')
    const hit = address.exec(joined)
    // A variable that holds 'mailto' may have been joined to the address.
    if (hit) found.push(hit[0].toLowerCase().replace(/^mailto/, ''))
    if (++tries >= 200 || found.length >= 20) break
  }
  return found
}

function variables(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const match of text.matchAll(
    /\b([a-z_$][\w$]{0,40})\s*=\s*(?:'([^'\n]{0,100})'|"([^"\n]{0,100})")\s*[;,\n]/gi,
  )) {
    values.set(match[1]!, match[2] ?? match[3] ?? '')
  }
  return values
}

/** Reads string literals joined by +, by a repeated assignment, or by an array's join(''). */
function withVariables(text: string, values: ReadonlyMap<string, string>): string {
  let joined = ''
  let at = 0
  for (const match of text.matchAll(piece)) {
    const between = text.slice(at, match.index)
    const names = [...between.matchAll(/[a-z_$][\w$]{0,40}/gi)].map((name) => values.get(name[0]))
    const known = names.filter((value) => value !== undefined && !joined.endsWith(value))
    const isJoin = /^[\s+,;()]*$/.test(between) || /^[\s\w$+;=,()]*$/.test(between)
    if (between.includes('+') && known.length > 0) joined += known.join('')
    else if (!isJoin) joined += ' '
    joined += match[1] ?? match[2] ?? ''
    at = match.index + match[0].length
  }
  const tail = [...text.slice(at, at + 80).matchAll(/\+\s*([a-z_$][\w$]{0,40})/gi)].map((name) =>
    values.get(name[1]!),
  )
  return joined + tail.filter((value) => value !== undefined).join('')
}

/** All addresses that a script puts together. Example: `'post' + '@' + 'firma.no'` → ['post@firma.no']. */
export function uncloakScript(text: string): readonly string[] {
  const found = [
    ...fromShiftedMailto(text),
    ...fromCharCodes(text),
    ...fromRot13(text),
    ...fromConcatenation(text),
  ]
  return [...new Set(found)]
}

const at = String.raw`\s?(?:\(|\[|\{|<|\s-|&lt;)\s?(?:at|a|ät|alfakr[øo]ll|kr[øo]llalfa|snabel-?a|snabel|arroba|æt|@)\s?(?:\)|\]|\}|>|-\s|&gt;)\s?`
const dot = String.raw`\s?(?:\(|\[|\{)\s?(?:dot|punktum|punkt|prikk|punto|point|\.)\s?(?:\)|\]|\})\s?|\s(?:dot|punktum)\s`
const spokenAddress = new RegExp(
  `(?<![a-z0-9._+-])([a-z0-9._+-]{1,64})(?:${at}|\\s(?:at|krøllalfa|alfakrøll|snabel-a)\\s(?=[a-z0-9-]{1,60}(?:\\.|\\s?[([{]|\\s(?:dot|punktum)\\s)))((?:[a-z0-9æøåäöü-]{1,60}(?:\\.|${dot})){1,3}[a-z]{2,10})(?![a-z])`,
  'giu',
)

const writtenDot = new RegExp(
  `(?<![a-z0-9._+-])([a-z0-9._+-]{1,64})@((?:[a-z0-9æøåäöü-]{1,60}(?:\\.|${dot})){1,3}[a-z]{2,10})(?![a-z])`,
  'giu',
)
const spaced =
  /(?<![a-z0-9._+-])([a-z0-9._+-]{1,64})(?:\s@\s?|@\s)((?:[a-z0-9-]{1,60}\s?\.\s?){1,3}(?:no|com|net|org|se|dk|de|fi|uk|eu|nl|is|at|ch))(?![a-z.])/giu
const accountWord =
  /^(?:tagg?|følg|folg|follow|instagram|insta|facebook|fb|twitter|x|tik-?tok|snap(?:chat)?|linkedin|youtube|threads|bluesky|mastodon|pinterest|vimeo)$/i

/**
 * "Følg oss på Instagram @firma.no" names an account. A word apart from the @ belongs to an address only where
 * an address begins: first on its line, or after a colon or a word for e-mail.
 */
function isAccount(match: RegExpExecArray): boolean {
  if (accountWord.test(match[1]!)) return true
  if (!/\s@\S/.test(match[0])) return false
  const before = match.input.slice(Math.max(0, match.index - 30), match.index).trimEnd()
  return !/(?:^|:|\be-?post|mail)$/i.test(before)
}

/** Addresses written for people only: "kontakt (at) firma.no", "post@firma(dot)no", "post @ firma . no". */
export function spokenAddresses(
  line: string,
): readonly { readonly address: string; readonly index: number; readonly raw: string }[] {
  const found = [
    ...line.matchAll(spokenAddress),
    ...[...line.matchAll(spaced)].filter((match) => !isAccount(match)),
    ...[...line.matchAll(writtenDot)].filter(([raw]) => /[([{]/.test(raw)),
  ]
  return found.flatMap((match) => {
    const domain = match[2]!.replace(new RegExp(dot, 'giu'), '.').replace(/\s/g, '')
    const whole = soleAddress(`${match[1]}@${domain}`)
    return whole ? [{ address: whole, index: match.index, raw: match[0] }] : []
  })
}
