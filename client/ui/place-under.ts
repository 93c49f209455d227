/** How far what is opened stays from the edges of the window, in pixels. */
const margin = 8

/** Puts a sheet that is open under its button, or over it where there is no room, within the window. */
export function placeUnder(sheet: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect()
  const { offsetWidth, offsetHeight } = sheet
  const below = at.bottom + 4
  const top = below + offsetHeight > innerHeight - margin ? at.top - 4 - offsetHeight : below
  sheet.style.top = `${Math.max(margin, top)}px`
  sheet.style.left = `${Math.max(margin, Math.min(at.left, innerWidth - margin - offsetWidth))}px`
}
