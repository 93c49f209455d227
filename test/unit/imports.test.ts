import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Which rooms a room may import from, and which packages it must not. */
const rooms = [
  {
    room: 'shared',
    mayUse: ['shared'],
    refused: /^(node:|react|express$|ws$|redis$|socket\.io|pino$|vite$)/,
  },
  { room: 'client', mayUse: ['client', 'shared'], refused: /^(node:|express$|ws$|redis$|socket\.io$|pino$)/ },
  { room: 'server', mayUse: ['server', 'shared'], refused: /^react/ },
]

function filesOf(room: string): string[] {
  return readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|css)$/.test(name) && !/(^|[\\/])node_modules[\\/]/.test(name))
    .map((name) => path.join(room, name))
}

/** Every module a source text names: static, for effect, re-exported, dynamic, or by new URL beside itself. */
function importsOf(source: string): string[] {
  const forms = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"])([^'"\n]+)\1/g
  return [...source.matchAll(forms)].map((found) => found[2] ?? '')
}

test('HOUSE-1 the forms of import are all seen', () => {
  const source = [
    "import a from './a.ts'",
    "import type { B } from './b.ts'",
    "import './c.css'",
    "export { d } from './d.ts'",
    "await import('./e.ts')",
    "new Worker(new URL('./f.ts', import.meta.url))",
  ].join('\n')
  expect(importsOf(source)).toEqual(['./a.ts', './b.ts', './c.css', './d.ts', './e.ts', './f.ts'])
})

test.each(rooms)('HOUSE-1 $room imports only $mayUse', ({ room, mayUse, refused }) => {
  const strays = filesOf(room).flatMap((file) =>
    importsOf(readFileSync(path.join(root, file), 'utf8'))
      .filter((name) => {
        if (!name.startsWith('.')) return refused.test(name)
        const target = path.join(path.dirname(file), name)
        // Files at the top (package.json, the two folders a start builds in) belong to no room.
        const isRoomFile = /^(client|server|shared|test)[\\/]/.test(target)
        return isRoomFile && !mayUse.some((allowed) => target.startsWith(allowed + path.sep))
      })
      .map((name) => `${file} imports ${name}`),
  )
  expect(strays).toEqual([])
})

test('HOUSE-2 the server holds no .tsx, since Node runs it unbuilt', () => {
  expect(filesOf('server').filter((file) => file.endsWith('.tsx'))).toEqual([])
})

test('HOUSE-3 no file is named for nothing in particular', () => {
  const vague = /(^|[\\/])(utils?|helpers?|common|misc|types|index)\.(ts|tsx|mjs)$/
  const files = ['shared', 'client', 'server', 'test'].flatMap((room) => filesOf(room))
  expect(files.filter((file) => vague.test(file))).toEqual([])
})

/** What a module loads at once with itself: neither its types nor what it fetches later. */
function loadedWith(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8')
  const forms = /^(?:import|export)\b(?! type\b)(?:[^'"();]*?\bfrom)?\s*'([^']+)'/gm
  return [...source.matchAll(forms)].map((found) => found[1] ?? '')
}

test('HOUSE-6 what a reviewer or a monitor loads holds no checker of what comes in: the server has checked it', () => {
  const seen = new Set<string>()
  const strays: string[] = []
  const follow = (file: string): void => {
    if (seen.has(file) || !/\.tsx?$/.test(file)) return
    seen.add(file)
    for (const name of loadedWith(file)) {
      if (name.startsWith('.')) follow(path.join(path.dirname(file), name))
      else if (name === 'zod') strays.push(file)
    }
  }
  const entries = ['main', 'reviewer/reviewer', 'room/room', 'certify/certify-page', 'monitor/monitor']
  for (const entry of entries) follow(`client/${entry}.tsx`)
  expect(seen.size).toBeGreaterThan(300)
  expect(strays).toEqual([])
})
