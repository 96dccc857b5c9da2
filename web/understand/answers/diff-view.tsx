import { diffWords } from '../../../src/understand/answers/rules/merge/diff-words.ts'
import { answerTexts } from '../../i18n/answers.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** What changed between two texts: added is underlined, removed is struck through, and both are said aloud. */
export function DiffView({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useTexts(answerTexts)
  if (before === after) return <p className="lp-quiet">{t('history.same')}</p>
  return (
    <p className="lp-diff">
      {diffWords(before, after).map(({ is, text }, at) => {
        const key = `${at} ${is}`
        if (is === 'same') return <span key={key}>{text}</span>
        const Tag = is === 'added' ? 'ins' : 'del'
        return (
          <Tag key={key}>
            <span className="lp-visually-hidden">{`[${t(`history.${is}`)}: `}</span>
            {text}
            <span className="lp-visually-hidden">]</span>
          </Tag>
        )
      })}
    </p>
  )
}
