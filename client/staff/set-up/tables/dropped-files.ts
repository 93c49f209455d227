/** A file with the folders that it lay in: `Maine/Budget.pdf`. */
export interface PlacedFile {
  readonly file: File
  readonly path: string
}

/** What was let go over a page, with all that lies in its folders. Rejects where a folder cannot be read. */
export async function droppedFiles(dropped: DataTransfer): Promise<readonly PlacedFile[]> {
  // Asked at once: what was dropped is forgotten when the event is over.
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry())
  const plain = [...dropped.files].map((file) => ({ file, path: file.name }))
  const inFolders = entries.filter((entry) => entry !== null).filter((entry) => entry.isDirectory)
  const found = await Promise.all(inFolders.map((entry) => filesIn(entry)))
  const folders = new Set(inFolders.map(({ name }) => name))
  return [...plain.filter(({ path }) => !folders.has(path)), ...found.flat()]
}

/** What was chosen, a folder with all that lies in it. */
export function chosenFiles(list: FileList | null): readonly PlacedFile[] {
  return [...(list ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }))
}

async function filesIn(entry: FileSystemEntry): Promise<readonly PlacedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ file, path: entry.fullPath.replace(/^\//, '') }]
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) break
    all.push(...some)
  }
  return (await Promise.all(all.map(filesIn))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
