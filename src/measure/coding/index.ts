export { type CodedPair, listCodings } from './actions/list-codings.ts'
