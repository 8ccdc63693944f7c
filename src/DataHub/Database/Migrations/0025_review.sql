-- Review: what stewards decide about records, and what consumers are told of it.

-- One decision can be about many pairs: businesses that are merged, records that are parted from one.
create sequence linkage.decision_id_seq;
alter table linkage.judgement
  add column decision_id bigint not null default nextval('linkage.decision_id_seq'),
  add column act text not null default 'REVIEW' check (act in ('REVIEW', 'MERGE', 'SPLIT', 'UNDO')),
  -- The pass that took it as it stands now; null: none yet, since it was made, agreed to or withdrawn.
  add column pass_id bigint;
alter sequence linkage.decision_id_seq owned by linkage.judgement.decision_id;
create index judgement_decision on linkage.judgement (decision_id);

-- What waits for its second steward does not hold yet, and stands beside what does.
drop index linkage.judgement_in_force;
create unique index judgement_in_force on linkage.judgement (subject, feed_a, key_a, feed_b, key_b)
  where withdrawn_at is null and (not needs_second or second_at is not null);
create unique index judgement_waiting on linkage.judgement (subject, feed_a, key_a, feed_b, key_b)
  where withdrawn_at is null and needs_second and second_at is null;

-- A pair is held by one steward for some minutes; one of which a steward was unsure comes last.
alter table linkage.review_pair
  add column held_by text,
  add column held_until timestamptz,
  add column is_unsure boolean not null default false;
create index review_pair_queue on linkage.review_pair (is_unsure, worth desc, id) where state = 'OPEN';

-- Of a merge or split the other business.
alter table changes.outbox add column other_id bigint;
alter table changes.outbox add check (other_id is null or kind in ('BUSINESS_MERGED', 'BUSINESS_SPLIT'));

-- A decision as a whole; what differs between its pairs is told of the first.
create view linkage.decision as
select d.decision_id as id, d.act, d.subject, d.verdict, d.reason, d.judged_by, d.judged_at, d.needs_second, d.second_by, d.second_at,
  max(d.pass_id) as pass_id, count(*)::int as pairs,
  (array_agg(d.feed_a order by d.id))[1] as feed_a, (array_agg(d.key_a order by d.id))[1] as key_a,
  (array_agg(d.feed_b order by d.id))[1] as feed_b, (array_agg(d.key_b order by d.id))[1] as key_b,
  case when bool_and(d.withdrawn_at is not null) then max(d.withdrawn_by) end as withdrawn_by,
  case when bool_and(d.withdrawn_at is not null) then max(d.withdrawn_at) end as withdrawn_at,
  case when bool_and(d.withdrawn_at is not null) then max(d.withdrawal_reason) end as withdrawal_reason,
  bool_or(d.withdrawn_at is null) and (not d.needs_second or d.second_at is not null) as in_force,
  bool_or(d.withdrawn_at is null) and d.needs_second and d.second_at is null as waits
from linkage.judgement d
group by d.decision_id, d.act, d.subject, d.verdict, d.reason, d.judged_by, d.judged_at, d.needs_second, d.second_by, d.second_at;

-- Records and keys of loans that are only probably an owner's are not told to them.
create or replace view registry.provenance as
select l.id, l.business_id, l.feed, l.rule, l.certainty, r.source_date, r.received_at,
  case when current_user <> 'hub_owner' or l.certainty = 'CERTAIN' then l.source_key end as source_key
from linkage.link l join feeds.source_record r on r.id = l.source_record_id
where l.closed_at is null and (current_user <> 'hub_owner' or exists (
  select from registry.business b where b.id = l.business_id and b.owner_id = nullif(current_setting('hub.person', true), '')::bigint));

-- Why a record is joined to its business: what was weighed, or what agreed wherever the rule holds.
create view registry.link_evidence as
select k.link_id, k.comparison, k.level, k.weight, abs(k.weight) as gravity
from (
  select e.link_id, e.comparison, e.level, e.weight, l.business_id
  from linkage.evidence e join linkage.link l on l.id = e.link_id
  union all
  select l.id, r.comparison, r.level, null, l.business_id
  from linkage.link l join linkage.rule_evidence r on r.rule = l.rule
  where not exists (select from linkage.evidence e where e.link_id = l.id)
) k
where current_user <> 'hub_owner' or exists (
  select from registry.business b where b.id = k.business_id and b.owner_id = nullif(current_setting('hub.person', true), '')::bigint);

-- The history of a business is also that of the businesses that were merged into it.
create view registry.business_event as
select e.id, h.business_id, e.kind, e.at, e.business_id as subject_id, e.other_id, e.reason, e.actor,
  case when e.actor is null then 'MODEL' else 'STEWARD' end as actor_kind, e.model_version, e.detail ->> 'attribute' as attribute,
  (select count(*)::int from linkage.event_record r where r.event_id = e.id) as records
from (
  select x.id, x.business_id from linkage.event x
  union select x.id, x.other_id from linkage.event x where x.other_id is not null
  union select x.id, r.survivor_id from registry.business_redirect r join linkage.event x on x.business_id = r.business_id
  union select x.id, r.survivor_id from registry.business_redirect r join linkage.event x on x.other_id = r.business_id
) h
join linkage.event e on e.id = h.id
where current_user <> 'hub_owner' or exists (
  select from registry.business b where b.id = h.business_id and b.owner_id = nullif(current_setting('hub.person', true), '')::bigint);

grant select (id, decision_id, act, subject, feed_a, key_a, feed_b, key_b, verdict, reason, judged_by, judged_at, needs_second, second_by,
  second_at, withdrawn_by, withdrawn_at, withdrawal_reason, pass_id) on linkage.judgement to hub_rules;
grant select (link_id, comparison, level, weight) on linkage.evidence to hub_rules;
grant select (rule, comparison, level) on linkage.rule_evidence to hub_rules;
grant select (id, at, kind, business_id, other_id, actor, reason, model_version, detail) on linkage.event to hub_rules;
grant select (event_id) on linkage.event_record to hub_rules;
grant select (business_id, survivor_id) on registry.business_redirect to hub_rules;

-- A new owner needs the right to create in the schema, for this moment.
grant create on schema registry, linkage to hub_rules;
alter view registry.link_evidence owner to hub_rules;
alter view registry.business_event owner to hub_rules;
alter view linkage.decision owner to hub_rules;
revoke create on schema registry, linkage from hub_rules;

-- A new function is everybody's until it is taken away. Triggers run without a right to their functions.
revoke execute on all functions in schema linkage, feeds from public;
