/** What keeps a release from being made, and what its publisher has still to choose. */

/** The fields of package.json that a release looks at. */
export interface ReleaseFields {
  readonly version: string;
  readonly repository?: unknown;
  readonly homepage?: unknown;
  readonly bugs?: unknown;
}

/** Returns what is wrong: one sentence each. */
export function findReleaseProblems(
  {version}: ReleaseFields,
  changelog: string,
): readonly string[] {
  const problems: string[] = [];
  const heading = new RegExp(
    `^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`,
    'm',
  );
  if (!heading.test(changelog)) {
    problems.push(`CHANGELOG.md has no section “## [${version}] - YYYY-MM-DD”.`);
  }
  const unreleased =
    /^## \[Unreleased\]\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog)?.[1] ?? '';
  if (/^- /m.test(unreleased)) {
    problems.push('CHANGELOG.md has entries under “Unreleased”. Move them under the version.');
  }
  return problems;
}

/** Returns the fields that only the publisher can fill in (docs/release.md). */
export function findOpenFields(fields: ReleaseFields): readonly string[] {
  return (['repository', 'homepage', 'bugs'] as const).filter((name) => fields[name] === undefined);
}
