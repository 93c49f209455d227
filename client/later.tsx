import { type ComponentType, useEffect, useState } from 'react'

/**
 * A component that is loaded when it is first shown, with `Waiting` in its place until then; what cannot be loaded throws where it
 * would stand. Not React's `lazy`: that leaves a fallback on the screen for 300 ms, however soon what it waits for is there.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState(() => loaded)
    const [failed, setFailed] = useState<{ readonly error: unknown } | null>(null)
    useEffect(() => {
      load().then(
        (component) => {
          loaded = component
          setLoaded(() => component)
        },
        (error: unknown) => setFailed({ error }),
      )
    }, [])
    if (failed) throw failed.error
    return Loaded ? <Loaded {...props} /> : <Waiting />
  }
}
