/** Reads the file that it is started with and says when its first page is there; a test kills it on the way. */
import { parseFile } from '../../server/import/parse-file.ts'

const path = process.argv[2] ?? ''
await parseFile({ path, name: 'plan.pdf' }, { onProgress: () => console.log('begun') })
