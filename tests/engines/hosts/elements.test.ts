/** What scripts make after the guard, to a declared host: neither requested nor run before a yes, all of it after. */
import { it } from 'node:test';
import type { EngineName } from '../../../scripts/browsers.mjs';
import { onEveryEngine, type Stage } from '../stage.js';
import { assertDone, assertHeld, open, serve } from './shop.js';

/** One way to make something: a file's name, and what makes it, with the file's address as `url`. */
type Ways = Readonly<Record<string, string>>;

/** Makes an element, does something with it, and puts it into the page. */
const made = (tag: string, act: string): string =>
  `const made = document.createElement('${tag}'); ${act}; document.body.append(made)`;

const svg = (tag: string, act: string): string =>
  `const made = document.createElementNS(SVG, '${tag}'); ${act};
   const box = document.createElementNS(SVG, 'svg'); box.append(made); document.body.append(box)`;

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
  'attribute-toggled.css': made('link', "made.toggleAttribute('disabled'); made.rel = 'stylesheet'; made.setAttribute('href', url); made.toggleAttribute('disabled')"),
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

/** What an engine does not ask for in this way, held or not. */
const NEVER: Readonly<Record<EngineName, readonly string[]>> = {
  chromium: [],
  firefox: [],
  webkit: [],
};

function define(stage: Stage, group: string, ways: Ways): void {
  const files = Object.keys(ways).filter((file) => !NEVER[stage.name].includes(file));
  // An address of its own for each page: no cache then has it.
  const act = (page: string): Promise<void> => {
    const acts = Object.entries(ways).map(
      ([file, way]) => `((url) => { try { ${way} } catch (error) { errors.push('${file} ' + error) } })('${stage.site.partyUrl}/${file}?${page}');`,
    );
    return stage.session.evaluate(
      `((SVG, XLINK) => { ${acts.join('\n')} })('http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink')`,
    );
  };

  it(`goes its way without the second file: ${group}`, async () => {
    serve(stage, ...Object.keys(ways));
    await open(stage, { tags: '<script src="/dist/fairsay.js"></script>' });
    await act('free');
    await assertDone(stage, files);
  });

  it(`is held, and goes its way after a yes: ${group}`, async () => {
    serve(stage, ...Object.keys(ways));
    await open(stage);
    await act('held');
    await assertHeld(stage);
    await stage.session.evaluate('fairsay.acceptAll()');
    await assertDone(stage, files);
  });
}

onEveryEngine('what scripts make', (stage) => {
  define(stage, 'properties', PROPERTIES);
  define(stage, 'attributes', ATTRIBUTES);
});
