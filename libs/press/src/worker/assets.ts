import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']

/** What a rendering thread loads, by absolute path, so that neither the build folder nor the working directory matters. */
export interface PressAssets {
  readonly compiler: string
  readonly fonts: readonly string[]
  /** A folder that does not exist: a template has no file to read. */
  readonly workspace: string
  /** Where a template finds the picture it is to show; it lies in memory. */
  readonly inset: string
}

export function pressAssets(): PressAssets {
  const { resolve } = createRequire(import.meta.url)
  const workspace = join(tmpdir(), 'tanggap-press-reads-no-files')
  return {
    compiler: resolve('@myriaddreamin/typst-ts-node-compiler'),
    fonts: FACES.map((face) => resolve(`@expo-google-fonts/arimo/${face}/Arimo_${face}.ttf`)),
    workspace,
    inset: join(workspace, 'inset'),
  }
}
