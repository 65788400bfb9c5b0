/** The services of the demo's identity service, and where the widget finds them. */

/** Every service: phone and i-PIN prove who one is, the third registers the app anew. */
export const IDENTITY_SERVICES = ['phone', 'ipin', 're-registration'] as const;

/** One of {@link IDENTITY_SERVICES}. */
export type IdentityServiceName = (typeof IDENTITY_SERVICES)[number];

/** The widget's attributes for the ways out. */
export interface IdentityUrls {
  readonly 'phone-identity-url': string;
  readonly 'ipin-url': string;
  readonly 're-registration-url': string;
  readonly 'identity-origin': string;
}

/**
 * The ways out.
 *
 * @param origin of the identity service, which the page of `here` opens
 * @param query what the service is to know
 */
export function identityUrls(
  origin: string,
  here: URL,
  query: Readonly<Record<string, string>>,
): IdentityUrls {
  const address = (service: IdentityServiceName, at: string | URL): string =>
    `${new URL('identity.html', at).href}?${new URLSearchParams({...query, opener: here.origin, service})}`;
  const there = origin === here.origin ? here : `${origin}/`;
  return {
    'phone-identity-url': address('phone', there),
    'ipin-url': address('ipin', there),
    // The app's own affair, and no identity service's.
    're-registration-url': address('re-registration', here),
    'identity-origin': origin,
  };
}
