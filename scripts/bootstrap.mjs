// Runs a TypeScript entry on a bare machine: installs the packages of the lockfile, then continues with the Node.js
// among them, which runs TypeScript directly. Plain JavaScript, because nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.dateline-installed');
const bundled = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

installOnce();
run();

function installOnce() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Installing packages (npm ci) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write('npm ci failed; its output above says why. Nothing was started.\n');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function run() {
  const node = existsSync(bundled) ? bundled : process.execPath;
  const [major = 0, minor = 0] = (existsSync(bundled) ? '24.0' : process.versions.node)
    .split('.')
    .map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    process.stderr.write(
      `Node.js ${process.versions.node} cannot run TypeScript as it is, and no newer one could be installed from the registry for this platform. Install Node.js 24.\n`,
    );
    process.exit(1);
  }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // A signal to this process alone does not reach the child, but the terminal's Ctrl-C does. So the child gets
  // SIGTERM, because some commands exit at once on a second SIGINT.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => setTimeout(() => child.kill('SIGTERM'), 200));
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 128 + 2));
}
