/** The demo's identity services and their URLs. */

/** Every service: `phone` and `ipin` verify an identity, `re-registration` resets the app. */
export const IDENTITY_SERVICES = ['phone', 'ipin', 're-registration'] as const;

/** One of {@link IDENTITY_SERVICES}. */
export type IdentityServiceName = (typeof IDENTITY_SERVICES)[number];

/** The widget's attributes for its fallbacks. */
export interface IdentityUrls {
  readonly 'phone-identity-url': string;
  readonly 'ipin-url': string;
  readonly 're-registration-url': string;
  readonly 'identity-origin': string;
}

/**
 * Returns the widget's attributes for its fallbacks.
 *
 * @param identityOrigin the identity service's origin
 * @param pageUrl the URL of the page that opens the service
 * @param query parameters for the service
 */
export function identityUrls(
  identityOrigin: string,
  pageUrl: URL,
  query: Readonly<Record<string, string>>,
): IdentityUrls {
  const urlOf = (service: IdentityServiceName, base: string | URL): string =>
    `${new URL('identity.html', base).href}?${new URLSearchParams({...query, opener: pageUrl.origin, service})}`;
  const identityBase = identityOrigin === pageUrl.origin ? pageUrl : `${identityOrigin}/`;
  return {
    'phone-identity-url': urlOf('phone', identityBase),
    'ipin-url': urlOf('ipin', identityBase),
    // The app's operator resets registrations, not the identity service.
    're-registration-url': urlOf('re-registration', pageUrl),
    'identity-origin': identityOrigin,
  };
}
