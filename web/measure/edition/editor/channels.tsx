import { Button } from '@digdir/designsystemet-react'
import { type ChannelMethod, channelIds } from '../../../../src/measure/edition/contract.ts'
import { useToast } from '../../../design/toast.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { addChannel, removeChannel } from './channel-edits.ts'
import { useDraft } from './draft.ts'
import { CheckField, LocalizedField, NumberField, TextField } from './fields.tsx'
import { IssuesAt } from './issue-list.tsx'
import { KeyTable } from './key-table.tsx'
import { More } from './more.tsx'
import { placeOf, putInPlace } from './slots.ts'
import { TieOrder } from './tie-order.tsx'

/** How participants are reached: shares, windows, protocols, priority, and the key that follows. */
export function Channels() {
  const { method } = useDraft()
  return (
    <>
      <KeyTable />
      <IssuesAt path="channelSlots" />
      {method.channels.map((channel, index) => (
        <ChannelCard key={channel.id} channel={channel} index={index} />
      ))}
      <AddChannels />
      <TieOrder />
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
      <More summary={t('field.names')}>
        <LocalizedField
          legend={t('field.name')}
          value={channel.name}
          onChange={(name) =>
            edit((own) => {
              own.name = name
            })
          }
        />
      </More>
      <RemoveChannel channel={channel} />
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

function RemoveChannel({ channel }: { readonly channel: ChannelMethod }) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const toast = useToast()
  const { method, change, readOnly } = useDraft()
  if (readOnly || method.channels.length < 2) return null
  const remove = (): void => {
    change((draft) => removeChannel(draft, channel.id))
    toast({
      text: t('field.removed', { name: channel.name[language] }),
      onUndo: () => change((draft) => Object.assign(draft, structuredClone(method))),
    })
  }
  return (
    <div>
      <Button variant="tertiary" data-color="danger" onClick={remove}>
        {t('channels.remove')}
      </Button>
    </div>
  )
}

/** Channels that the edition does not use, with their questions from the reference method. */
function AddChannels() {
  const t = useTexts(methodTexts)
  const { method, change, readOnly } = useDraft()
  const unused = channelIds.filter((id) => !method.channels.some((channel) => channel.id === id))
  if (readOnly || unused.length === 0) return null
  return (
    <div className="lp-row">
      {unused.map((id) => (
        <Button key={id} variant="secondary" onClick={() => change((draft) => addChannel(draft, id))}>
          {t('channels.add', { name: t(`channels.short.${id}`) })}
        </Button>
      ))}
    </div>
  )
}
