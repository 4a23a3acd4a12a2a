-- The tables of Marten 9.58 (Guid streams, single tenancy, JSON bodies, metadata on), so that either engine continues the other's database.
-- A column or an index more would be dropped by a Marten that is allowed to change tables.
create table if not exists mt_streams (
    id                uuid        not null,
    type              varchar     null,
    version           bigint      null,
    timestamp         timestamptz not null default now(),
    created           timestamptz not null default now(),
    tenant_id         varchar     default '*DEFAULT*',
    compacted_version bigint      not null default 0,
    is_archived       boolean     default false,
    constraint pkey_mt_streams_id primary key (id)
);

create sequence if not exists mt_events_sequence;

create table if not exists mt_events (
    seq_id         bigint       not null,
    id             uuid         not null,
    stream_id      uuid         null,
    version        bigint       not null,
    data           jsonb        not null,
    bdata          bytea        null,
    type           varchar(500) not null,
    timestamp      timestamptz  not null default now(),
    tenant_id      varchar      default '*DEFAULT*',
    mt_dotnet_type varchar      null,
    correlation_id varchar      null,
    causation_id   varchar      null,
    headers        jsonb        null,
    is_archived    boolean      default false,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_stream_id foreign key (stream_id) references mt_streams (id) on delete cascade
);

alter sequence mt_events_sequence owned by mt_events.seq_id;

create unique index if not exists pk_mt_events_stream_and_version on mt_events using btree (stream_id, version);

-- Readers need its first three columns; Marten's daemon, which is not used, the others.
create table if not exists mt_event_progression (
    name                      varchar      not null,
    last_seq_id               bigint       null,
    last_updated              timestamptz  default transaction_timestamp(),
    mode                      varchar      default 'none',
    rebuild_threshold         integer      default 0,
    assigned_node             integer      default 0,
    heartbeat                 timestamptz  null,
    agent_status              varchar(20)  null,
    pause_reason              text         null,
    running_on_node           integer      null,
    warning_behind_threshold  bigint       null,
    critical_behind_threshold bigint       null,
    failure_category          varchar(50)  null,
    failure_event_sequence    bigint       null,
    failure_event_type        varchar(500) null,
    failure_event_tenant_id   varchar(500) null,
    constraint pk_mt_event_progression primary key (name)
);

-- Beside Marten's: messages that had their effect, work left for later, and which views stand in which version.
create table if not exists mamis_inbox (
    consumer   text        not null,
    message_id uuid        not null,
    handled_at timestamptz not null default now(),
    primary key (consumer, message_id)
);

create table if not exists mamis_commands (
    id         uuid        primary key,
    kind       text        not null,
    payload    jsonb       not null,
    due        timestamptz not null,
    attempts   integer     not null default 0,
    parked     boolean     not null default false,
    last_error text        null,
    left_at    timestamptz not null default now(),
    done_at    timestamptz null
);

create index if not exists mamis_commands_due on mamis_commands (kind, due) where done_at is null;

create table if not exists mamis_views (
    name    text    primary key,
    version integer not null
);

-- Locks streams that stand where the writer saw them, moves them on, and makes the new ones; or refuses all when one of them stands elsewhere.
-- Writing to mt_streams first is also how a reader can tell from a lock that the transaction may still draw a sequence number.
create or replace function mamis_claim(
    stream_ids uuid[], stream_types text[], expected_versions bigint[], event_counts integer[], at timestamptz) returns void
    language plpgsql as
$$
declare
    in_place uuid[] := '{}';
    founded  uuid[];
begin
    -- New streams have nothing to lock and nothing to move on.
    if 0 < any (expected_versions) then
        -- Always in the same order, so that two batches over the same streams wait instead of deadlocking.
        if cardinality(stream_ids) > 1 then
            perform 1 from mt_streams where id = any (stream_ids) order by id for update;
        end if;

        with wanted as (select * from unnest(stream_ids, expected_versions, event_counts) as w (id, expected, events)),
             done as (
                 update mt_streams s
                 set version = s.version + w.events, timestamp = at
                 from wanted w
                 where s.id = w.id and w.expected > 0 and s.version = w.expected and not s.is_archived
                 returning s.id)
        select coalesce(array_agg(id), '{}') into in_place from done;
    end if;

    if cardinality(in_place) < cardinality(stream_ids) then
        with wanted as (select * from unnest(stream_ids, stream_types, expected_versions, event_counts) as w (id, type, expected, events)),
             done as (
                 insert into mt_streams (id, type, version, timestamp, created)
                 select id, type, events, at, at from wanted where expected = 0 order by id
                 on conflict (id) do nothing
                 returning id)
        select coalesce(array_agg(id), '{}') into founded from done;

        -- In the hint, because Npgsql keeps details from the caller.
        if cardinality(in_place) + cardinality(founded) < cardinality(stream_ids) then
            raise exception 'A stream is not at the expected version.' using
                errcode = 'MA409',
                hint = (
                    select jsonb_agg(jsonb_build_object('StreamId', w.id, 'Expected', w.expected,
                                                        'Actual', case when s.is_archived then null else coalesce(s.version, 0) end))
                    from unnest(stream_ids, expected_versions) as w (id, expected)
                    left join mt_streams s on s.id = w.id
                    where w.id <> all (in_place || founded));
        end if;
    end if;
end
$$;

-- Appends to any number of streams, or to none when one of them is not where the writer saw it.
-- A transaction says with a shared advisory lock which sequence number it drew first, so that a reader knows which gap it can still fill.
create or replace function mamis_append(
    stream_ids uuid[], stream_types text[], expected_versions bigint[], event_counts integer[],
    event_ids uuid[], event_streams uuid[], event_versions bigint[], bodies text[], types text[], dotnet_types text[],
    at timestamptz, correlation text, event_headers text) returns void
    language plpgsql as
$$
declare
    drawn bigint[];
begin
    perform mamis_claim(stream_ids, stream_types, expected_versions, event_counts, at);

    select array_agg(nextval('mt_events_sequence')) into drawn from generate_series(1, cardinality(event_ids));
    perform pg_advisory_xact_lock_shared(mamis_drawn_lock() + drawn[1]);

    insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, headers)
    select e.seq, e.id, e.stream, e.version, e.body::jsonb, e.type, at, e.dotnet_type, correlation, event_headers::jsonb
    from unnest(drawn, event_ids, event_streams, event_versions, bodies, types, dotnet_types)
        as e (seq, id, stream, version, body, type, dotnet_type);
end
$$;

-- The same for the usual append, one event on one stream, which would spend as much again on taking arrays apart.
create or replace function mamis_append_one(
    stream uuid, stream_type text, expected_version bigint, event_id uuid, body text, event_type text, event_dotnet_type text,
    at timestamptz, correlation text, event_headers text) returns void
    language plpgsql as
$$
declare
    drawn bigint;
begin
    update mt_streams set version = version + 1, timestamp = at
    where id = stream and version = expected_version and expected_version > 0 and not is_archived;

    if not found then
        perform mamis_claim(array[stream], array[stream_type], array[expected_version], array[1], at);
    end if;

    drawn := nextval('mt_events_sequence');
    perform pg_advisory_xact_lock_shared(mamis_drawn_lock() + drawn);

    insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, headers)
    values (drawn, event_id, stream, expected_version + 1, body::jsonb, event_type, at, event_dotnet_type, correlation, event_headers::jsonb);
end
$$;

-- Base of the advisory keys: 24 bits of ours, 40 bits for the sequence number.
create or replace function mamis_drawn_lock() returns bigint
    language sql immutable parallel safe as
$$ select x'4d414d0000000000'::bigint $$;
