import { expect, test } from 'vitest'
import { readSite, toFound } from '../../measure/participants/index.ts'
import { proposeChannels } from '../../measure/participants/rules/settled-channels.ts'
import { contactDetails } from '../contact-details.ts'
import { demoCompanies } from '../world.ts'
import { dresses, withDemoPages } from './index.ts'

const noNetwork = {
  open: async (url: string) => {
    throw new Error(`the network was asked for ${url}`)
  },
  close: async () => {},
}

test('there are twelve dresses in three languages', () => {
  expect(dresses.length).toBe(12)
  expect(new Set(dresses.map((dress) => dress.language))).toEqual(new Set(['nb', 'nn', 'en']))
})

test.each(demoCompanies.map((company) => [company.page, company] as const))(
  'discovery finds again what %s says, without a network',
  async (page, company) => {
    const site = await readSite(`demo:${page}`, withDemoPages(noNetwork))
    expect(site.ok).toBe(true)
    const { phone, ...found } = proposeChannels(toFound(site))
    const { phone: said, ...told } = contactDetails(company)
    expect(phone?.replace('+47 ', '') ?? null).toBe(said)
    expect(found).toEqual(told)
  },
)

test('an unknown demo page is refused, not looked up', async () => {
  expect(await withDemoPages(noNetwork).open('demo:finnes-ikke')).toMatchObject({
    ok: false,
    reason: 'unknown-host',
  })
})
