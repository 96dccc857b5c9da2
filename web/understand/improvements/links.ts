import type { PathTarget } from '../../design/path-target.ts'

export const improvementLink = (improvementId: string): PathTarget => ({
  to: '/understand/improvements/$improvementId',
  params: { improvementId },
})
