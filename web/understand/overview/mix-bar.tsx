import { enquiryChannels } from '../../../src/understand/intake/rules/enquiry-words.ts'
import type { TopicLine } from '../../../src/understand/overview/contract.ts'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Mix = TopicLine['mix']

/** In the order in which channels are always shown. */
export const inChannelOrder = (mix: Mix): Mix =>
  enquiryChannels.flatMap((channel) => mix.filter((part) => part.channel === channel && part.contacts > 0))

/** The channels of a topic as one bar of shares; the figures are read aloud, and shown on touching a part. */
export function MixBar({ name, mix }: { readonly name: string; readonly mix: Mix }) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const { percent } = useFormats()
  const total = mix.reduce((sum, { contacts }) => sum + contacts, 0)
  const parts = inChannelOrder(mix).map(({ channel, contacts }) => ({
    channel,
    share: contacts / total,
    text: `${words(`channel.${channel}`)} ${percent(contacts / total)}`,
  }))
  return (
    <span
      className="lp-mix"
      role="img"
      aria-label={t('mix', { name, parts: parts.map(({ text }) => text).join(', ') })}
    >
      {parts.map(({ channel, share, text }) => (
        <span
          key={channel}
          className="lp-mix__part"
          data-channel={channel}
          style={{ flexGrow: share }}
          title={text}
        />
      ))}
    </span>
  )
}

export function MixLegend({ mix }: { readonly mix: Mix }) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  return (
    <ul className="lp-mix-legend" aria-label={t('legend')}>
      {inChannelOrder(mix).map(({ channel }) => (
        <li key={channel}>
          <span className="lp-mix__part" data-channel={channel} aria-hidden="true" />{' '}
          {words(`channel.${channel}`)}
        </li>
      ))}
    </ul>
  )
}
