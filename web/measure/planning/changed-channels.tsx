/** How planned participants are reached from now on: which ways there are, and what observers will use. */
import { Alert, Button, Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ContactWay, contactWays } from '../../../src/measure/participants/contract.ts'
import { plannedChannels } from '../../../src/measure/participants/rules/settled-channels.ts'
import { api } from '../../api.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { participantTexts } from '../../i18n/participants.ts'
import { planningTexts } from '../../i18n/planning.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { type ChangedRow, channelsOf, isUnreachable, lackingDetail, rowOf } from './read-channels.ts'

type Props = {
  readonly rows: readonly ChangedRow[]
  /** Somebody has asked for the moves, so what is missing is told. */
  readonly isTold: boolean
  readonly onChange: (rows: readonly ChangedRow[]) => void
}

export function ChangedChannels({ rows, isTold, onChange }: Props) {
  const t = useTexts(planningTexts)
  return (
    <fieldset className="lp-change__part">
      <legend>{t('channels.title')}</legend>
      <p className="lp-small lp-quiet">{t('channels.hint')}</p>
      {rows.map((row, at) => (
        <OneParticipant
          key={row.participantId}
          row={row}
          isTold={isTold}
          onChange={(changed) => onChange(rows.with(at, changed))}
          onRemove={() => onChange(rows.toSpliced(at, 1))}
        />
      ))}
      <ChooseParticipant rows={rows} onChosen={(row) => onChange([...rows, row])} />
    </fieldset>
  )
}

type ChooseProps = Pick<Props, 'rows'> & { readonly onChosen: (row: ChangedRow) => void }

function ChooseParticipant({ rows, onChosen }: ChooseProps) {
  const t = useTexts(planningTexts)
  const editionId = useEditionId()
  const [chosen, setChosen] = useState('')
  const list = useQuery(api.participants.list.queryOptions({ input: { editionId } }))
  const taken = new Set(rows.map(({ participantId }) => participantId))
  const items = (list.data?.items ?? []).filter(
    ({ participantId, frozen, state }) => frozen && state !== 'withdrawn' && !taken.has(participantId),
  )
  const one = items.find(({ participantId }) => participantId === chosen)
  const add = () => {
    if (!one) return
    onChosen(rowOf(one))
    setChosen('')
  }
  return (
    <div className="lp-change__choose">
      <Field>
        <Label>{t('channels.participant')}</Label>
        <Select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <Select.Option value="">{t('channels.choose')}</Select.Option>
          {items.map(({ participantId, name }) => (
            <Select.Option key={participantId} value={participantId}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Button type="button" variant="secondary" disabled={!one} onClick={add}>
        {t('channels.add')}
      </Button>
    </div>
  )
}

type OneProps = {
  readonly row: ChangedRow
  readonly isTold: boolean
  readonly onChange: (row: ChangedRow) => void
  readonly onRemove: () => void
}

function OneParticipant({ row, isTold, onChange, onRemove }: OneProps) {
  const t = useTexts(planningTexts)
  const lacking = isTold ? lackingDetail(row) : []
  return (
    <fieldset className="lp-change__participant">
      <legend>{row.name}</legend>
      {contactWays.map((way) => (
        <OneWay key={way} way={way} row={row} isLacking={lacking.includes(way)} onChange={onChange} />
      ))}
      {isTold && isUnreachable(row) && <Alert data-color="danger">{t('channels.unreachable')}</Alert>}
      <div className="lp-row">
        <Button type="button" variant="tertiary" data-size="sm" onClick={onRemove}>
          {t('channels.remove', { name: row.name })}
        </Button>
        <Measured row={row} />
      </div>
    </fieldset>
  )
}

type WayProps = Pick<OneProps, 'row' | 'onChange'> & {
  readonly way: ContactWay
  readonly isLacking: boolean
}

function OneWay({ way, row, isLacking, onChange }: WayProps) {
  const t = useTexts(planningTexts)
  const participant = useTexts(participantTexts)
  const isThere = row.there[way]
  return (
    <div className="lp-change__way">
      <Checkbox
        label={participant(`way.${way}`)}
        value={way}
        checked={isThere}
        onChange={(event) => onChange({ ...row, there: { ...row.there, [way]: event.target.checked } })}
      />
      {isThere && (
        <Textfield
          data-size="sm"
          label={t(`channels.detail.${way}`)}
          value={row.detail[way]}
          maxLength={500}
          error={isLacking ? t('channels.missing') : undefined}
          onChange={(event) => onChange({ ...row, detail: { ...row.detail, [way]: event.target.value } })}
        />
      )}
    </div>
  )
}

/** Telephone, e-mail or form, and chat before Messenger: not every way is measured. */
function Measured({ row }: Pick<OneProps, 'row'>) {
  const t = useTexts(participantTexts)
  const channel = useTexts(channelTexts)
  const names = plannedChannels(channelsOf(row)).map((one) => channel(one))
  if (names.length === 0) return null
  return <span className="lp-small lp-quiet">{t('confirm.measured', { channels: names.join(', ') })}</span>
}
