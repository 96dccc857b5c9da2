/** Everything that is to be said about one channel version: facts, tone, and how it stands to the core. */
import type { Language } from '../../../../kernel/localized.ts'
import type { AnswerChannel } from '../answer-words.ts'
import { type CoreContent, coreStamp, textIn } from '../core-content.ts'
import { checkFacts, type FactFinding, isWrong } from '../facts/check-facts.ts'
import { coreFacts } from '../facts/core-fact.ts'
import type { SharedFacts } from '../text/fact-mark.ts'
import { type Readability, readabilityOf } from '../text/readability.ts'
import { plainOf } from '../text/rich-text.ts'
import { standingOf, type VersionFacts, type VersionStanding } from '../version-state.ts'
import { checkTone, type ToneFinding } from './channel-rules.ts'

export type Examined = VersionStanding & {
  /** A fact in the text that is written now, or in what others see, differs from the core's. */
  readonly wrong: boolean
  readonly facts: readonly FactFinding[]
  readonly tone: readonly ToneFinding[]
  readonly readability: Readability
  readonly length: number
}

export type ExaminedVersion = VersionFacts & { readonly channel: AnswerChannel; readonly language: Language }

/**
 * @param agreed the agreed core, which approval is held against; undefined while there is none
 * @param core the core that facts are compared with: the agreed one, else the newest
 */
export function examineVersion(
  version: ExaminedVersion,
  {
    agreed,
    core,
    shared,
  }: {
    readonly agreed: CoreContent | undefined
    readonly core: CoreContent
    readonly shared: SharedFacts
  },
): Examined {
  const { channel, language } = version
  const { body } = textIn(core, language)
  const text = plainOf(version.body, shared)
  const facts = coreFacts(body, shared)
  const plainCore = plainOf(body, shared)
  const found = checkFacts(facts, plainCore, text)
  const seen = version.approvedBody
  const seenWrong = seen !== null && isWrong(checkFacts(facts, plainCore, plainOf(seen, shared)))
  return {
    ...standingOf(version, agreed ? coreStamp(agreed, shared, language) : null),
    wrong: isWrong(found) || seenWrong,
    facts: found,
    tone: checkTone(text, { channel, language, facts: found }),
    readability: readabilityOf(text),
    length: text.length,
  }
}
