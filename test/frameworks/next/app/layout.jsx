// A policy with a nonce needs pages that the server renders at each request.
export const dynamic = 'force-dynamic';

export default function Layout({children}) {
  return (
    <html lang="ko">
      <body>{children}</body>
    </html>
  );
}
