/**
 * What a seat is called wherever its review is spoken of: by its own number, which is the one in its mark. The competition calls whoever
 * sits there by another ("Reviewer 17"), since one person has seats on several panels; staff alone are told both.
 */
export function seatName(seat: number): string {
  return `Reviewer ${seat}`
}
