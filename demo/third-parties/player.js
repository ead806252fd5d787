/* The video host knows who has watched what, on whichever shop's page. */
document.cookie = '_player_volume=80; Path=/; Max-Age=33696000; SameSite=None; Secure';
try {
  localStorage.setItem('player.watched', JSON.stringify([location.pathname]));
} catch {
  // This browser keeps third parties from storing anything; the film plays all the same.
}
document.querySelector('button').addEventListener('click', ({ currentTarget }) => {
  const playing = document.body.toggleAttribute('data-playing');
  currentTarget.setAttribute('aria-label', playing ? 'Pause' : 'Play');
});
