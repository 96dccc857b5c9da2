import type { Stage } from '../../../src/measure/edition/contract.ts'
import { Steps } from '../../design/steps.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** The edition's year: what is done, where we are, what is to come. */
export function Year({ stages }: { readonly stages: readonly Stage[] }) {
  const t = useTexts(editionTexts)
  const format = useFormats()
  const steps = stages.map(({ id, state, done, of }) => ({
    key: id,
    name: t(`year.${id}`),
    state: state === 'coming' ? ('upcoming' as const) : state,
    ...(of === undefined || state === 'coming'
      ? {}
      : { note: t('year.count', { done: format.number(done ?? 0), of: format.number(of) }) }),
  }))
  return <Steps label={t('year.title')} steps={steps} />
}
