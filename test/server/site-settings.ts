/** Where the verification endpoint is, and the site's secret there. */
export interface SiteSettings {
  readonly MOTP_ENDPOINT: string;
  readonly MOTP_SECRET: string;
}
