import express, { type Express } from 'express'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const client = fileURLToPath(new URL('../../dist/client', import.meta.url))

/** The built client: its files, and its page for every other path. */
export function addBuiltClient(app: Express): void {
  app.use(express.static(client, { index: false, maxAge: '1h' }))
  app.get('/{*path}', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(path.join(client, 'index.html'))
  })
}
