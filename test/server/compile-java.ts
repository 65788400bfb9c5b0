/** The Java compiler, for Java 8 as old sites need it. */
import {execFileSync} from 'node:child_process';
import {delimiter} from 'node:path';

const OPTIONS = ['-encoding', 'UTF-8', '--release', '8', '-Xlint:-options', '-proc:none'];

/** Compiles files into a folder. @param compiler the path of `javac` */
export function compileJava(
  compiler: string,
  files: readonly string[],
  {jars, folder}: {readonly jars: readonly string[]; readonly folder: string},
): void {
  execFileSync(compiler, [...OPTIONS, '-cp', jars.join(delimiter), '-d', folder, ...files]);
}
