/** The part of the element that the configuration is parsed from. */
import {LINK_PROPERTIES} from '../../element/links.ts';
import type {MotpVerifyProperties} from '../../element/properties.ts';

/** The properties that the configuration depends on. */
export const CONFIG_PROPERTIES = [
  ...LINK_PROPERTIES,
  'endpoint',
  'statusUrl',
  'ticket',
  'occasion',
  'unit',
  'traineeName',
  'traineePhone',
  'failures',
  'outcome',
  'maxFailures',
  'timeout',
  'credentials',
  'csrf',
  'format',
  'codeField',
  'responseMap',
  'responseCharset',
  'idempotency',
  'adapter',
  'identityOrigin',
  'guide',
  'omit',
  'completion',
  'theme',
  'name',
] as const satisfies readonly (keyof MotpVerifyProperties)[];

/** What the configuration reads: nothing that is missing in {@link CONFIG_PROPERTIES}. */
export type ConfigSource = Pick<
  MotpVerifyProperties,
  (typeof CONFIG_PROPERTIES)[number] | 'form' | 'baseURI' | 'ownerDocument' | 'querySelector'
>;
