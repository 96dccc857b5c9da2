import { expect, test } from 'vitest'
import { auditDetail } from './audit-text.ts'

test('the details of an entry read as one line', () => {
  expect(auditDetail({ roles: ['admin', 'agent'], name: 'Kari' })).toBe('roles: admin, agent · name: Kari')
  expect(auditDetail({ before: { active: true } })).toBe('before: {"active":true}')
  expect(auditDetail({})).toBe('')
})
