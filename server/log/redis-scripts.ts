import { defineScript } from 'redis'
import type { CommandParser } from 'redis'

/**
 * What must be one step is a script. Each first asks whether the stream still holds the version, with the hash, that
 * this node has seen there: a Redis that has lost acknowledged entries must not be written to, nor read as if it were whole.
 * A stream nobody wrote to has its name as its hash.
 */
const COMMON = `
local function idOf(version) return string.format('%.0f-0', version) end

local function stateOf(key)
  local found = redis.call('HMGET', key, 'head', 'hash', 'sealed', 'checkpoint', 'trimmed')
  return {
    head = tonumber(found[1] or '0'), hash = found[2], sealed = found[3] == '1',
    checkpoint = tonumber(found[4] or '0'), trimmed = found[5],
  }
end

local function hashAt(state, entries, stream, version)
  if version == 0 then return stream end
  if version == state.head then return state.hash end
  if version == state.checkpoint then return state.trimmed end
  local found = redis.call('XRANGE', entries, idOf(version), idOf(version))[1]
  return found and found[2][10] or false
end

local function lost(state, entries, stream, version, hash)
  if version > state.head then return 'behind' end
  if version == 0 or version < state.checkpoint then return false end
  local found = hashAt(state, entries, stream, version)
  return found and found ~= hash and 'other'
end
`

/** As `decideAppend` and `firstMoved` decide. A number after the head's hash says which key is meant. */
const APPEND = `${COMMON}
local stream, expected, id, count = ARGV[1], tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[6])
local state = stateOf(KEYS[1])
local function answer(kind, version, key) return { kind, version, state.head, state.hash, key or 0 } end

local gone = lost(state, KEYS[2], stream, tonumber(ARGV[4]), ARGV[5])
if gone then return answer(gone, state.head) end
if state.head > expected then
  local next = redis.call('XRANGE', KEYS[2], idOf(expected + 1), idOf(expected + 1))[1]
  if next and next[2][2] == id and next[2][4] == '0' then
    return answer('appended', expected + tonumber(next[2][6]))
  end
end
if state.sealed then return answer('sealed', state.head) end
if state.head ~= expected then return answer('conflict', state.head) end

local at = 6
for key = 3, #KEYS do
  local other, version, seen = stateOf(KEYS[key]), tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2])
  if other.head < seen then return answer('behind', other.head, key - 2) end
  if seen > 0 and other.head == seen and other.hash ~= ARGV[at + 3] then return answer('other', seen, key - 2) end
  if other.head ~= version then return answer('moved', other.head, key - 2) end
  at = at + 3
end

local version, hash, seal = expected, state.hash or stream, '0'
for part = 0, count - 1 do
  seal = ARGV[at + 1]
  version = version + 1
  hash = redis.sha1hex(table.concat({ hash, id, part, count, seal, ARGV[at + 2] }, '\\n'))
  local written = redis.pcall('XADD', KEYS[2], idOf(version),
    'id', id, 'part', part, 'parts', count, 'seal', seal, 'hash', hash, 'bytes', ARGV[at + 2])
  if type(written) == 'table' and written.err then
    if string.find(written.err, 'equal or smaller', 1, true) then return answer('surplus', state.head) end
    return written
  end
  at = at + 2
end
redis.call('HSET', KEYS[1], 'head', string.format('%.0f', version), 'hash', hash, 'sealed', seal)
state.head, state.hash = version, hash
return answer('appended', version)
`

/**
 * Head, checkpoint and entries of one moment, cut after so many bytes: whoever needs more asks on. What follows a marker is
 * asked for by its id, one above the marker's. The checkpoint comes in pieces, so that it is seen to arrive.
 */
const READ = `${COMMON}
local state, from = stateOf(KEYS[1]), tonumber(ARGV[2])
local limit, most, piece = tonumber(ARGV[3]), tonumber(ARGV[6]), tonumber(ARGV[7])
local gone = lost(state, KEYS[2], ARGV[1], tonumber(ARGV[4]), ARGV[5])
if gone then return { gone, state.head } end
local start, sum, pieces, size = from, false, {}, 0
if from < state.checkpoint then
  start, sum = state.checkpoint, redis.call('HGET', KEYS[1], 'sum')
  local bytes = redis.call('GET', KEYS[3]) or ''
  for at = 1, #bytes, piece do pieces[#pieces + 1] = string.sub(bytes, at, at + piece - 1) end
  size = #bytes
end
local entries, after, cut = {}, string.format('(%.0f-1', start), 0
repeat
  local found = redis.call('XRANGE', KEYS[2], after, '+', 'COUNT', math.min(limit - #entries, 8))
  for _, entry in ipairs(found) do
    if size >= most then cut = 1 break end
    entries[#entries + 1] = entry
    after, size = '(' .. entry[1], size + #(entry[2][12] or '')
  end
until cut == 1 or #found == 0 or #entries == limit
return { 'read', state.head, state.hash, state.sealed and 1 or 0, start,
  hashAt(state, KEYS[2], ARGV[1], start), sum, pieces, entries, cut }
`

const HEAD = `${COMMON}
local state = stateOf(KEYS[1])
return { lost(state, KEYS[2], ARGV[1], tonumber(ARGV[2]), ARGV[3]) or 'head', state.head, state.hash }
`

/**
 * A checkpoint of everything leaves a marker where the last entry was: a reader that is behind would otherwise see an
 * empty stream and wait for the next entry, instead of being given the checkpoint.
 */
const CHECKPOINT = `${COMMON}
local state, version = stateOf(KEYS[1]), tonumber(ARGV[2])
local gone = lost(state, KEYS[2], ARGV[1], tonumber(ARGV[3]), ARGV[4])
if gone then return { gone, state.head } end
if version > state.head then return { 'above', state.head } end
if version <= state.checkpoint then return { 'kept', state.head } end
local hash = hashAt(state, KEYS[2], ARGV[1], version)
if not hash then return { 'torn', state.head } end
redis.call('SET', KEYS[3], ARGV[6])
redis.call('HSET', KEYS[1], 'checkpoint', ARGV[2], 'trimmed', hash, 'sum', ARGV[5])
redis.call('XTRIM', KEYS[2], 'MINID', '=', idOf(version + 1))
if version == state.head then redis.call('XADD', KEYS[2], string.format('%.0f-1', version), 'checkpoint', '') end
return { 'stored', state.head }
`

function script(source: string) {
  return defineScript({
    SCRIPT: source,
    parseCommand(parser: CommandParser, keys: readonly string[], values: readonly (string | Buffer)[]) {
      parser.pushKeysLength([...keys])
      parser.push(...values)
    },
    transformReply: (reply: unknown): unknown => reply,
  })
}

/** Each is called with its keys and its values; which they are stands where it is called. */
export const scripts = {
  appendEntries: script(APPEND),
  readStream: script(READ),
  readHead: script(HEAD),
  storeCheckpoint: script(CHECKPOINT),
}
