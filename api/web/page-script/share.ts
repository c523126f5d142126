/** Offers the browser's own menu to share the page, or else copies its address. */
export const listenForShare = (line: HTMLElement): void => {
  const button = line.querySelector('button');
  const status = line.querySelector('[role=status]');
  // Both are missing where the page is not sent by TLS.
  if (!button || !status || !(navigator.share || navigator.clipboard)) return;
  line.hidden = false;
  button.addEventListener('click', async () => {
    status.textContent = '';
    const { title } = document;
    const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
    try {
      if (navigator.share) await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        status.textContent = button.dataset.copied ?? '';
      }
    } catch {
      // The reader closed the menu, or forbids copying: nothing was shared, and nothing is said.
    }
  });
};
