import { Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { addDays } from '../../../src/kernel/calendar.ts'
import { enquiryChannels } from '../../../src/understand/intake/rules/enquiry-words.ts'
import type { PeriodView } from '../../../src/understand/overview/contract.ts'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { UsePeriod } from './use-period.ts'
import './overview.css'

const lengths = [4, 13, 26, 52] as const

type Props = UsePeriod & {
  readonly period: PeriodView
  /** Channels to choose among; none hides the choice. */
  readonly withChannel?: boolean
}

/** Which days, and which channel. Whole weeks back from the last whole day, or days of one's own. */
export function PeriodChoice({ period, chosen, choose, withChannel = true }: Props) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const weeks = lengths.find((each) => period.days === each * 7 && (chosen.to ?? period.to) === period.to)
  const [own, setOwn] = useState(weeks === undefined)
  const pick = (value: string): void => {
    setOwn(value === 'own')
    if (value !== 'own')
      choose({ from: addDays(period.to, 1 - Number(value) * 7), to: chosen.to, channel: chosen.channel })
  }
  return (
    <div className="lp-period lp-no-print">
      <Field data-size="sm">
        <Label>{t('period.label')}</Label>
        <Select
          value={own || weeks === undefined ? 'own' : String(weeks)}
          onChange={(event) => pick(event.target.value)}
        >
          {lengths.map((each) => (
            <Select.Option key={each} value={String(each)}>
              {t(`period.w${each}`)}
            </Select.Option>
          ))}
          <Select.Option value="own">{t('period.own')}</Select.Option>
        </Select>
      </Field>
      {(own || weeks === undefined) && <OwnDays period={period} chosen={chosen} choose={choose} />}
      {withChannel && (
        <Field data-size="sm">
          <Label>{t('period.channel')}</Label>
          <Select
            value={chosen.channel ?? ''}
            onChange={(event) =>
              choose({ from: chosen.from, to: chosen.to, channel: event.target.value || undefined })
            }
          >
            <Select.Option value="">{t('period.all')}</Select.Option>
            {enquiryChannels.map((channel) => (
              <Select.Option key={channel} value={channel}>
                {words(`channel.${channel}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  )
}

function OwnDays({ period, chosen, choose }: Props) {
  const t = useTexts(overviewTexts)
  const day = (which: 'from' | 'to') => (
    <Textfield
      data-size="sm"
      type="date"
      label={t(`period.${which}`)}
      value={period[which]}
      min={period.firstDay}
      max={period.lastDay}
      onChange={(event) => {
        if (event.target.value === '') return
        choose({ from: period.from, to: period.to, channel: chosen.channel, [which]: event.target.value })
      }}
    />
  )
  return (
    <>
      {day('from')}
      {day('to')}
    </>
  )
}
