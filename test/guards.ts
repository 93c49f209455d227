/** Takes the guards of the product away, one at a time, and says whether a test of its rule noticed. */
import { guards } from './guards/guard-list.ts'
import { copyProject } from './guards/without-guard.ts'

const project = copyProject()
let unnoticed = 0
try {
  const faults = await project.faults(guards)
  if (faults.length > 0) throw new Error(`With every guard in place: ${faults.join('; ')}`)
  for (const guard of guards) {
    const { noticed, sentence } = await project.without(guard)
    if (!noticed) unnoticed += 1
    console.log(`${guard.name.padEnd(18)} ${noticed ? 'noticed    ' : 'NOT NOTICED'} ${sentence}`)
  }
} finally {
  project.remove()
}
console.log(`${guards.length - unnoticed} of ${guards.length} guards are missed when they are gone`)
process.exitCode = unnoticed === 0 ? 0 : 1
