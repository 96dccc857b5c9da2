/** The flags of channel versions, remembered: a version's text against the same core says the same every time. */
import { type Examined, examineVersion } from '../rules/channels/examine-version.ts'
import { type CoreContent, coreStamp } from '../rules/core-content.ts'
import { stampOf } from '../rules/stamp.ts'
import type { SharedFacts } from '../rules/text/fact-mark.ts'
import { plainOf } from '../rules/text/rich-text.ts'
import type { StoredAnswer } from '../store/answer-store.ts'
import type { StoredVersion } from '../store/version-store.ts'

const mostKept = 100_000
const kept = new Map<string, Examined>()

export function examined(
  answer: Pick<StoredAnswer, 'content' | 'agreed'>,
  version: StoredVersion,
  shared: SharedFacts,
): Examined {
  const key = keyOf(answer, version, shared)
  const known = kept.get(key)
  if (known) return known
  const { content, agreed } = answer
  const found = examineVersion(version, { agreed, core: agreed ?? content, shared })
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, found)
  return found
}

function keyOf(
  { content, agreed }: Pick<StoredAnswer, 'content' | 'agreed'>,
  version: StoredVersion,
  shared: SharedFacts,
): string {
  const core: CoreContent = agreed ?? content
  const { channel, language, body, approvedBody, approvedStamp } = version
  const texts = [plainOf(body, shared), approvedBody === null ? null : plainOf(approvedBody, shared)]
  const about = [channel, language, agreed !== undefined, coreStamp(core, shared, language), approvedStamp]
  return stampOf(JSON.stringify([about, texts, body === approvedBody]))
}
