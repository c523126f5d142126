import { aliasesCheck } from './aliases.ts';
import { analyzersCheck } from './analyzers.ts';
import { backlogCheck } from './backlog.ts';
import { backupsCheck } from './backups.ts';
import { blocksCheck } from './blocks.ts';
import { diskCheck } from './disk.ts';
import { failuresCheck } from './failures.ts';
import type { Check } from './finding.ts';
import { healthCheck } from './health.ts';
import { mappingsCheck } from './mappings.ts';
import { pluginsCheck } from './plugins.ts';
import { queuesCheck } from './queues.ts';
import { redisCheck } from './redis.ts';
import { reindexCheck } from './reindex.ts';
import { versionCheck } from './version.ts';

/** Every check, once, causes before effects. To add one: add a file, add a line. */
export const checks: readonly Check[] = [
  versionCheck,
  pluginsCheck,
  analyzersCheck,
  healthCheck,
  diskCheck,
  blocksCheck,
  aliasesCheck,
  mappingsCheck,
  redisCheck,
  queuesCheck,
  backlogCheck,
  failuresCheck,
  reindexCheck,
  backupsCheck,
];
