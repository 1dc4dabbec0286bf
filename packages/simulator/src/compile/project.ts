import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

/** The files of one Mini Program, and how its references to one another are found. Paths are relative, with forward slashes. */
export class Project {
  readonly warnings: string[] = []
  private readonly contents = createHash('sha256')

  constructor(readonly root: string) {}

  has(file: string): boolean {
    const path = join(this.root, file)
    return existsSync(path) && statSync(path).isFile()
  }

  read(file: string): string {
    const text = readFileSync(join(this.root, file), 'utf8')
    this.contents.update(`${file}\0${text}\0`)
    return text
  }

  /** Changes exactly when something that was read has: the compiled templates themselves come in no fixed order. */
  hash(): string {
    return this.contents.copy().digest('hex').slice(0, 16)
  }

  /** The file parsed as JSON, or an empty object when there is none. A file that does not parse is reported with its name. */
  json<T extends object>(file: string): Partial<T> {
    if (!this.has(file)) return {}
    try {
      return JSON.parse(this.read(file)) as T
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`)
    }
  }

  warn(message: string): void {
    if (!this.warnings.includes(message)) this.warnings.push(message)
  }

  /** `ref` as written in `from`: absolute from the project's root, or relative to the file. */
  near(from: string, ref: string): string {
    return posix.normalize(ref.startsWith('/') ? ref.slice(1) : posix.join(posix.dirname(from), ref))
  }

  component(from: string, ref: string): string | null {
    if (ref.includes('://')) return null
    const exists = (path: string) => this.has(`${path}.json`) || this.has(`${path}.wxml`)
    const forms = (path: string) => [path, `${path}/index`].find(exists) ?? null
    return forms(this.near(from, ref)) ?? this.inNpm(from, ref, forms)
  }

  script(from: string, ref: string): string | null {
    const forms = (path: string) =>
      [path, `${path}.js`, `${path}/index.js`].find((file) => file.endsWith('.js') && this.has(file)) ?? null
    return forms(this.near(from, ref)) ?? this.inNpm(from, ref, forms)
  }

  /** `miniprogram_npm`, from the nearest folder up, as WeChat looks for it. */
  private inNpm(from: string, name: string, find: (path: string) => string | null): string | null {
    for (let folder = posix.dirname(from); ; folder = posix.dirname(folder)) {
      const found = find(posix.join(folder, 'miniprogram_npm', name))
      if (found) return found
      if (folder === '.' || folder === '/') return null
    }
  }
}
