// Builds the web pages for Maven: installs exactly what the lock file says, type-checks, bundles.
// Both steps are skipped when nothing they read has changed, so that a Java-only build stays quick.
//
//   node build.mjs          install and bundle
//   node build.mjs --test   install and run the unit tests
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, '../../../target/classes/META-INF/resources');
const installMark = join(here, 'node_modules/.concord-installed');
const bundleMark = join(here, '../../../target/webui.built');

const lock = digest(['package-lock.json', 'package.json', '.npmrc']);
if (read(installMark) !== lock) {
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installMark, lock);
}

if (process.argv.includes('--test')) {
  run('npx', ['--no-install', 'vitest', 'run']);
} else {
  const sources = digest(['package-lock.json', 'index.html', 'vite.config.ts', 'tsconfig.json', ...files('src'), ...files('public')]);
  if (read(bundleMark) !== sources || !existsSync(join(output, 'index.html'))) {
    run('npx', ['--no-install', 'tsc', '--noEmit']);
    run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn']);
    mkdirSync(dirname(bundleMark), { recursive: true });
    writeFileSync(bundleMark, sources);
  }
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: here, stdio: 'inherit' });
  if (error?.code === 'ENOENT') {
    console.error(`${command} was not found: the web pages need Node 20 or later with npm.`);
  }
  if (status !== 0) process.exit(status ?? 1);
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function digest(names) {
  const hash = createHash('sha256');
  for (const name of [...names].sort()) hash.update(name).update(readFileSync(join(here, name)));
  return hash.digest('hex');
}

function files(folder) {
  return readdirSync(join(here, folder)).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(here, path)).isDirectory() ? files(path) : [path];
  });
}
