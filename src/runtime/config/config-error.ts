/** The errors of a site developer. */

/** One error in the configuration. */
export interface ConfigError {
  /** The attribute, or another part of the page. */
  readonly attribute: string;
  /** The mistake and its fix, as they follow the attribute's name in the console. */
  readonly fix: string;
}
