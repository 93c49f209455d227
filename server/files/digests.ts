import { digestSchema, type Digest } from '../../shared/application/digest.ts'
import type { Application } from '../../shared/competition/setup.ts'
import { shipped } from '../rehearsal/rehearsal.ts'
import { FilesRefused, type Files } from './files.ts'

/** The digests of applications, each by the file that the journal names. */
export interface Digests {
  /** Puts the content of a digest's file where all nodes see it, and returns its name. */
  readonly put: Files['put']
  /** Throws FilesRefused where the file is missing or damaged. */
  readonly of: (application: Application) => Promise<Digest>
}

/** Digests from the files, read once: what stands under a name never changes. */
export function openDigests(files: Files): Digests {
  const known = new Map<string, Digest>()

  async function read(applicant: string, sha256: string): Promise<Digest> {
    const found = known.get(sha256)
    if (found) return found
    const bytes = await files.read(sha256)
    if (bytes === null) {
      throw new FilesRefused(
        `The file ${sha256} with the application of ${applicant} is missing. ` +
          '--files has to name the folder that all nodes see; by default it is “files” in the data folder.',
      )
    }
    const digest = digestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
    known.set(sha256, digest)
    return digest
  }

  return {
    put: files.put,
    of: async ({ id, applicant, digest }) => {
      if (digest !== undefined) return read(applicant, digest)
      // Competitions opened before journals named files showed what came with the program, and still do.
      const old = shipped.find((candidate) => candidate.digest.id === id)
      if (!old) throw new FilesRefused(`The journal names no file for the application of ${applicant}.`)
      return old.digest
    },
  }
}
