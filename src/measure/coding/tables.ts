import type { Answers, Comments } from '../fieldwork/contract.ts'
import type { CodingDraft, CodingPurpose } from './contract.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    second_coding: {
      organisation_id: string
      edition_id: string
      coding_id: string
      contact_id: string
      purpose: CodingPurpose
      observer_id: string
      material: string | null
      asked_at: Date
      asked_by: string
      withdrawn_at: Date | null
      draft: CodingDraft | null
    }
    second_coding_version: {
      organisation_id: string
      edition_id: string
      coding_id: string
      version: number
      hand_in_id: string
      answers: Answers
      comments: Comments
      handed_in_at: Date
      handed_in_by: string
    }
  }
}
