const statesByLetters =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|' +
  'FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|' +
  'MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|' +
  'NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|' +
  'PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|' +
  'WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|AS American Samoa|' +
  'MP Northern Mariana Islands'

const statesInFull = new Map(
  statesByLetters.split('|').map((state) => [state.slice(0, 2).toLowerCase(), state.slice(3).toLowerCase()]),
)

/**
 * A home State or an organization as it is compared: capitals, marks and spaces make no difference, and a State's postal letters
 * are its name, so that a list with “OH” and one with “Ohio” are kept apart. Null for nothing.
 */
export function comparable(kind: 'home' | 'organization', said: string | null): string | null {
  const plain = (said ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (plain === '') return null
  return kind === 'home' ? (statesInFull.get(plain.replace(/ /g, '')) ?? plain) : plain
}
