/** The language the server wrote the page in. */
export const english = document.documentElement.lang.startsWith('en');

/** The language link keeps the place one is at, also where a script has moved on. */
document.querySelector<HTMLAnchorElement>('#language')?.addEventListener('click', (event) => {
  const link = event.currentTarget as HTMLAnchorElement;
  const there = new URL(location.href);
  there.searchParams.set('lang', link.dataset['lang'] ?? 'zh');
  link.href = there.href;
});
