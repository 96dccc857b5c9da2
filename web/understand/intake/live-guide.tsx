import { Link } from '@tanstack/react-router'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'

/** How another system delivers to this source: one call, ready to be copied. */
export function LiveGuide({ sourceId }: { readonly sourceId: string }) {
  const t = useTexts(intakeTexts)
  const isAdmin = useHasRole('admin')
  const record = {
    id: 'samtale-4711',
    startedAt: '2026-03-02T09:30:00+01:00',
    channel: 'phone',
    text: 'Når kommer pakken min?',
    customer: '+4722225555',
    handleSeconds: 240,
  }
  const body = JSON.stringify({ source: sourceId, records: [record] }, null, 2)
  const call = `curl -X POST ${window.location.origin}/api/understand/enquiries \\
  -H "Authorization: Bearer $LYTTEPOST_KEY" \\
  -H "Content-Type: application/json" \\
  -d '${body}'`
  return (
    <section className="lp-card" aria-labelledby="live-title">
      <div className="lp-card__head">
        <h2 id="live-title">{t('live.title')}</h2>
        {isAdmin && <Link to="/organisation/keys">{t('live.keys')}</Link>}
      </div>
      <p>{t('live.text')}</p>
      <ScrollBox label="curl">
        <pre className="lp-intake-code">{call}</pre>
      </ScrollBox>
    </section>
  )
}
