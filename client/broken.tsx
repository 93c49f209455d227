import { Button } from './ui/button.tsx'
import { PlainPage } from './plain-page.tsx'

/** In place of a page that failed while it was drawn. */
export function Broken() {
  return (
    <PlainPage title="This page stopped working">
      <p>
        Something in it failed. What you had typed is still being sent to the server. Wait a moment, then
        reload the page.
      </p>
      <Button onClick={() => location.reload()}>Reload the page</Button>
    </PlainPage>
  )
}
