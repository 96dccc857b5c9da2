import type { ChannelMethod } from '../../../../src/measure/edition/contract.ts'
import { methodTexts } from '../../../i18n/method.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { CheckField, LocalizedField, NumberField, TextField } from './fields.tsx'
import { IssuesAt } from './issue-list.tsx'
import { KeyTable } from './key-table.tsx'
import { placeOf, putInPlace } from './slots.ts'

/** How participants are reached: shares, windows, protocols, priority, and the key that follows. */
export function Channels() {
  const t = useTexts(methodTexts)
  const { method } = useDraft()
  return (
    <>
      <KeyTable />
      <section className="lp-card">
        <IssuesAt path="channelSlots" />
        <IssuesAt path="keyTieOrder" />
        <p className="lp-quiet">{t('channels.slotHint')}</p>
      </section>
      {method.channels.map((channel, index) => (
        <ChannelCard key={channel.id} channel={channel} index={index} />
      ))}
    </>
  )
}

function ChannelCard({ channel, index }: { readonly channel: ChannelMethod; readonly index: number }) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const { method, change } = useDraft()
  const edit = (work: (channel: ChannelMethod) => void): void =>
    change((draft) => {
      const own = draft.channels[index]
      if (own) work(own)
    })
  return (
    <section className="lp-card" aria-labelledby={`channel-${channel.id}`}>
      <h2 id={`channel-${channel.id}`}>{channel.name[language]}</h2>
      <IssuesAt path={`channels.${index}`} />
      <LocalizedField
        legend={t('field.name')}
        value={channel.name}
        onChange={(name) =>
          edit((own) => {
            own.name = name
          })
        }
      />
      <div className="lp-field-line">
        <NumberField
          label={t('channels.slot')}
          value={placeOf(method, channel.id)}
          min={1}
          max={method.channels.length}
          onChange={(place) => change((draft) => putInPlace(draft, channel.id, place))}
        />
        <NumberField
          label={t('channels.share')}
          value={channel.share}
          min={1}
          onChange={(share) =>
            edit((own) => {
              own.share = share
            })
          }
        />
        <TextField
          label={t('channels.from')}
          type="time"
          value={channel.window.from}
          onChange={(from) =>
            edit((own) => {
              own.window.from = from
            })
          }
        />
        <TextField
          label={t('channels.to')}
          type="time"
          value={channel.window.to}
          onChange={(to) =>
            edit((own) => {
              own.window.to = to
            })
          }
        />
      </div>
      <Protocol channel={channel} edit={edit} />
    </section>
  )
}

type ProtocolProps = {
  readonly channel: ChannelMethod
  readonly edit: (work: (channel: ChannelMethod) => void) => void
}

function Protocol({ channel: { protocol }, edit }: ProtocolProps) {
  const t = useTexts(methodTexts)
  const inMinutes = protocol.unit === 'minutes'
  return (
    <div className="lp-field-line">
      <NumberField
        label={t(inMinutes ? 'channels.wait' : 'channels.waitDays')}
        value={protocol.wait}
        min={1}
        onChange={(wait) =>
          edit((own) => {
            own.protocol.wait = wait
          })
        }
      />
      {inMinutes && (
        <>
          <NumberField
            label={t('channels.attempts')}
            value={protocol.attempts}
            min={1}
            max={5}
            onChange={(attempts) =>
              edit((own) => {
                if (own.protocol.unit === 'minutes') own.protocol.attempts = attempts
              })
            }
          />
          <CheckField
            label={t('channels.open')}
            checked={protocol.openBetweenAttempts}
            onChange={(open) =>
              edit((own) => {
                if (own.protocol.unit === 'minutes') own.protocol.openBetweenAttempts = open
              })
            }
          />
        </>
      )}
    </div>
  )
}
