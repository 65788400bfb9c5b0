/** The registered name and phone number, with what is invisible in them. */
import {
  identityWarnings,
  maskName,
  maskPhone,
  segmentsOf,
  type IdentityWarning,
  type Segment,
} from '../../core/identity.ts';

/** Describes the details as plain data. */
export interface IdentityView {
  readonly name: readonly Segment[];
  readonly phone: readonly Segment[];
  /** Whether a segment is marked. */
  readonly hasMarks: boolean;
  /** Whether name and phone are masked now (홍*동). */
  readonly isHidden: boolean;
  /** Whether the trainee can reveal and hide them. */
  readonly canReveal: boolean;
  readonly warnings: readonly IdentityWarning[];
}

/** The details as the site gives them. */
export interface IdentityViewInput {
  readonly name: string;
  readonly phone: string;
  readonly isMasked: boolean;
}

/** Builds the view of the details. */
export function identityView(
  {name, phone, isMasked}: IdentityViewInput,
  isRevealed: boolean,
): IdentityView {
  const isHidden = isMasked && !isRevealed;
  const nameSegments = segmentsOf(isHidden ? maskName(name) : name);
  const phoneSegments = segmentsOf(isHidden ? maskPhone(phone) : phone);
  return {
    name: nameSegments,
    phone: phoneSegments,
    hasMarks: [...nameSegments, ...phoneSegments].some(({kind}) => kind !== 'text'),
    isHidden,
    canReveal: isMasked,
    warnings: identityWarnings(name, phone),
  };
}
