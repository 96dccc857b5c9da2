/** Opening hours by weekday: any number of spans a day, none is closed. */
import { Button, Fieldset, Input } from '@digdir/designsystemet-react'
import type { OpeningSpan, OpeningWeek } from '../../../../src/plan/traffic/rules/queue.ts'
import { trafficQueuesTexts } from '../../../i18n/traffic-queues.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useWeekdayName, type Weekday, weekdays } from '../../weekdays.ts'

type Span = { from: string; to: string }
export type OpeningWeekDraft = { [Day in Weekday]: Span[] }

const office: Span[] = [{ from: '08:00', to: '16:00' }]
export const usualWeek: OpeningWeekDraft = {
  1: office,
  2: office,
  3: office,
  4: office,
  5: office,
  6: [],
  7: [],
}

export const areInOrder = (spans: readonly OpeningSpan[]): boolean =>
  spans.every(({ from, to }, at) => from !== '' && from < to && (at === 0 || spans[at - 1]!.to <= from))

export const isInOrder = (week: OpeningWeek): boolean => weekdays.every((day) => areInOrder(week[day]))

type Props = { readonly week: OpeningWeekDraft; readonly onChange: (week: OpeningWeekDraft) => void }

export function OpeningFields({ week, onChange }: Props) {
  const t = useTexts(trafficQueuesTexts)
  const name = useWeekdayName()
  return (
    <Fieldset>
      <Fieldset.Legend>{t('opening')}</Fieldset.Legend>
      <Fieldset.Description>{t('form.openingText')}</Fieldset.Description>
      <div className="lp-traffic-week">
        {weekdays.map((day) => (
          <div key={day} className="lp-traffic-weekday">
            <span className="lp-traffic-weekday__name">{name(day)}</span>
            <SpanFields
              label={name(day)}
              spans={week[day]}
              onChange={(spans) => onChange({ ...week, [day]: spans })}
            />
          </div>
        ))}
      </div>
      <Button
        type="button"
        variant="tertiary"
        data-size="sm"
        onClick={() => onChange({ ...week, 2: week[1], 3: week[1], 4: week[1], 5: week[1] })}
      >
        {t('form.asMonday')}
      </Button>
    </Fieldset>
  )
}

type SpanProps = {
  readonly label: string
  readonly spans: readonly Span[]
  readonly onChange: (spans: Span[]) => void
}

/** A clock cannot show 24:00; midnight at the end of a span is that. */
const asEnd = (to: string): string => (to === '00:00' ? '24:00' : to)
const onClock = (to: string): string => (to === '24:00' ? '00:00' : to)

export function SpanFields({ label, spans, onChange }: SpanProps) {
  const t = useTexts(trafficQueuesTexts)
  const change = (at: number, changed: Partial<Span>) =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...changed } : span)))
  return (
    <div className="lp-traffic-spans">
      {spans.length === 0 && <span className="lp-quiet">{t('shut')}</span>}
      {spans.map(({ from, to }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span is known by its place
        <span key={at} className="lp-traffic-span">
          <Input
            data-size="sm"
            type="time"
            aria-label={t('form.from', { day: label })}
            value={from}
            onChange={({ target }) => change(at, { from: target.value })}
          />
          –
          <Input
            data-size="sm"
            type="time"
            aria-label={t('form.to', { day: label })}
            aria-invalid={!areInOrder(spans) || undefined}
            value={onClock(to)}
            onChange={({ target }) => change(at, { to: asEnd(target.value) })}
          />
          <Button
            type="button"
            variant="tertiary"
            data-size="sm"
            aria-label={t('form.removeSpan', { day: label })}
            onClick={() => onChange(spans.filter((_, index) => index !== at))}
          >
            ×
          </Button>
        </span>
      ))}
      {!areInOrder(spans) && (
        <p role="alert" className="lp-small">
          {t('form.outOfOrder')}
        </p>
      )}
      {spans.length < 6 && (
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          aria-label={t('form.addSpan', { day: label })}
          onClick={() => onChange([...spans, nextSpan(spans.at(-1))])}
        >
          +
        </Button>
      )}
    </div>
  )
}

const nextSpan = (last: Span | undefined): Span =>
  last === undefined ? { from: '08:00', to: '16:00' } : { from: last.to, to: '24:00' }
