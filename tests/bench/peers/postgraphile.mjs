// PostGraphile 5 with its filter plugin: node postgraphile.mjs PORT, the database by PGHOST, PGUSER, PGDATABASE …
import './with-resolvers.mjs';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

// Codes of regions refer to registry.region without a constraint: a region that the list does not have is kept as it came.
const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      'registry.business': {
        tags: {
          foreignKey: [
            '(regency_code) references registry.region (code)|@fieldName regency|@foreignFieldName businessesOfRegency',
            '(district_code) references registry.region (code)|@fieldName district|@foreignFieldName businessesOfDistrict',
          ],
        },
      },
    },
  },
});

const preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [tags],
  pgServices: [makePgService({
    schemas: ['registry', 'credit', 'training', 'market'],
    // Host, user and database come from the environment.
    poolConfig: { max: cpus().length * 2, idleTimeoutMillis: 0 },
  })],
  grafast: { explain: false },
  grafserv: { graphiql: false, websockets: false, watch: false },
  gather: { pgStrictFunctions: true },
};

const server = createServer();
const serv = postgraphile(preset).createServ(grafserv);
await serv.addTo(server);
server.listen(Number(process.argv[2]), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
