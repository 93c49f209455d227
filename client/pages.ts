import { useSyncExternalStore } from 'react'

/** The pages of one review, as they stand in its address: `/review/missouri.1.1/score/(A)(1)(i)`. */
export const reviewPages = [
  'documents',
  'places',
  'conflicts',
  'score',
  'ready',
  'print',
  'room',
  'board',
  'vote',
  'final',
  'summary',
  'close',
  'lock',
  'record',
] as const

export type ReviewPage = (typeof reviewPages)[number]

/** Staff's page about what reviewers asked. */
export const questionsPath = '/questions'

/** Staff's page about what the outcome of a tier hangs on, and one application on it. */
export function outcomePath(review?: string): string {
  return review === undefined ? '/outcome' : `/outcome/${encodeURIComponent(review)}`
}

/** Staff's page with the applications of a locked tier in their order. */
export const rankingPath = '/ranking'

/** The parts of the set-up, in the order in which a competition is set up, and the words of each. */
export const setUpPages = {
  start: 'Start',
  rubric: 'Rubric',
  notice: 'Notice',
  settings: 'Settings',
  people: 'People',
  applications: 'Applications',
  intake: 'Intake',
  conflicts: 'Conflicts',
  panels: 'Panels',
  sample: 'Sample',
} as const

export type SetUpPart = keyof typeof setUpPages

/** The path of a part of the set-up, and of one thing in it. */
export function setUpPath(part: SetUpPart = 'start', item?: string): string {
  const path = `/set-up/${part}`
  return item === undefined ? path : `${path}/${encodeURIComponent(item)}`
}

/** Where everybody certifies against the list of applicants, and where the spread on the sample is shown. */
export const certifyPath = '/certify'
export const samplePath = '/sample'

/** Where one is. `item` is a row, criterion or priority of the rubric, or null. */
export type Page =
  | { readonly page: 'home' | 'questions' | 'ranking' | 'certify' | 'sample' }
  | { readonly page: 'setUp'; readonly part: SetUpPart; readonly item: string | null }
  | { readonly page: 'outcome'; readonly chosen: string | null }
  | { readonly page: ReviewPage; readonly review: string; readonly item: string | null }
  | { readonly page: 'unknown'; readonly path: string }

/** The page that a path names. */
export function pageOf(path: string): Page {
  const [first, review, page, item, ...rest] = path.split('/').filter(Boolean).map(decoded)
  if (first === undefined) return { page: 'home' }
  if (path === questionsPath) return { page: 'questions' }
  if (path === rankingPath) return { page: 'ranking' }
  if (path === certifyPath) return { page: 'certify' }
  if (path === samplePath) return { page: 'sample' }
  if (first === 'set-up' && item === undefined) {
    const part = review ?? 'start'
    if (isSetUpPart(part)) return { page: 'setUp', part, item: page ?? null }
  }
  if (first === 'outcome' && page === undefined) return { page: 'outcome', chosen: review ?? null }
  const named = reviewPages.find((candidate) => candidate === page)
  if (first !== 'review' || !review || !named || rest.length > 0) return { page: 'unknown', path }
  return { page: named, review, item: item ?? null }
}

function isSetUpPart(name: string): name is SetUpPart {
  return Object.hasOwn(setUpPages, name)
}

/** The path of a page of a review, for a link. */
export function reviewPath(review: string, page: ReviewPage, item?: string): string {
  const path = `/review/${encodeURIComponent(review)}/${page}`
  // Parentheses may stand in an address; rows are full of them.
  return item === undefined ? path : `${path}/${encodeURIComponent(item)}`
}

/** Where one's own form comes from as PDF, with its moments in the time zone of this computer. */
export function formPdfPath(review: string): string {
  const zone = new URLSearchParams({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone })
  return `/api/reviews/${encodeURIComponent(review)}/form.pdf?${zone.toString()}`
}

/** Where one is, in a component. */
export function usePage(): Page {
  return pageOf(usePath())
}

/** The path where one is. */
export function usePath(): string {
  return useSyncExternalStore(onMove, () => location.pathname)
}

/** Goes to a path of this product without reloading; `replace` leaves no way back to where one was. */
export function goTo(path: string, how: 'push' | 'replace' = 'push'): void {
  if (path === location.pathname) return
  if (how === 'push') history.pushState(null, '', path)
  else history.replaceState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** Lets every plain link of the page lead on without a reload. Called once, by the page's start. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (link.hash || pageOf(link.pathname).page === 'unknown') return
    event.preventDefault()
    if (!isHeld(link.pathname)) goTo(link.pathname)
  })
  let here = location.pathname
  // The first of all that listen, and so before those that would show another page.
  addEventListener('popstate', (event) => {
    // A move of the page's own comes by an event that the browser has not made.
    if (event.isTrusted && isHeld(location.pathname)) {
      event.stopImmediatePropagation()
      history.pushState(null, '', here)
    } else here = location.pathname
  })
}

/** Is told where a link, or going back, would lead, and answers whether the page stays for now. */
export type Hold = (path: string) => boolean

const holds = new Set<Hold>()

/** Lets somebody be asked before they leave a page within this product. Returns what ends that. */
export function holdPage(hold: Hold): () => void {
  holds.add(hold)
  return () => holds.delete(hold)
}

function isHeld(path: string): boolean {
  return [...holds].some((hold) => hold(path))
}

/** The list of seats of a rehearsal, on the host that all seats are under. */
export function seatsAddress(): string {
  const host = location.hostname.endsWith('.localhost') ? 'localhost' : location.hostname
  return `${location.protocol}//${host}${location.port ? `:${location.port}` : ''}/`
}

function onMove(listener: () => void): () => void {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
