/** Writes the declarations of the package. */
import {execFileSync} from 'node:child_process';
import {globSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** Writes the `.d.ts` files that go with the modules into a folder. */
export function writeTypes(folder: string): void {
  const compiler = 'node_modules/typescript/bin/tsc';
  const project = ['-p', 'src/tsconfig.declarations.json', '--outDir', folder];
  execFileSync(process.execPath, [compiler, ...project], {stdio: 'inherit'});
  for (const path of globSync(join(folder, '**/*.d.ts'))) {
    // TypeScript renames `.ts` specifiers in JavaScript only, not in declarations.
    const renamed = readFileSync(path, 'utf8').replaceAll(
      /(['"]\.{1,2}\/[^'"]+)\.ts(?=['"])/g,
      '$1.js',
    );
    writeFileSync(path, renamed);
  }
}
