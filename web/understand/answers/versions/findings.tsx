/** What a channel's rules say about a text, in words: what must be mended first. */
import type { VersionView } from '../../../../src/understand/answers/contract.ts'
import { Status } from '../../../design/status.tsx'
import { answerTexts } from '../../../i18n/answers.ts'
import { useTexts } from '../../../i18n/use-texts.ts'

type Finding = Pick<VersionView['tone'][number], 'rule' | 'level' | 'params'>

export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTexts(answerTexts)
  if (findings.length === 0)
    return (
      <p className="lp-small">
        <Status tone="good">{t('tone.good')}</Status>
      </p>
    )
  const sorted = findings.toSorted((a, b) => Number(b.level === 'wrong') - Number(a.level === 'wrong'))
  return (
    <ul className="lp-findings">
      {sorted.map((finding) => (
        <li key={finding.rule + JSON.stringify(finding.params)}>
          <Status tone={finding.level === 'wrong' ? 'bad' : 'neutral'}>
            {t(finding.level === 'wrong' ? 'tone.wrong' : 'tone.advice')}
          </Status>{' '}
          <FindingText finding={finding} />
        </li>
      ))}
    </ul>
  )
}

function FindingText({ finding: { rule, params } }: { readonly finding: Finding }) {
  const t = useTexts(answerTexts)
  const say = (name: string): string | number => params[name] ?? ''
  switch (rule) {
    case 'tooLong':
      return t('tone.tooLong', { length: say('length'), most: say('most') })
    case 'longSentence':
      return t('tone.longSentence', { words: say('words'), most: say('most') })
    case 'hardToRead':
      return t('tone.hardToRead', { lix: say('lix'), most: say('most') })
    case 'heavyWord':
      return say('plain') === ''
        ? t('tone.heavyWordDrop', { heavy: say('heavy') })
        : t('tone.heavyWord', { heavy: say('heavy'), plain: say('plain') })
    case 'asksPersonalData':
      return t('tone.asksPersonalData', { word: say('word') })
    case 'spokenLink':
      return t('tone.spokenLink', { link: say('link') })
    case 'factMissing':
      return t('tone.factMissing', { name: say('name') || '–', expected: say('expected') })
    case 'factDiffers':
      return t('tone.factDiffers', { expected: say('expected'), found: say('found') })
    default:
      return t(`tone.${rule}`)
  }
}
