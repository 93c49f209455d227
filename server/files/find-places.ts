import { placesSchema, type Places } from '../../shared/application/places.ts'
import { searchThread, type Search } from './search-thread.ts'

const searched = searchThread(
  new URL('./find-places-worker.ts', import.meta.url),
  'The parts of an application',
)

/** Looks for the parts that answer the criteria in a thread of its own. Rejects where that takes half a minute or a gigabyte. */
export async function findPlaces(search: Search): Promise<Places> {
  return placesSchema.parse(await searched(search))
}
