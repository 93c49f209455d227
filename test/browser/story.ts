/**
 * Steps that go on from each other, as a person's day does. Asking for one does those before it first, each once: every test
 * of a story can be run alone, and none depends on which ran before.
 */
export function story(...steps: readonly (() => Promise<void>)[]): (step: number) => Promise<void> {
  const told: Promise<void>[] = []
  const upTo = (step: number): Promise<void> => {
    const tell = steps[step - 1]
    if (!tell) return Promise.resolve()
    return (told[step] ??= upTo(step - 1).then(tell))
  }
  return upTo
}
