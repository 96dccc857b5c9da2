/** What the latest published measurement says of waiting, and how long it waited beside the own log. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MeasuredWaiting } from '../../../src/plan/waiting/contract.ts'
import { api } from '../../api.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import { useHasRole } from '../../session.ts'

type Measurement = NonNullable<MeasuredWaiting['measurement']>

export function MeasuredCard({ queueId, weeks }: { readonly queueId: string; readonly weeks: number }) {
  const t = useTexts(waitingTexts)
  const { data } = useQuery(api.waiting.measured.queryOptions({ input: { queueId, weeks } }))
  if (data === undefined) return null
  const { measurement } = data as MeasuredWaiting
  return (
    <section className="lp-card" aria-labelledby="measured">
      <h2 id="measured">{t('measured.title')}</h2>
      {measurement === null ? <p>{t('measured.none')}</p> : <Found measurement={measurement} />}
    </section>
  )
}

function Found({ measurement }: { readonly measurement: Measurement }) {
  const t = useTexts(waitingTexts)
  const reads = useHasRole('organiser', 'participant', 'admin')
  const { editionId, edition, participantId, participant, steps } = measurement
  return (
    <>
      <p className="lp-quiet">
        {t('measured.subtitle', { edition, participant })}{' '}
        {reads && (
          <Link
            to="/measure/editions/$editionId/results/$participantId"
            params={{ editionId, participantId }}
          >
            {t('measured.results')}
          </Link>
        )}
      </p>
      <div className="lp-waiting__pair">
        <Areas measurement={measurement} />
        {steps && <Steps steps={steps} />}
      </div>
    </>
  )
}

function Areas({ measurement: { areas } }: { readonly measurement: Measurement }) {
  const t = useTexts(waitingTexts)
  const language = useLanguage()
  const { number, interval } = useFormats()
  const cell = (score: Measurement['areas'][number]['class']) =>
    score === null ? (
      '–'
    ) : (
      <>
        {number(score.score, 1)}
        <span className="lp-small lp-quiet lp-under">
          {score.interval && `${interval(...score.interval)}, `}
          {t('measured.n', { n: score.n })}
        </span>
      </>
    )
  return (
    <ScrollBox label={t('measured.title')}>
      <table className="ds-table lp-waiting__table">
        <thead>
          <tr>
            <th scope="col">{t('measured.area')}</th>
            {(['own', 'channel', 'class'] as const).map((column) => (
              <th key={column} scope="col" className="lp-end">
                {t(`measured.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.id}>
              <th scope="row">{area.name[language]}</th>
              <td className="lp-end lp-number">{cell(area.own)}</td>
              <td className="lp-end lp-number">{cell(area.channel)}</td>
              <td className="lp-end lp-number">{cell(area.class)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Steps({ steps }: { readonly steps: NonNullable<Measurement['steps']> }) {
  const t = useTexts(waitingTexts)
  const language = useLanguage()
  const { percent } = useFormats()
  return (
    <div>
      <h3>{t('measured.steps')}</h3>
      <ScrollBox label={t('measured.steps')}>
        <table className="ds-table lp-waiting__table">
          <thead>
            <tr>
              <th scope="col">{t('measured.step')}</th>
              <th scope="col" className="lp-end">
                {t('measured.measurement')}
              </th>
              <th scope="col" className="lp-end">
                {t('measured.log')}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.items.map((item) => (
              <tr key={item.label[language]}>
                <th scope="row">{item.label[language]}</th>
                <td className="lp-end lp-number">{percent(item.share)}</td>
                <td className="lp-end lp-number">{item.own === null ? '–' : percent(item.own)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="lp-small lp-quiet">
        {t('measured.stepsNote', { n: steps.n, unanswered: steps.unanswered })}
      </p>
    </div>
  )
}
