/** The system of the phone on which the page runs; `undefined` on a computer. */
export function phoneSystem(): 'android' | 'ios' | undefined {
  const {userAgent} = navigator;
  if (userAgent.includes('Android')) return 'android';
  return userAgent.includes('iPhone') ? 'ios' : undefined;
}
