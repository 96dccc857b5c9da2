import type { ChannelId } from '../../../src/measure/edition/contract.ts'
import type { Fairness } from '../../../src/measure/planning/rules/fairness/report.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { planningTexts } from '../../i18n/planning.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type ChannelSet = Fairness['figures']['channelSets'][number]

const channels: readonly ChannelId[] = ['phone', 'email', 'chat', 'messenger']

/** The key of every set of channels, beside what the participants with it get. */
export function KeyTable({ fairness }: { readonly fairness: Fairness }) {
  const t = useTexts(planningTexts)
  const channel = useTexts(channelTexts)
  const sets = fairness.figures.channelSets
  const used = channels.filter((id) => sets.some((set) => set.channels.includes(id)))
  return (
    <div className="lp-block">
      <h2>{t('counts.sets')}</h2>
      <p className="lp-quiet lp-small">{t('counts.setsSubtitle')}</p>
      <ScrollBox label={t('counts.sets')}>
        <table className="ds-table lp-table lp-table--scroll">
          <thead>
            <tr>
              <th scope="col" className="lp-end">
                {t('counts.participants')}
              </th>
              {used.map((id) => (
                <th key={id} scope="col" className="lp-end">
                  {channel(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sets.map((set) => (
              <tr key={set.channels.join()}>
                <td className="lp-end lp-number">{set.participants}</td>
                {used.map((id) => (
                  <td key={id} className="lp-end lp-number">
                    <Count set={set} channel={id} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  )
}

function Count({ set, channel }: { readonly set: ChannelSet; readonly channel: ChannelId }) {
  const t = useTexts(planningTexts)
  const [key, least, most] = [set.key[channel], set.least[channel], set.most[channel]]
  if (key === undefined || least === undefined || most === undefined) return '–'
  return least === key && most === key ? key : t('counts.range', { least, most, key })
}
