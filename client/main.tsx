import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { Broken } from './broken.tsx'
import { guardLeaving } from './live/save-state.ts'
import { followLinks } from './pages.ts'
import { keepFocus } from './ui/keep-focus.ts'
import './ui/base.css'

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for the application.')

followLinks()
keepFocus()
guardLeaving()
const root = createRoot(place, {
  // Without this the page would go blank; what was typed lives in the documents and goes on to the server.
  onUncaughtError: (error) => {
    reportError(error)
    root.unmount()
    createRoot(place).render(<Broken />)
  },
})
root.render(
  <StrictMode>
    <App />
  </StrictMode>,
)
