import { describe, expect, it } from 'vitest'
import { channelIds, editionMethod } from '../../../../src/measure/edition/contract.ts'
import { brokenInvariants } from '../../../../src/measure/edition/rules/check-method.ts'
import { formFor } from '../../../../src/measure/edition/rules/form.ts'
import { referenceMethod } from '../../../../src/measure/edition/rules/reference/reference-method.ts'
import { addChannel, removeChannel } from './channel-edits.ts'

const draft = () => editionMethod.parse(structuredClone(referenceMethod))

describe.each(channelIds)('taking %s', (channel) => {
  it('out of an edition leaves a whole method', () => {
    const method = draft()
    removeChannel(method, channel)
    expect(brokenInvariants(method)).toEqual([])
    expect(JSON.stringify([method.channels, method.questions, method.scenarios])).not.toContain(
      `"${channel}"`,
    )
  })

  it('out and in again gives back its form', () => {
    const method = draft()
    removeChannel(method, channel)
    addChannel(method, channel)
    expect(brokenInvariants(method)).toEqual([])
    const asked = (form: typeof method) => formFor(form, channel).questions.map(({ id }) => id)
    expect(asked(method).toSorted()).toEqual(asked(referenceMethod).toSorted())
  })
})
