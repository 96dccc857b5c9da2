/** How participants are reached, areas, comments, bands and scenarios. */
import type { BandMethod, ChannelMethod, EditionMethod } from '../../contract.ts'
import { asList, type Change, differing, matched } from './change.ts'

export function diffChannels(a: EditionMethod, b: EditionMethod): readonly Change[] {
  const { added, removed, kept } = matched(a.channels, b.channels)
  return [
    ...removed.map(({ id, name }) => ({
      kind: 'channel-removed' as const,
      subject: id,
      from: name,
      to: null,
      breaks: 'reached' as const,
    })),
    ...added.map(({ id, name }) => ({
      kind: 'channel-added' as const,
      subject: id,
      from: null,
      to: name,
      breaks: 'reached' as const,
    })),
    ...kept.flatMap(([before, after]) => diffChannel(before, after)),
    ...differing(
      { kind: 'slots', subject: '', breaks: 'reached' },
      [a.channelSlots, b.channelSlots],
      (slots) => slots.map((slot) => slot.join(' > ')).join(' · '),
    ),
    ...differing({ kind: 'tie-order', subject: '' }, [a.keyTieOrder, b.keyTieOrder], asList),
  ]
}

function diffChannel(before: ChannelMethod, after: ChannelMethod): readonly Change[] {
  const subject = after.id
  return [
    ...differing({ kind: 'channel-renamed', subject }, [before.name, after.name], (name) => name),
    ...differing(
      { kind: 'share', subject, breaks: 'reached' },
      [before.share, after.share],
      (share) => share,
    ),
    ...differing(
      { kind: 'window', subject, breaks: 'reached' },
      [before.window, after.window],
      ({ from, to }) => `${from}–${to}`,
    ),
    ...differing(
      { kind: 'protocol', subject, breaks: 'waiting' },
      [before.protocol, after.protocol],
      protocolInShort,
    ),
  ]
}

function protocolInShort(protocol: ChannelMethod['protocol']): string {
  const unit = protocol.unit === 'minutes' ? 'min' : 'd'
  const open = protocol.unit === 'minutes' && protocol.openBetweenAttempts ? ' +' : ''
  return `${protocol.attempts} × ${protocol.wait} ${unit}${open}`
}

export function diffAreas(a: EditionMethod, b: EditionMethod): readonly Change[] {
  const { added, removed, kept } = matched(a.areas, b.areas)
  return [
    ...removed.map(({ id, name }) => ({
      kind: 'area-removed' as const,
      subject: id,
      from: name,
      to: null,
      breaks: 'points' as const,
    })),
    ...added.map(({ id, name }) => ({
      kind: 'area-added' as const,
      subject: id,
      from: null,
      to: name,
      breaks: 'points' as const,
    })),
    ...kept.flatMap(([before, after]) => [
      ...differing({ kind: 'area-renamed', subject: after.id }, [before.name, after.name], (name) => name),
      ...differing(
        { kind: 'weight', subject: after.id, breaks: 'points' },
        [before.weight, after.weight],
        (weight) => weight,
      ),
    ]),
  ]
}

export function diffComments(a: EditionMethod, b: EditionMethod): readonly Change[] {
  const { added, removed, kept } = matched(a.comments, b.comments)
  return [
    ...removed.map(({ id, text }) => ({
      kind: 'comment-removed' as const,
      subject: id,
      from: text,
      to: null,
    })),
    ...added.map(({ id, text }) => ({ kind: 'comment-added' as const, subject: id, from: null, to: text })),
    ...kept.flatMap(([before, after]) => [
      ...differing(
        { kind: 'comment-reworded', subject: after.id },
        [before.text, after.text],
        (text) => text,
      ),
      ...differing(
        { kind: 'comment-required', subject: after.id },
        [before.required, after.required],
        (required) => required,
      ),
    ]),
  ]
}

export function diffBands(a: EditionMethod, b: EditionMethod): readonly Change[] {
  const { added, removed, kept } = matched(a.bands, b.bands)
  return [
    ...removed.map((band) => ({
      kind: 'band-removed' as const,
      subject: band.id,
      from: limits(band),
      to: null,
      breaks: 'bands' as const,
    })),
    ...added.map((band) => ({
      kind: 'band-added' as const,
      subject: band.id,
      from: null,
      to: limits(band),
      breaks: 'bands' as const,
    })),
    ...kept.flatMap(([before, after]) => [
      ...differing({ kind: 'band-renamed', subject: after.id }, [before.name, after.name], (name) => name),
      ...differing(
        { kind: 'band-limits', subject: after.id, breaks: 'bands' },
        [limits(before), limits(after)],
        (text) => text,
      ),
    ]),
  ]
}

function limits({ from, below }: BandMethod): string {
  return below === undefined ? `${from}–100` : `${from}–<${below}`
}

export function diffScenarios(a: EditionMethod, b: EditionMethod): readonly Change[] {
  const { added, removed, kept } = matched(a.scenarios, b.scenarios)
  return [
    ...removed.map(({ id, title }) => ({
      kind: 'scenario-removed' as const,
      subject: id,
      from: title,
      to: null,
    })),
    ...added.map(({ id, title }) => ({
      kind: 'scenario-added' as const,
      subject: id,
      from: null,
      to: title,
    })),
    ...kept.flatMap(([before, after]) => [
      ...differing(
        { kind: 'scenario-reworded', subject: after.id },
        [before, after].map(({ title, briefing }) => ({ title, briefing })) as [typeof before, typeof after],
        ({ briefing }) => briefing,
      ),
      ...differing(
        { kind: 'scenario-use', subject: after.id },
        [
          [...before.classes, ...before.channels],
          [...after.classes, ...after.channels],
        ],
        asList,
      ),
    ]),
  ]
}
