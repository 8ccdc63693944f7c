// Mercurius with graphql-jit, DataLoader and pg: node mercurius.mjs PORT, the database by PGHOST, PGUSER, PGDATABASE …
// Its contract is the part of the hub's that the seven queries use, so that it is sent the same documents.
import DataLoader from 'dataloader';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { cpus } from 'node:os';
import pg from 'pg';
import { schema } from './mercurius-schema.mjs';

const pageSize = 50;
const dateType = 1082;
pg.types.setTypeParser(dateType, (text) => text);
const pool = new pg.Pool({ max: cpus().length * 2, idleTimeoutMillis: 0 });

// Named statements are prepared once a connection.
const read = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const businessColumns = `b.id, b.nib, b.name, b.scale, b.legal_form as "legalForm", b.kbli, b.registered_on as "registeredOn", b.status,
  b.annual_sales as "annualSales", b.regency_code as "regencyCode", b.district_code as "districtCode"`;

const groupBy = (keys, rows, key) => {
  const groups = new Map(keys.map((k) => [k, []]));
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group.length < pageSize) group.push(row);
  }
  return keys.map((k) => ({ nodes: groups.get(k) }));
};

const children = (name, text) => new DataLoader(async (keys) => groupBy(keys, await read(name, text, [keys]), 'parent'));

const oneEach = (name, text, key) => new DataLoader(async (keys) => {
  const rows = new Map((await read(name, text, [keys])).map((row) => [row[key], row]));
  return keys.map((k) => rows.get(k) ?? null);
});

const loaders = () => ({
  regions: oneEach('regions', 'select code, name, level, parent_code as "parentCode" from registry.region where code = any($1)', 'code'),
  programmes: oneEach('programmes', 'select id, code, name from training.programme where id = any($1)', 'id'),
  certificates: children('certificates', `select business_id as parent, number, kind, issued_on as "issuedOn", expires_on as "expiresOn"
    from market.certificate where business_id = any($1) order by business_id, issued_on desc nulls last, id desc`),
  loans: children('loans', `select business_id as parent, nomor_akad as "nomorAkad", kind, plafon, outstanding, akad_on as "akadOn"
    from credit.loan where business_id = any($1) order by business_id, akad_on desc nulls last, id desc`),
  trainings: children('trainings', `select business_id as parent, started_on as "startedOn", hours, passed, programme_id as "programmeId"
    from training.participation where business_id = any($1) order by business_id, started_on desc nulls last, id desc`),
  products: children('products', `select business_id as parent, id, name, price
    from market.product where business_id = any($1) order by business_id, name, id`),
  listings: children('listings', `select product_id as parent, price
    from market.listing where product_id = any($1) order by product_id, listed_on desc nulls last, id desc`),
  productsCount: oneEach('productsCount', `select business_id as parent, count(*)::int as count
    from market.product where business_id = any($1) group by business_id`, 'parent'),
});

const byNibs = `select l.nib as asked, ${businessColumns}
  from registry.licence l join registry.business b on b.id = l.business_id where l.nib = any($1)`;

const filtered = async ({ where, first }) => ({
  nodes: await read('filtered', `select ${businessColumns} from registry.business b
    where b.regency_code = $1 and b.scale = $2 and b.kbli like $3 order by b.name, b.id limit $4`,
  [where.regency.code.eq, where.scale.eq, where.kbli.startsWith + '%', first]),
});

const page = async ({ first, after }) => {
  const text = `select ${businessColumns} from registry.business b where b.id > $1 order by b.id limit $2`;
  const rows = await read('page', text, [after ?? 0, first + 1]);
  const nodes = rows.slice(0, first);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: nodes.at(-1)?.id ?? null } };
};

const statistics = async () => ({
  rows: await read('statistics', `select regency_code as "regencyCode", scale, case when count(*) >= 5 then count(*)::int end as count,
    case when count(annual_sales) >= 5 then sum(annual_sales) end as "sumAnnualSales",
    case when count(workers) >= 5 then sum(workers)::int end as "sumWorkers"
    from registry.business where nib is not null group by regency_code, scale order by regency_code, scale`, []),
});

const region = (code, context) => (code === null ? null : context.regions.load(code));

const resolvers = {
  Query: {
    business: async (_, { nib }) => (await read('byNib', byNibs, [[nib]]))[0] ?? null,
    businessesByNib: async (_, { nibs }) => {
      const rows = new Map((await read('byNib', byNibs, [nibs])).map((row) => [row.asked, row]));
      return nibs.map((nib) => rows.get(nib) ?? null);
    },
    businesses: (_, args) => (args.where ? filtered(args) : page(args)),
    statistics,
  },
  Business: {
    regency: (row, _, context) => region(row.regencyCode, context),
    district: (row, _, context) => region(row.districtCode, context),
    certificates: (row, _, context) => context.certificates.load(row.id),
    loans: (row, _, context) => context.loans.load(row.id),
    trainings: (row, _, context) => context.trainings.load(row.id),
    products: (row, _, context) => context.products.load(row.id),
    productsCount: async (row, _, context) => (await context.productsCount.load(row.id))?.count ?? 0,
  },
  Region: {
    regency: async (row, _, context) => {
      const parent = await region(row.parentCode, context);
      return parent?.level === 'REGENCY' ? parent : null;
    },
  },
  TrainingParticipation: { programme: (row, _, context) => context.programmes.load(row.programmeId) },
  Product: { listings: (row, _, context) => context.listings.load(row.id) },
  StatisticsRow: { regency: (row, _, context) => region(row.regencyCode, context) },
};

const app = Fastify({ logger: false, forceCloseConnections: true });
app.register(mercurius, { schema, resolvers, jit: 1, context: loaders, graphiql: false });
await app.listen({ port: Number(process.argv[2]), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
