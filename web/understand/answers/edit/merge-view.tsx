/** Somebody saved first: what the two wrote, brought together. Where both changed the same, a person chooses. */
import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { isLanguage } from '../../../../src/kernel/localized.ts'
import type { ContentBody, FieldConflict, SavedOrMet } from '../../../../src/understand/answers/contract.ts'
import { Status } from '../../../design/status.tsx'
import { answerTexts } from '../../../i18n/answers.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { type Choice, type Choices, chooseConflicts, withField } from './choose-conflicts.ts'

type Props = {
  readonly met: Extract<SavedOrMet, { is: 'met' }>
  readonly onTake: (content: ContentBody) => void
  readonly onBack: () => void
}

export function MergeView({ met, onTake, onBack }: Props) {
  const t = useTexts(answerTexts)
  const [choices, setChoices] = useState<Choices>({})
  const conflicts = met.conflicts as readonly FieldConflict[]
  const count = conflicts.flatMap(({ pieces }) => pieces).filter(({ is }) => is === 'conflict').length
  const take = () => {
    let content = met.merged as ContentBody
    for (const conflict of conflicts)
      content = withField(content, conflict.path, chooseConflicts(conflict, choices))
    onTake(content)
  }
  return (
    <div className="lp-stack">
      <p>{t('met.text')}</p>
      {count === 0 ? (
        <Status tone="good">{t('met.clean')}</Status>
      ) : (
        <Status tone="warning">{t('met.conflicts', { count })}</Status>
      )}
      {conflicts.map((conflict) => (
        <section key={conflict.path} className="lp-stack" aria-label={conflict.path}>
          <h3>
            <FieldName path={conflict.path} />
          </h3>
          {conflict.pieces.map((piece, at) => {
            const key = `${conflict.path}#${at}`
            return piece.is === 'settled' ? (
              <p key={key} className="lp-merge-text lp-quiet lp-small">
                {piece.text}
              </p>
            ) : (
              <Conflict
                key={key}
                piece={piece}
                choice={choices[key] ?? 'both'}
                onChoice={(choice) => setChoices({ ...choices, [key]: choice })}
              />
            )
          })}
        </section>
      ))}
      <div className="lp-row">
        <Button onClick={take}>{t('met.use')}</Button>
        <Button variant="tertiary" onClick={onBack}>
          {t('met.back')}
        </Button>
      </div>
    </div>
  )
}

function FieldName({ path }: { readonly path: string }) {
  const t = useTexts(answerTexts)
  const [part, name = '', field] = path.split('.')
  if (part === 'texts' && isLanguage(name) && (field === 'title' || field === 'body'))
    return t(`met.field.${field}`, { language: t(`language.${name}`) })
  const box = (['tasks', 'goals', 'waysIn', 'waysForward'] as const).find((each) => each === name)
  return box ? t(`core.${box}`) : path
}

type ConflictProps = {
  readonly piece: { readonly base: string; readonly mine: string; readonly theirs: string }
  readonly choice: Choice
  readonly onChoice: (choice: Choice) => void
}

const sides = ['mine', 'theirs', 'both'] as const

function Conflict({ piece, choice, onChoice }: ConflictProps) {
  const t = useTexts(answerTexts)
  const texts = { mine: piece.mine, theirs: piece.theirs, both: `${piece.mine}\n${piece.theirs}` }
  return (
    <div className="lp-merge-conflict">
      {piece.base.trim() !== '' && (
        <p className="lp-small lp-quiet">
          {t('met.before')}: {piece.base}
        </p>
      )}
      <div className="lp-merge-sides">
        {sides.map((side) => (
          <div key={side}>
            <Button
              variant={choice === side ? 'primary' : 'secondary'}
              data-size="sm"
              aria-pressed={choice === side}
              onClick={() => onChoice(side)}
            >
              {t(`met.${side}`)}
            </Button>
            {side !== 'both' && <p>{texts[side]}</p>}
          </div>
        ))}
      </div>
    </div>
  )
}
