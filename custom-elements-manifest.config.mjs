// The manifest of the elements, made by every build: what editors, documentation and dist/jsx.d.ts are drawn from.

/** Keeps the tags of a class comment that the analyzer does not know: how far an element has come, and since when. */
const statusAndSince = {
  name: 'status-and-since',
  analyzePhase({ ts, node, moduleDoc }) {
    const declaration =
      ts.isClassDeclaration(node) && moduleDoc.declarations.find(({ name }) => name === node.name?.text);
    for (const { tagName, comment } of declaration ? ts.getJSDocTags(node) : []) {
      if (tagName.text === 'status' || tagName.text === 'since') {
        declaration[tagName.text] = String(comment).trim();
      }
    }
  },
};

/** Dispatching `new SomeEvent()` makes the analyzer add a nameless event beside the one of the class comment. */
const dropNamelessEvents = {
  name: 'drop-nameless-events',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const declaration of modules.flatMap((module) => module.declarations)) {
      declaration.events = declaration.events?.filter(({ name }) => name);
    }
  },
};

/** Leaves elements and events, and of them what others can reach: no private members, no style sheets. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(({ kind }) => kind === 'class');
      for (const declaration of module.declarations) {
        declaration.members = declaration.members?.filter(({ privacy }) => !privacy || privacy === 'public');
      }
    }
    manifest.modules = manifest.modules.filter(
      ({ path, declarations }) => declarations.length || path.endsWith('/define.ts'),
    );
  },
};

/** Speaks of what is published: `src/….ts` becomes `dist/….js`, also where one module points at another. */
const pathsOfDist = {
  name: 'paths-of-dist',
  packageLinkPhase({ customElementsManifest }) {
    rewrite(customElementsManifest);
  },
};

function rewrite(node) {
  for (const [key, value] of Object.entries(node ?? {})) {
    if (typeof value === 'object') {
      rewrite(value);
    } else if ((key === 'path' || key === 'module') && typeof value === 'string') {
      node[key] = value.replace(/^\/?src\/(.*)\.(?:ts|js)$/, 'dist/$1.js');
    }
  }
}

export default {
  globs: ['src/elements/**/*.ts', 'src/events/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [statusAndSince, dropNamelessEvents, publicOnly, pathsOfDist],
};
