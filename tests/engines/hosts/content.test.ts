/** What scripts bring into the page as nodes or as markup. */
import { onEveryEngine } from '../stage.js';
import { defineWays, type Ways } from './ways.js';

/** Makes a script that waits to come in. */
const MADE = "const made = document.createElement('script'); made.src = url";

const INSERTION: Ways = {
  'append-child.js': `${MADE}; document.body.appendChild(made)`,
  'insert-before.js': `${MADE}; document.body.insertBefore(made, document.body.firstChild)`,
  'replace-child.js': `${MADE}; document.body.replaceChild(made, box())`,
  'append.js': `${MADE}; document.body.append('text', made)`,
  'prepend.js': `${MADE}; document.body.prepend(made, 'text')`,
  'replace-children.js': `${MADE}; box().replaceChildren(made)`,
  'before.js': `${MADE}; box().before(made)`,
  'after.js': `${MADE}; box().after(made)`,
  'replace-with.js': `${MADE}; box().replaceWith('text', made)`,
  'adjacent.js': `${MADE}; box().insertAdjacentElement('afterend', made)`,
  'after-text.js': `${MADE}; const text = document.createTextNode(''); document.body.append(text); text.after(made)`,
  'range.js': `${MADE}; const range = document.createRange(); range.selectNode(box()); range.insertNode(made)`,
  'surround.js': `${MADE}; const range = document.createRange(); range.selectNode(box()); range.surroundContents(made)`,
  'fragment.js': `${MADE}; const fragment = document.createDocumentFragment(); fragment.append(made); document.body.append(fragment)`,
  'nested.js': `${MADE}; const outer = document.createElement('div'), inner = document.createElement('div');
    inner.append(made); outer.append(inner); document.body.append(outer)`,
  'shadow.js': `${MADE}; box().attachShadow({ mode: 'open' }).append(made)`,
  'shadow-before.js': `${MADE}; const host = document.createElement('div');
    host.attachShadow({ mode: 'closed' }).append(made); document.body.append(host)`,
  'moved.js': `${MADE}; const far = document.implementation.createHTMLDocument(''); far.createElement('p').append(made); document.body.append(made)`,
};

/** Nodes that were made where nothing loads. */
const ELSEWHERE: Ways = {
  'parsed.gif': `document.body.append(new DOMParser().parseFromString(image(url), 'text/html').body.firstChild)`,
  'parsed-deep.gif': `document.body.append(new DOMParser().parseFromString('<p><b>' + image(url), 'text/html').body.firstChild)`,
  'adopted.gif': `document.adoptNode(new DOMParser().parseFromString(image(url), 'text/html').body.firstChild)`,
  'imported.gif': `document.body.append(
    document.importNode(new DOMParser().parseFromString(image(url), 'text/html').body.firstChild, true))`,
  'imported.js': `const far = new DOMParser().parseFromString('', 'text/html'), made = far.createElement('script'); made.src = url;
    document.body.append(document.importNode(made, true))`,
  'template.gif': `const template = document.createElement('template'); template.innerHTML = image(url);
    document.body.append(template.content)`,
  'template-clone.gif': `const template = document.createElement('template'); template.innerHTML = image(url);
    document.body.append(template.content.cloneNode(true))`,
  'template-import.gif': `const template = document.createElement('template'); template.innerHTML = image(url);
    document.body.append(document.importNode(template.content, true))`,
  'template-script.js': `const template = document.createElement('template'), made = document.createElement('script'); made.src = url;
    template.content.append(made); document.body.append(template.content.cloneNode(true))`,
  'clone.gif': `const made = new Image(); made.src = url; document.body.append(made.cloneNode()); made.src = '/own.gif'`,
  'clone.js': `${MADE}; document.body.append(made.cloneNode())`,
  'clone-held.js': `${MADE}; document.body.append(made); const twin = made.cloneNode(); made.remove(); document.body.append(twin)`,
  'remade.gif': `const made = document.createElement('img'), far = new Image(); far.src = url;
    for (const { name, value } of far.attributes) made.setAttribute(name, value); far.removeAttribute('src'); document.body.append(made)`,
  'serialised.gif': `const made = document.createElement('p'), far = new Image(); far.src = url; made.append(far);
    const text = made.innerHTML; far.removeAttribute('src'); box().innerHTML = text`,
};

const MARKUP: Ways = {
  'inner.gif': 'box().innerHTML = image(url)',
  'inner-set.gif': `box().innerHTML = '<img alt="" srcset="' + url + ' 1x">'`,
  'inner-frame.html': `box().innerHTML = '<iframe src="' + url + '"></iframe>'`,
  'inner-row.gif': `box('table').innerHTML = '<tr><td>' + image(url)`,
  'inner-svg.gif': `const made = document.createElementNS(SVG, 'svg'); document.body.append(made); made.innerHTML = '<image href="' + url + '"/>'`,
  'inner-style.css': `box().innerHTML = '<link rel="stylesheet" href="' + url + '">'`,
  'inner-detached.gif': `document.createElement('div').innerHTML = image(url)`,
  'inner-shadow.gif': `box().attachShadow({ mode: 'open' }).innerHTML = image(url)`,
  'outer.gif': 'box().outerHTML = image(url)',
  'outer-shadow.gif': `const root = box().attachShadow({ mode: 'open' }); root.append(document.createElement('p'));
    try { root.firstChild.outerHTML = image(url) } catch { /* WebKit takes it nowhere else than in an element. */ }`,
  'before-begin.gif': `box().insertAdjacentHTML('beforebegin', image(url))`,
  'after-begin.gif': `box().insertAdjacentHTML('afterBegin', image(url))`,
  'before-end.gif': `box().insertAdjacentHTML('beforeend', image(url))`,
  'after-end.gif': `box().insertAdjacentHTML('AFTEREND', image(url))`,
  'unsafe.gif': 'box().setHTMLUnsafe(image(url))',
  'unsafe-shadow.gif': `box().attachShadow({ mode: 'open' }).setHTMLUnsafe(image(url))`,
  'safe.gif':
    'const made = box(); made.setHTML ? made.setHTML(image(url), { sanitizer: {} }) : made.innerHTML = image(url)',
  'context.gif': 'document.createRange().createContextualFragment(image(url))',
  'context.js': `const range = document.createRange(); range.selectNode(box()); range.insertNode(range.createContextualFragment(script(url)))`,
};

onEveryEngine('what scripts bring in', (stage) => {
  defineWays(stage, 'insertion', INSERTION);
  defineWays(stage, 'nodes from elsewhere', ELSEWHERE);
  defineWays(stage, 'markup', MARKUP, { never: { webkit: ['outer-shadow.gif'] } });
});
