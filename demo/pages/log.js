/* Writes down what happens on a demo page: what Fairsay tells, and every request that leaves for another origin. */
{
  const EVENTS = {
    'fairsay-consent': ({ cause, state }) => `${cause}: ${describeState(state)}`,
    'fairsay-release': ({ elements }) => [...elements].map((node) => `<${node.localName}>`).join(' '),
    'fairsay-cleanup': ({ removed }) => `removed ${removed.join(', ') || 'nothing'}`,
    'fairsay-suppressed': ({ what, why }) => `${what}: ${why}`,
    'fairsay-show': ({ what }) => what,
    'fairsay-hide': ({ what }) => what,
  };

  const section = document.createElement('section');
  const heading = document.createElement('h2');
  const box = document.createElement('div');
  const list = document.createElement('ol');
  const again = document.createElement('button');
  section.className = 'log';
  section.lang = 'en';
  section.dir = 'ltr';
  heading.id = 'log';
  heading.textContent = 'What happened';
  box.role = 'log';
  box.setAttribute('aria-labelledby', heading.id);
  again.type = 'button';
  again.textContent = 'Forget my answer and start over';
  again.addEventListener('click', () => {
    globalThis.fairsay?.forget?.();
    location.reload();
  });
  box.append(list);
  section.append(heading, box, again);
  document.querySelector('main').append(section);

  const say = (name, text) => {
    const line = document.createElement('li');
    const label = document.createElement('b');
    label.textContent = name;
    line.dataset.name = name;
    line.append(label, ` ${text}`);
    list.append(line);
  };
  const describeState = ({ categories }) =>
    Object.entries(categories)
      .map(([id, { state }]) => `${id} ${state}`)
      .join(', ');

  for (const [type, describe] of Object.entries(EVENTS)) {
    document.addEventListener(type, ({ detail }) => say(type, describe(detail)));
  }
  if (globalThis.fairsay?.state) {
    say('state', describeState(fairsay.state));
  }
  new PerformanceObserver((entries) => {
    const leaving = entries.getEntries().filter(({ name }) => new URL(name).origin !== location.origin);
    leaving.forEach(({ name }) => say('request', name));
  }).observe({ type: 'resource', buffered: true });
}
