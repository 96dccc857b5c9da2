import { Link } from '@tanstack/react-router'
import { ScrollBox } from '../../../design/scroll-box.tsx'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useHasRole } from '../../../session.ts'

type Props = { readonly queueId: string; readonly minutes: number }

/** How a telephone or chat system sends its counts as the day goes: one call, ready to be copied. */
export function LiveGuide({ queueId, minutes }: Props) {
  const t = useTexts(trafficCountsTexts)
  const isAdmin = useHasRole('admin')
  const interval = {
    startsAt: '2026-03-02T09:30:00+01:00',
    offered: 31,
    handled: 29,
    abandoned: 2,
    handleSeconds: 290,
    waitSeconds: 21,
  }
  const call = `curl -X POST ${window.location.origin}/api/plan/queues/${queueId}/live \\
  -H "Authorization: Bearer $LYTTEPOST_KEY" \\
  -H "Content-Type: application/json" \\
  -d '${JSON.stringify({ intervals: [interval] })}'`
  return (
    <section className="lp-card" aria-labelledby="live">
      <div className="lp-card__head">
        <h2 id="live">{t('live.title')}</h2>
        {isAdmin && <Link to="/organisation/keys">{t('live.keys')}</Link>}
      </div>
      <p>{t('live.text', { minutes })}</p>
      <ScrollBox label="curl">
        <pre className="lp-traffic-code">{call}</pre>
      </ScrollBox>
    </section>
  )
}
