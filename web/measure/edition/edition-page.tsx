import { useQuery } from '@tanstack/react-query'
import type { EditionView } from '../../../src/measure/edition/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited } from '../../design/states.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { PreparationCard } from '../feedback/preparation-card.tsx'
import { CopyButton } from './copy-button.tsx'
import { EditionFrame, useEditionId } from './edition-frame.tsx'
import { usePartTarget } from './edition-parts.ts'
import { MoveButtons } from './move-buttons.tsx'
import { nextStep } from './next-step.ts'
import { type CardPart, PartCard } from './part-card.tsx'
import { RemoveButton } from './remove-button.tsx'
import { RenameButton } from './rename-button.tsx'
import { Year } from './year.tsx'

/** Where an edition is in its year, and what is next. */
export function EditionPage() {
  const t = useTexts(editionTexts)
  const editionId = useEditionId()
  const edition = useQuery(api.edition.get.queryOptions({ input: { editionId } }))
  if (edition.data) return <Loaded edition={edition.data} />
  return (
    <EditionFrame title={t('nav.overview')}>
      <Awaited query={edition}>{() => null}</Awaited>
    </EditionFrame>
  )
}

function Loaded({ edition }: { readonly edition: EditionView }) {
  const t = useTexts(editionTexts)
  const format = useFormats()
  const { from, to, methodVersion: version, frozenAt } = edition
  const method = frozenAt
    ? t('page.frozen', { version, date: format.date(frozenAt) })
    : t('page.open', { version })
  const season = t('page.season', { from: format.date(from), to: format.date(to) })
  return (
    <EditionFrame
      title={useTitle(edition)}
      subtitle={`${season}. ${method}.`}
      actions={
        <>
          <RenameButton edition={edition} />
          <CopyButton editionId={edition.editionId} />
          <RemoveButton edition={edition} />
          <MoveButtons edition={edition} />
        </>
      }
    >
      <div className="lp-edition-now">
        <div className="lp-card">
          <Year stages={edition.stages} />
        </div>
        <Next edition={edition} />
      </div>
      <PreparationCard editionId={edition.editionId} />
      <Parts edition={edition} />
    </EditionFrame>
  )
}

function useTitle({ state, name, counts }: EditionView): string {
  const t = useTexts(editionTexts)
  const format = useFormats()
  const of = format.number(counts.contacts)
  switch (state) {
    case 'fieldwork':
      return t('page.title.fieldwork', { name, done: format.number(counts.handedIn), of })
    case 'review':
      return t('page.title.review', { name, done: format.number(counts.approved), of })
    case 'preparing':
    case 'paused':
    case 'published':
      return t(`page.title.${state}`, { name })
  }
}

/** The one thing to do now, with its reason. */
function Next({ edition }: { readonly edition: EditionView }) {
  const t = useTexts(editionTexts)
  const targetOf = usePartTarget()
  const step = nextStep(edition)
  const target = step.part === 'overview' ? undefined : targetOf(step.part, edition.editionId)
  return (
    <section className="lp-card lp-next" aria-labelledby="next-title">
      <div>
        <p className="lp-small lp-quiet">{t('next.title')}</p>
        <h2 id="next-title">{sentence()}</h2>
        <p className="lp-quiet">{t(`next.why.${step.key}`)}</p>
      </div>
      {target && <LinkButton {...linkTo(target)}>{t(`nav.${step.part}`)}</LinkButton>}
      {step.key === 'startFieldwork' && <MoveButtons edition={edition} />}
    </section>
  )

  function sentence(): string {
    const count = step.count ?? 0
    switch (step.key) {
      case 'mendMethod':
      case 'confirmChannels':
      case 'findObservers':
      case 'review':
      case 'late':
        return t(`next.${step.key}`, { count })
      default:
        return t(`next.${step.key}`)
    }
  }
}

function Parts({ edition }: { readonly edition: EditionView }) {
  const t = useTexts(editionTexts)
  const format = useFormats()
  const { counts, issues, editionId } = edition
  const some = (count: number, figure: string): string => (count > 0 ? figure : t('card.notYet'))
  const done = (count: number) => ({ done: format.number(count), of: format.number(counts.contacts) })
  const figures: readonly (readonly [CardPart, string])[] = [
    ['method', issues > 0 ? t('card.methodFigure', { count: issues }) : t('card.methodWhole')],
    [
      'participants',
      some(
        counts.participants,
        t('card.participantsFigure', {
          confirmed: format.number(counts.confirmed),
          all: format.number(counts.participants),
        }),
      ),
    ],
    ['plan', counts.contacts > 0 ? t('card.planFigure', { count: counts.contacts }) : t('card.planNone')],
    ['fieldwork', some(counts.handedIn, t('card.fieldworkFigure', done(counts.handedIn)))],
    ['review', some(counts.handedIn, t('card.reviewFigure', { count: counts.waiting }))],
    ['results', some(counts.approved, t('card.resultsFigure', { count: counts.approved }))],
  ]
  return (
    <div className="lp-columns">
      {figures.map(([part, figure]) => (
        <PartCard key={part} editionId={editionId} part={part} figure={figure} />
      ))}
    </div>
  )
}
