/** What the tabs of one browser tell each other: they share a session, so who signs in or out in one does so in all of them. */
export interface SessionNews {
  readonly is: 'signedIn' | 'signedOut'
  readonly person: string
}

const channel = new BroadcastChannel('panelroom session')

/** Tells every other tab of this seat. */
export function tellTabs(news: SessionNews): void {
  channel.postMessage(news)
}

/** Listens to the other tabs of this seat. */
export function onTabs(listener: (news: SessionNews) => void): void {
  channel.addEventListener('message', (event: MessageEvent<SessionNews>) => listener(event.data))
}
