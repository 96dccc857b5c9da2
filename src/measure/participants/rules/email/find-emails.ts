/** Every e-mail address of a page with what it is for; press, jobs, privacy and the like stay evidence only. */
import { siteName } from '../country.ts'
import type { Evidence } from '../evidence.ts'
import type { Line, Page } from '../page.ts'
import { type Purpose, purposeOf, tierOf, usable } from '../purpose.ts'
import { purposeOfAddress } from './email-purpose.ts'
import { soleAddress, spokenAddresses, uncloakScript } from './uncloak.ts'

export type FoundEmail = { readonly address: string; readonly purpose: Purpose; readonly label: string }

type Sighting = FoundEmail & { readonly snippet: string; readonly reason?: string }

const plain =
  /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9æøåäöü-]{1,63}\.){1,5}[a-z]{2,24}(?![a-z0-9-])/gi
const neverReal =
  /@(?:example\.|eksempel\.|domain\.|domene\.|email\.|yourdomain|firma\.tld|test\.|sentry|.*\.(?:png|jpe?g|gif|svg|webp|css|js)$|sentry\.io|wixpress|incoming\.intercom\.io|localhost)|^(?:you|john\.?doe|(?:ola|kari)\.?nordmann)@|@[\d.]+x?$/i
/** "fornavn.etternavn@firma.no" tells how addresses are made; it is nobody's. */
const patternPart =
  '(?:din|ditt|your|navn|namn|name|fornavn|fornamn|förnamn|first-?name|vorname|etternavn|etternamn|efternavn|efternamn|last-?name|surname|nachname|bruker(?:navn)?|user(?:name)?)'
const isPattern = new RegExp(`^${patternPart}(?:[._-]?${patternPart})*@`, 'i')

/** The addresses that a customer would write to, the best first, and the evidence for all that were seen. */
export function findEmails(page: Page): { emails: readonly FoundEmail[]; evidence: readonly Evidence[] } {
  const merged = merge([
    ...inLines(page),
    ...inLinks(page),
    ...stated(page),
    ...uncloaked(page),
    ...inScripts(page),
  ])
  const real = merged.filter(({ address }) => !neverReal.test(address) && !isPattern.test(address))
  const chosen = ownSiteFirst(usable(real.map((sighting) => demoteForeign(sighting, page))), page)
  const used = new Set(chosen.map((email) => email.address))
  const evidence = real.map((email): Evidence => {
    const isUsed = used.has(email.address)
    const why = isUsed
      ? email.reason
      : tierOf(email.purpose) >= 9
        ? email.purpose
        : `not-first-choice:${email.purpose}`
    return {
      kind: 'email',
      value: email.address,
      verdict: isUsed ? 'used' : 'rejected',
      snippet: email.snippet,
      ...(why ? { reason: why } : {}),
    }
  })
  return { emails: chosen.map(({ address, purpose, label }) => ({ address, purpose, label })), evidence }
}

function sight(address: string, label: string, snippet: string, reason?: string): Sighting {
  return {
    address,
    label,
    snippet: snippet.slice(0, 240),
    purpose: purposeOfAddress(address, label),
    ...(reason ? { reason } : {}),
  }
}

/** The words right before an address: on its line since the last break, else the line before. */
function labelBefore(line: Line, index: number): string {
  const own = line.text.slice(Math.max(0, index - 120), index)
  const mine = (own.split(/[|;•/]|\.\s/).at(-1) ?? '')
    .replace(/\b(?:e-?post|e-?mail|mail)\b|[:\s]+$/gi, '')
    .trim()
  return mine.length >= 2 ? mine : line.previous.slice(-80)
}

