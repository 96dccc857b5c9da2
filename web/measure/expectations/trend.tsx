/** How much something has mattered over the years, with the breaks told. */
import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { TrendLine } from '../../../src/measure/expectations/contract.ts'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { seriesOf, stretchesOf } from './trend-series.ts'

export function Trend({ lines }: { readonly lines: readonly TrendLine[] }) {
  const t = useTexts(expectationTexts)
  const language = useLanguage()
  const [chosen, setChosen] = useState('')
  const line = lines.find(({ id }) => id === chosen) ?? lines[0]
  if (!line) return null
  return (
    <div className="lp-expectation-trend">
      <Field className="lp-no-print">
        <Label>{t('trend.choose')}</Label>
        <Select value={line.id} onChange={(event) => setChosen(event.target.value)}>
          {lines.map(({ id, text }) => (
            <Select.Option key={id} value={id}>
              {text[language]}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {line.points.length > 1 ? <Chart line={line} /> : <p className="lp-quiet">{t('trend.empty')}</p>}
    </div>
  )
}

function Chart({ line }: { readonly line: TrendLine }) {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  const title = useTitle(line)
  const series = seriesOf(line, {
    now: format.number(line.points.at(-1)?.importance ?? 0, 0),
    until: (year) => t('trend.before', { year: String(year) }),
  })
  const broken = line.points.filter(({ breaks }) => breaks)
  return (
    <LineWithBand
      title={title}
      subtitle={t('trend.subtitle')}
      series={series}
      marks={broken.map(({ year }) => ({ at: String(year), text: t('trend.mark') }))}
      {...(broken.length > 0 ? { note: t('trend.note') } : {})}
    />
  )
}

/** The newest stretch from its first year to its last: what lies before a break is no change. */
function useTitle(line: TrendLine): string {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  const language = useLanguage()
  const stretches = stretchesOf(line)
  const newest = stretches.at(-1) ?? []
  const [first, last] = [newest[0], newest.at(-1)]
  const item = line.text[language]
  if (!first || !last) return item
  const to = format.number(last.importance, 0)
  if (first === last)
    return stretches.length > 1
      ? t('trend.titleBroken', { item, to, last: String(last.year), year: String(first.year) })
      : t('trend.titleOne', { item, to, last: String(last.year) })
  const from = format.number(first.importance, 0)
  return t('trend.title', { item, from, first: String(first.year), to, last: String(last.year) })
}
