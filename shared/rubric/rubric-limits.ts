/**
 * How long an id of a rubric's area, criterion, row or priority may be, in UTF-16 units. Events, commands and files name parts by their
 * ids and take none that is longer: all of them say so by this number.
 */
export const longestId = 80

/** The same for a box of a row that is scored by elements; it is unique in its row alone. */
export const longestBoxId = 40

/** The name of a field, or of an entry in one: a seat and a word before the ids, as in `r12/elements:<row>:<box>`. */
export const longestField = 30 + longestId + 1 + longestBoxId

/** The most of anything that a rubric counts in units of its step: maxima, sums, lines. */
export const mostUnits = 100_000
