// @hocuspocus/server as it comes, with the statements of its SQLite extension. The extension itself loads better-sqlite3, which is
// built for each version of Node; here they run on node:sqlite, through the Database extension that it extends.
// Argument: the folder of the store.
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { schema, selectQuery, upsertQuery } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const database = new DatabaseSync(path.join(process.argv[2], 'hocuspocus.sqlite'))
database.exec(schema)
const select = database.prepare(selectQuery)
const upsert = database.prepare(upsertQuery)

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => select.get({ $name: documentName })?.data ?? null,
      store: async ({ documentName, state }) => void upsert.run({ $name: documentName, $data: state }),
    }),
  ],
})
await server.listen()
console.log(`open at http://localhost:${server.address.port}`)
