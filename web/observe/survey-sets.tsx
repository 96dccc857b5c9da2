import { Button } from '@digdir/designsystemet-react'
import { useEffect, useRef, useState } from 'react'
import type { Choice, MySurvey, SurveyReply } from '../../src/measure/expectations/contract.ts'
import { expectationTexts } from '../i18n/expectations.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'

/** What has been chosen in a set so far. */
export type Chosen = { readonly best?: string; readonly worst?: string }

/** What was answered before, where it was about the same sets. */
export function chosenIn(survey: Pick<MySurvey, 'sets'>, reply: SurveyReply | null): readonly Chosen[] {
  const before = Array.isArray(reply) ? reply : []
  return survey.sets.map((set, at) => {
    const given = before[at]
    return given && given.items.join() === set.join() ? { best: given.best, worst: given.worst } : {}
  })
}

/** The choices that are whole. */
export function choicesOf({ sets }: Pick<MySurvey, 'sets'>, chosen: readonly Chosen[]): Choice[] {
  return sets.flatMap((items, at) => {
    const { best, worst } = chosen[at] ?? {}
    return best !== undefined && worst !== undefined ? [{ items, best, worst }] : []
  })
}

type Props = {
  readonly survey: MySurvey
  readonly chosen: readonly Chosen[]
  readonly onChosen: (chosen: readonly Chosen[]) => void
}

/** One set at a time: the most important to the left, the least important to the right, both native radio buttons. */
export function SurveySets({ survey, chosen, onChosen }: Props) {
  const t = useTexts(expectationTexts)
  const { sets } = survey
  const [at, setAt] = useState(() => firstOpen(chosen))
  const heading = useStepFocus(at)
  const isDone = (step: number) => chosen[step]?.best !== undefined && chosen[step]?.worst !== undefined
  return (
    <section className="lp-stack" aria-labelledby="survey-set">
      <div>
        <p className="lp-quiet lp-number">{t('mine.set', { number: at + 1, all: sets.length })}</p>
        <progress
          className="lp-survey__progress"
          max={sets.length}
          value={sets.filter((_, step) => isDone(step)).length}
          aria-label={t('mine.setProgress')}
        />
        <h2 id="survey-set" ref={heading} tabIndex={-1}>
          {t('mine.setTitle')}
        </h2>
      </div>
      <ChoiceSet
        key={at}
        survey={survey}
        items={sets[at] ?? []}
        chosen={chosen[at] ?? {}}
        onChosen={(own) => onChosen(sets.map((_, step) => (step === at ? own : (chosen[step] ?? {}))))}
      />
      <div className="lp-survey__steps">
        <Button type="button" variant="tertiary" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t('mine.previousSet')}
        </Button>
        {at < sets.length - 1 && (
          <Button type="button" variant="secondary" disabled={!isDone(at)} onClick={() => setAt(at + 1)}>
            {t('mine.nextSet')}
          </Button>
        )}
      </div>
    </section>
  )
}

function firstOpen(chosen: readonly Chosen[]): number {
  const open = chosen.findIndex(({ best, worst }) => best === undefined || worst === undefined)
  return Math.max(open, 0)
}

/** A screen reader is told of the next set, and the keyboard goes on from its top; not when the page opens. */
function useStepFocus(at: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(at)
  useEffect(() => {
    if (shown.current !== at) heading.current?.focus()
    shown.current = at
  }, [at])
  return heading
}

type SetProps = {
  readonly survey: MySurvey
  readonly items: readonly string[]
  readonly chosen: Chosen
  readonly onChosen: (chosen: Chosen) => void
}

function ChoiceSet({ survey, items, chosen, onChosen }: SetProps) {
  const t = useTexts(expectationTexts)
  const language = useLanguage()
  const { best, worst } = chosen
  const nameOf = (id: string) => survey.items.find((item) => item.id === id)?.text[language] ?? id
  // What is the most important cannot be the least as well: the other mark goes.
  const mark = {
    best: (id: string) => onChosen({ best: id, ...(worst !== undefined && worst !== id ? { worst } : {}) }),
    worst: (id: string) => onChosen({ worst: id, ...(best !== undefined && best !== id ? { best } : {}) }),
  }
  return (
    <div className="lp-survey__set">
      <p className="lp-survey__heads" aria-hidden="true">
        <span>{t('mine.best')}</span>
        <span>{t('mine.worst')}</span>
      </p>
      {items.map((id) => (
        <div key={id} className="lp-survey__row">
          <Mark kind="best" name={nameOf(id)} isOn={best === id} onMark={() => mark.best(id)} />
          <span>{nameOf(id)}</span>
          <Mark kind="worst" name={nameOf(id)} isOn={worst === id} onMark={() => mark.worst(id)} />
        </div>
      ))}
    </div>
  )
}

type MarkProps = {
  readonly kind: 'best' | 'worst'
  readonly name: string
  readonly isOn: boolean
  readonly onMark: () => void
}

function Mark({ kind, name, isOn, onMark }: MarkProps) {
  const t = useTexts(expectationTexts)
  return (
    <label className="lp-survey__mark">
      <input
        type="radio"
        name={`survey-${kind}`}
        aria-label={t(kind === 'best' ? 'mine.bestOf' : 'mine.worstOf', { item: name })}
        checked={isOn}
        onChange={onMark}
      />
    </label>
  )
}
