import { Button, Details } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import type { PracticeHead, Standard } from '../../../src/measure/practice/contract.ts'
import { linkTo } from '../../design/path-target.ts'
import { Tag } from '../../design/status.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { submissionLink } from '../results/links.ts'
import { KnownText } from './known-text.tsx'

type Props = {
  readonly answer: PracticeHead
  readonly question: string
  readonly standard: Standard
  readonly onEdit?: () => void
}

/** One standard: what good looks like, what we do and do not, the contacts that missed it, and older versions. */
export function StandardView({ answer, question, standard, onEdit }: Props) {
  const t = useTexts(practiceTexts)
  const format = useFormats()
  const channel = useChannelName(answer)(standard.channel)
  return (
    <div className="lp-practice__standard">
      <div className="lp-card__head">
        <Tag>{channel}</Tag>
        {standard.channel !== 'all' && (
          <KnownText answer={answer} figure={`question:${question}`} known={standard.known} ofClass={null} />
        )}
      </div>
      <StandardText standard={standard} />
      <Missed answer={answer} standard={standard} />
      <div className="lp-row lp-small lp-quiet">
        <span>
          {t('standards.version', { version: standard.version, date: format.date(standard.savedAt) })}
        </span>
        {onEdit && (
          <Button className="lp-no-print" variant="tertiary" data-size="sm" onClick={onEdit}>
            {t('standards.edit')}
          </Button>
        )}
      </div>
      {standard.earlier.length > 0 && (
        <Details className="lp-no-print" data-size="sm">
          <Details.Summary>{t('standards.earlier', { count: standard.earlier.length })}</Details.Summary>
          <Details.Content>
            {standard.earlier.map((version) => (
              <div key={version.version} className="lp-practice__standard">
                <StandardText standard={version} />
                <p className="lp-small lp-quiet">
                  {t('standards.version', { version: version.version, date: format.date(version.savedAt) })}
                </p>
              </div>
            ))}
          </Details.Content>
        </Details>
      )}
    </div>
  )
}

export function useChannelName({ method }: PracticeHead): (id: string) => string {
  const t = useTexts(practiceTexts)
  const language = useLanguage()
  return (id) =>
    id === 'all' ? t('standards.all') : (method.channels.find((one) => one.id === id)?.name[language] ?? id)
}

type TextProps = { readonly standard: Pick<Standard, 'good' | 'dos' | 'donts'> }

export function StandardText({ standard: { good, dos, donts } }: TextProps) {
  const t = useTexts(practiceTexts)
  return (
    <>
      {good !== '' && <p>{good}</p>}
      <div className="lp-practice__examples">
        {dos.length > 0 && <Lines title={t('standards.dos')} lines={dos} />}
        {donts.length > 0 && <Lines title={t('standards.donts')} lines={donts} />}
      </div>
    </>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <p className="lp-small">
        <strong>{title}</strong>
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function Missed({ answer, standard }: { readonly answer: PracticeHead; readonly standard: Standard }) {
  const t = useTexts(practiceTexts)
  const format = useFormats()
  const language = useLanguage()
  const channelName = useChannelName(answer)
  const { measured } = answer
  if (!measured || standard.known === null) return null
  if (standard.missed.length === 0) return <p className="lp-small lp-quiet">{t('standards.missedNone')}</p>
  return (
    <div className="lp-no-print lp-small">
      <p className="lp-quiet">{t('standards.missed')}</p>
      <ul>
        {standard.missed.map(({ contactId, number, date, channel, answer: given }) => (
          <li key={contactId}>
            <Link {...linkTo(submissionLink(measured.editionId, contactId))}>
              {t('standards.missedLine', {
                number,
                date: format.shortDate(date),
                channel: channelName(channel),
                answer: given[language],
              })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
