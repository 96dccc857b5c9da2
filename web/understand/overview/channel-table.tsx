import { Link } from '@tanstack/react-router'
import type { TopicCard } from '../../../src/understand/overview/contract.ts'
import { linkTo } from '../../design/path-target.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ShareFigure } from './figures.tsx'
import { recordsLink } from './links.ts'

/** One topic, channel by channel: how much, how well, and at what cost. */
export function ChannelTable({ card }: { readonly card: TopicCard }) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const { number } = useFormats()
  const { topicId } = card.line
  return (
    <div className="lp-card">
      <h3>{t('topic.channels')}</h3>
      <ScrollBox label={t('topic.channels')}>
        <table className="ds-table lp-table">
          <thead>
            <tr>
              <th scope="col">{t('period.channel')}</th>
              <th scope="col" className="lp-end">
                {t('table.contacts')}
              </th>
              <th scope="col" className="lp-end">
                {t('table.fcr')}
              </th>
              <th scope="col" className="lp-end">
                {t('table.csat')}
              </th>
              <th scope="col" className="lp-end">
                {t('channels.cost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {card.channels.map(({ channel, contacts, fcr, csat, costToEnd }) => (
              <tr key={channel}>
                <th scope="row">{words(`channel.${channel}`)}</th>
                <td className="lp-end">
                  <Link {...linkTo(recordsLink(card.period, { topicId, channel }))}>
                    {number(Math.round(contacts))}
                  </Link>
                </td>
                <td className="lp-end">
                  <ShareFigure estimate={fcr} />
                </td>
                <td className="lp-end">{csat === null ? '–' : number(csat.value * 100, 0)}</td>
                <td className="lp-end lp-nowrap">
                  {costToEnd === null ? '–' : t('channels.kroner', { kroner: number(costToEnd, 0) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  )
}
