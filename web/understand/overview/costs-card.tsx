import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { enquiryChannels } from '../../../src/understand/intake/rules/enquiry-words.ts'
import type { ChannelStrategy } from '../../../src/understand/overview/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'

/** What one contact costs in each channel that is used. */
export function CostsCard({ strategy }: { readonly strategy: ChannelStrategy }) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const toast = useToast()
  const client = useQueryClient()
  const mayDecide = useHasRole('manager', 'admin')
  const [costs, setCosts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(strategy.costs).map(([channel, cost]) => [channel, String(cost)])),
  )
  const save = useMutation(
    api.overview.channels.saveCosts.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.overview.key() })
        toast({ text: t('topic.saved') })
      },
    }),
  )
  const channels = enquiryChannels.filter((channel) => strategy.channels.includes(channel))
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const given = enquiryChannels.flatMap((channel) => {
      const cost = Number.parseFloat((costs[channel] ?? '').replace(',', '.'))
      return Number.isFinite(cost) && cost >= 0 ? [[channel, cost] as const] : []
    })
    save.mutate({ costs: Object.fromEntries(given) })
  }
  return (
    <section className="lp-card" aria-labelledby="costs">
      <h2 id="costs">{t('channels.costs')}</h2>
      <p className="lp-quiet">{t('channels.costsText')}</p>
      <form className="lp-stack" onSubmit={send}>
        <div className="lp-costs">
          {channels.map((channel) => (
            <Textfield
              key={channel}
              data-size="sm"
              inputMode="decimal"
              suffix="kr"
              label={words(`channel.${channel}`)}
              readOnly={!mayDecide}
              value={costs[channel] ?? ''}
              onChange={(event) => setCosts((before) => ({ ...before, [channel]: event.target.value }))}
            />
          ))}
        </div>
        {save.error ? <ErrorState error={save.error} /> : null}
        {mayDecide && (
          <div className="lp-row">
            <Button type="submit" variant="secondary" loading={save.isPending}>
              {t('channels.saveCosts')}
            </Button>
          </div>
        )}
      </form>
    </section>
  )
}
