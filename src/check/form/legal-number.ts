import { fold } from '../../repair/fold.ts'

/** The parts of a legal document's number (số, ký hiệu): `04/2019/NQ-HĐND`. Letters are folded: scans lose their marks. */
export interface LegalNumber {
  /** Without leading noughts, with its letter: `4`, `755a`. */
  readonly count: string
  /** The year within the number. */
  readonly year: string | null
  /** The parts of the symbol: `nq`, `hdnd`. Empty where the number stands alone. */
  readonly symbol: readonly string[]
}

const PARTS = /^0*(\d+[a-z]?)(?:\s?\/\s?((?:19|20)\d\d))?(?![a-z\d])[^a-z\d]*(.*)$/u

/** Reads the number of a reference; null where it has no such form. */
export const legalNumber = (number: string): LegalNumber | null => {
  const match = PARTS.exec(fold(number))
  if (match === null) return null
  const [, count = '', year = null, symbol = ''] = match
  return { count, year, symbol: symbol.split(/[^a-z\d]+/u).filter(part => part !== '') }
}

/** Bodies of which there is one in the country, so that a number and its year name one document. */
const CENTRAL =
  /^(?:ttg|cp|hdbt|qh\d*|ubtvqh\d*|tw|bkhdt|bkh|btc|bnnptnt|bnn|bnv|bct|bldtbxh|btnmt|byt|bgddt|bkhcn|bgtvt|bxd|btp|btttt|bvhttdl|nhnn|lmhtxvn)$/u

/** Whether the issuing body, as its symbol tells, is one of the whole country. */
export const isCentral = ({ symbol }: LegalNumber): boolean => symbol.some(part => CENTRAL.test(part))