function* inLines(page: Page): Generator<Sighting> {
  let budget = 1_000
  let spoken = 400_000
  for (const line of page.lines) {
    const text = line.text
    const hasAt = text.includes('@')
    for (const match of hasAt ? text.matchAll(plain) : []) {
      if (budget-- <= 0) return
      const address = soleAddress(match[0].replace(/^[.\-_]+/, ''))
      if (!address) continue
      const found = sight(
        address,
        labelBefore(line, match.index),
        text.slice(Math.max(0, match.index - 100), match.index + 120),
      )
      const inProse = text.length > 90 && (found.purpose === 'person' || found.purpose === 'unknown')
      yield inProse ? { ...found, purpose: 'mention' } : found
    }
    spoken -= text.length
    if (
      spoken < 0 ||
      text.length > 1_000 ||
      !/@|\b(?:at|a|ät|snabel-?a|krøllalfa|alfakr[øo]ll|krøllalfa|æt)\b/i.test(text)
    )
      continue
    for (const { address, index, raw } of spokenAddresses(text)) {
      if (budget-- <= 0) return
      if (!raw.includes('@') || /\s@|@\s|[([{]/.test(raw))
        yield sight(address, labelBefore(line, index), text, 'spoken')
    }
  }
}

function* inLinks(page: Page): Generator<Sighting> {
  for (const link of page.links.slice(0, 5_000)) {
    const target = mailTarget(link.href)
    if (target)
      yield sight(
        target,
        soleAddress(link.text) ? '' : `${link.text} ${link.hint}`.trim(),
        `${link.text} → ${link.href}`,
      )
    if (!/^javascript:/i.test(link.href) && !/mail|fromCharCode/i.test(link.marks)) continue
    for (const address of uncloakScript(`${decode(link.href)} ${link.marks}`))
      yield sight(address, link.text, link.text, 'script')
  }
}

/** The address of a mailto: link; undefined for "share by e-mail" links, which have none. */
export function mailTarget(href: string): string | undefined {
  const target = /^mailto:\/{0,2}([^?]{0,300})/i.exec(href)?.[1]
  if (!target) return undefined
  const first = decode(target)
    .split(/[,;]/)[0]!
    .replace(/^.{0,80}<([^>]{3,200})>.{0,5}$/, '$1')
  return soleAddress(first) ?? spokenAddresses(first)[0]?.address
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function* stated(page: Page): Generator<Sighting> {
  for (const contact of page.stated.slice(0, 200)) {
    if (contact.kind !== 'email' || contact.purpose.startsWith('type:')) continue
    const address = soleAddress(contact.value.replace(/^mailto:/i, ''))
    if (address) yield sight(address, contact.purpose, `${contact.origin}: ${contact.value}`, contact.origin)
  }
}

function* uncloaked(page: Page): Generator<Sighting> {
  for (const { address, trick, around } of page.uncloaked.slice(0, 200))
    yield sight(address, soleAddress(around) ? '' : around, around || address, trick)
}

/** Scripts put an address together only where they also write it: a mail link or document.write. */
function* inScripts(page: Page): Generator<Sighting> {
  let budget = 60
  for (const script of page.scripts) {
    if (
      script.text.length > 60_000 ||
      !/mailto|document\.write|innerHTML|UnCryptMailto|addy|email/i.test(script.text)
    )
      continue
    if (budget-- <= 0) return
    for (const address of uncloakScript(script.text))
      yield sight(address, '', script.text.slice(0, 160), 'script')
  }
}

function merge(sightings: readonly Sighting[]): readonly Sighting[] {
  const byAddress = new Map<string, Sighting>()
  for (const next of sightings) {
    const known = byAddress.get(next.address)
    if (!known || saysMore(next, known)) byAddress.set(next.address, next)
  }
  return [...byAddress.values()]
}

function saysMore(next: Sighting, known: Sighting): boolean {
  if (next.purpose === 'unknown' || next.purpose === 'mention') return false
  return known.purpose === 'unknown' || tierOf(next.purpose) < tierOf(known.purpose)
}

/** An agency's or a supplier's address is not the company's: another name after the @ counts as a mention. */
function demoteForeign(email: Sighting, page: Page): Sighting {
  const site = siteName(page.url)
  if (site === '' || tierOf(email.purpose) >= 5) return email
  const domain = email.address.split('@')[1] ?? ''
  const name = siteName(`https://${domain}`)
  const free = /^(?:gmail|hotmail|outlook|yahoo|online|live|icloud|msn|gmx|t-online|web)$/.test(name)
  const related =
    name.includes(site) ||
    site.includes(name) ||
    free ||
    domain.split('.').some((part) => part.length > 3 && part === site)
  return related || purposeOf(email.label) === 'customer' ? email : { ...email, purpose: 'mention' }
}

/** Where an address is made for customers or for all, the unlabelled ones stand back. */
function ownSiteFirst(emails: readonly Sighting[], page: Page): readonly Sighting[] {
  const clear = emails.filter((email) => email.purpose === 'customer' || email.purpose === 'general')
  if (emails.length <= 3) return clear.length > 0 ? clear : emails
  const site = siteName(page.url)
  const own = clear.filter(
    (email) =>
      site !== '' && email.address.endsWith(`@${site}${email.address.slice(email.address.lastIndexOf('.'))}`),
  )
  const kept = own.length > 0 ? own : clear.length > 0 ? clear : emails
  return kept.slice(0, 3)
}
