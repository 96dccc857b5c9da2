/** Shifts (P4): who can work, who works when, and what agents ask for. */
import { ownContract } from './own/contract.ts'
import { peopleContract } from './people/contract.ts'
import { requestsContract } from './requests/contract.ts'
import { weekContract } from './week/contract.ts'

export const shiftsContract = { ...peopleContract, ...weekContract, ...ownContract, ...requestsContract }
