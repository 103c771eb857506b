// Before the first paint: the colour scheme that the reader chose on this device, and that script runs.
// Opened from disk, folders have no server that finds their page: links name it then.
(() => {
  const root = document.documentElement;
  root.dataset.script = '';
  try {
    const stored = localStorage.getItem('scheme');
    if (stored === 'light' || stored === 'dark') root.dataset.scheme = stored;
  } catch {
    // Storage is refused: the system's scheme holds.
  }
  if (location.protocol === 'file:')
    addEventListener('DOMContentLoaded', () => {
      for (const link of document.links)
        if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    });
})();
