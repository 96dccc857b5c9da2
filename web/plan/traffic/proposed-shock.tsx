/** A found jump of the level waits for somebody's word. */
import { Alert } from '@digdir/designsystemet-react'
import type { TrafficView } from '../../../src/plan/traffic/contract.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { trafficCausesTexts } from '../../i18n/traffic-causes.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { useShockWords } from './causes/use-shock-words.ts'
import { trafficLink } from './use-chosen.ts'

export function ProposedShock({ view }: { readonly view: TrafficView }) {
  const t = useTexts(trafficCausesTexts)
  const words = useShockWords()
  const plans = useHasRole('manager', 'planner', 'admin')
  const found = view.shocks.filter(({ state }) => state === 'proposed')
  if (found.length === 0 || !plans) return null
  return (
    <Alert data-color="warning">
      <p>
        <strong>{t('proposed.title', { n: found.length })}.</strong> {found.map(words).join(' ')}{' '}
        {t('proposed.text')}
      </p>
      <LinkButton
        {...linkTo(trafficLink(view.queueId ? { queueId: view.queueId } : {}, '/plan/traffic/causes'))}
        variant="secondary"
        data-size="sm"
        hash="shocks"
      >
        {t('proposed.look')}
      </LinkButton>
    </Alert>
  )
}
