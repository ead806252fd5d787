/** What scripts make after the guard, to a declared host: neither requested nor run before a yes, all of it after. */
import { onEveryEngine } from '../stage.js';
import { defineWays, type Ways } from './ways.js';

/** Makes an element, does something with it, and puts it into the page. */
const made = (tag: string, act: string): string =>
  `const made = document.createElement('${tag}'); ${act}; document.body.append(made)`;

const svg = (tag: string, act: string): string =>
  `const made = document.createElementNS(SVG, '${tag}'); ${act};
   const svg = document.createElementNS(SVG, 'svg'); svg.append(made); document.body.append(svg)`;

const PROPERTIES: Ways = {
  'script.js': made('script', 'made.src = url'),
  'script-module.js': made('script', "made.type = 'module'; made.src = url"),
  'script-late.js': "const made = document.createElement('script'); document.body.append(made); made.src = url",
  'iframe.html': made('iframe', 'made.src = url'),
  'iframe-late.html': "const made = document.createElement('iframe'); document.body.append(made); made.src = url",
  'frame.html': made('frame', 'made.src = url'),
  'image.gif': 'new Image().src = url',
  'image-set.gif': "new Image().srcset = url + ' 1x, /own.gif 2x'",
  'image-in-page.gif': made('img', 'made.src = url'),
  'source-set.gif': `${made('picture', "made.append(document.createElement('source'), new Image())")};
    made.firstChild.srcset = url + ' 1x'`,
  'source.mp4': `const made = document.createElement('video'); made.preload = 'auto';
    made.append(document.createElement('source')); made.firstChild.src = url; document.body.append(made)`,
  'video.mp4': made('video', "made.preload = 'auto'; made.src = url"),
  'audio.mp3': made('audio', "made.preload = 'auto'; made.src = url"),
  'poster.gif': made('video', 'made.poster = url'),
  'track.vtt': made(
    'video',
    `made.crossOrigin = ''; made.append(document.createElement('track'));
     made.firstChild.default = true; made.firstChild.src = url; made.textTracks[0].mode = 'showing'`,
  ),
  'embed.html': made('embed', 'made.src = url'),
  'object.html': made('object', 'made.data = url'),
  'input.gif': made('input', "made.type = 'image'; made.src = url"),
  'link.css': made('link', "made.rel = 'stylesheet'; made.href = url"),
  'link-preload.gif': made('link', "made.rel = 'preload'; made.as = 'image'; made.href = url"),
  'link-set.gif': made('link', "made.rel = 'preload'; made.as = 'image'; made.imageSrcset = url + ' 1x'"),
  'link-module.mjs': made('link', "made.rel = 'modulepreload'; made.href = url"),
};

const ATTRIBUTES: Ways = {
  'attribute.js': made('script', "made.setAttribute('src', url)"),
  'attribute-capitals.gif': made('img', "made.setAttribute('SRC', url)"),
  'attribute-namespace.gif': made('img', "made.setAttributeNS(null, 'src', url)"),
  'attribute-node.gif': made(
    'img',
    "const node = document.createAttribute('src'); node.value = url; made.setAttributeNode(node)",
  ),
  'attribute-value.gif': made('img', "made.src = '/own.gif'; made.attributes.src.value = url"),
  'attribute-toggled.css': made(
    'link',
    "made.toggleAttribute('disabled'); made.rel = 'stylesheet'; made.setAttribute('href', url); made.toggleAttribute('disabled')",
  ),
  'svg-image.gif': svg('image', "made.setAttribute('href', url)"),
  'svg-xlink.gif': svg('image', "made.setAttributeNS(XLINK, 'xlink:href', url)"),
  'svg-script.js': svg('script', "made.setAttribute('href', url)"),
  'svg-filter.gif': svg(
    'rect',
    `const filter = document.createElementNS(SVG, 'filter'), image = document.createElementNS(SVG, 'feImage');
     filter.id = 'filter'; image.setAttribute('href', url); filter.append(image); made.setAttribute('filter', 'url(#filter)');
     made.setAttribute('width', '9'); made.setAttribute('height', '9');
     setTimeout(() => made.before(filter))`,
  ),
};

onEveryEngine('what scripts make', (stage) => {
  defineWays(stage, 'properties', PROPERTIES);
  defineWays(stage, 'attributes', ATTRIBUTES);
});
