/* An advertiser as shops know them: it knows the visitor again, here and elsewhere. */
(() => {
  const id = localStorage.getItem('ads.id') ?? String(Date.now());
  localStorage.setItem('ads.id', id);
  document.cookie = `_ads=${id}; Path=/; Max-Age=7776000; SameSite=Lax`;
  window.__ads = { id };
})();
