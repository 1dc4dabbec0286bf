import { documentsOf } from './documents'
import { GENERATED, readSubset } from './generated'
import { readOperationFiles, together } from './operations'
import { beyond, subsetOf } from './subset'
import { readTrueSchema, trueSchemasFolder } from './true-schemas'

/** The oldest Magento we support, and the one that has everything we can make use of. */
const OLDEST = 'opensource-2.4.7'
const NEWEST = 'commerce-2.4.9'

const headOf = (what: string) =>
  `# ${what}\n# Written by scripts/main.ts. Do not edit.\n# biome-ignore-all format: as the generator writes it\n\n`

/** Every generated file by its path. Without true schemas the SDL on disk stays as it is. */
export async function generate(): Promise<Map<string, string>> {
  const folder = trueSchemasFolder()
  const sdl = folder ? generateSubset(folder) : readSubset()
  return new Map([
    [GENERATED.subset, sdl.subset],
    [GENERATED.newer, sdl.newer],
    [GENERATED.documents, await documentsOf(`${sdl.subset}\n${sdl.newer}`, readOperationFiles())],
  ])
}

function generateSubset(folder: string): { subset: string; newer: string } {
  const files = readOperationFiles()
  const everywhere = files.filter(({ since }) => since === null)
  const subset = subsetOf(readTrueSchema(folder, OLDEST), together(everywhere))
  const withNewer = subsetOf(readTrueSchema(folder, NEWEST), together(files))
  return {
    subset: headOf('What our operations use of every Magento we support, 2.4.7 and later, Open Source too.') + subset,
    newer: headOf('What the operations of src/operations/newer use beyond that.') + beyond(subset, withNewer),
  }
}
