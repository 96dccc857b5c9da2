/** The standards on one sheet for the wall of the team: printed, without menus and links. */
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame } from '../edition/edition-frame.tsx'
import { practiceLink } from './links.ts'
import { useInCentre, useTrail } from './practice-frame.tsx'
import { StandardText, useChannelName } from './standard-view.tsx'
import type { Standards } from './standards-part.tsx'
import './practice.css'

export function SheetPage() {
  const t = useTexts(practiceTexts)
  const format = useFormats()
  const inCentre = useInCentre()
  const answer = useQuery(api.practice.standards.list.queryOptions({ input: inCentre }))
  const data = answer.data as Standards | undefined
  const latest = data?.performances
    .flatMap(({ standards }) => standards.map(({ savedAt }) => savedAt))
    .sort()
    .at(-1)
  return (
    <EditionFrame
      title={t('sheet.title')}
      subtitle={
        data && latest ? t('sheet.subtitle', { name: data.name, date: format.date(latest) }) : data?.name
      }
      trail={useTrail(data)}
      actions={
        <>
          <Button onClick={() => window.print()}>
            <Icon name="print" /> {t('sheet.print')}
          </Button>
          <LinkButton {...linkTo(practiceLink(inCentre, 'standards'))} variant="secondary">
            {t('sheet.back')}
          </LinkButton>
        </>
      }
    >
      <Awaited query={answer}>{() => <Sheet answer={data!} />}</Awaited>
    </EditionFrame>
  )
}

function Sheet({ answer }: { readonly answer: Standards }) {
  const t = useTexts(practiceTexts)
  const { number } = useFormats()
  const language = useLanguage()
  const channelName = useChannelName(answer)
  const written = answer.performances.filter(({ standards }) => standards.length > 0)
  if (written.length === 0) return <EmptyState title={t('sheet.none')} />
  const inOrder = written.toSorted((a, b) => Number(b.isEssential) - Number(a.isEssential))
  return (
    <div className="lp-practice__sheet">
      {inOrder.map(({ question, text, standards, known }) => (
        <section key={question} className="lp-card">
          <h2>{text[language]}</h2>
          {standards.map((standard) => (
            <div key={standard.channel}>
              {(standard.channel !== 'all' || standards.length > 1) && (
                <p className="lp-small lp-quiet">{channelName(standard.channel)}</p>
              )}
              <StandardText standard={standard} />
            </div>
          ))}
          {known && (
            <p className="lp-small lp-quiet">
              {t('sheet.score', { value: number(known.value, 0), n: known.n ?? '–' })}
            </p>
          )}
        </section>
      ))}
    </div>
  )
}
