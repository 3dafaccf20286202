{{ config(materialized='maintained', key=['identifier_type', 'identifier_value']) }}
{% call firstparty.affected() %}{{ firstparty.affected_values() }}{% endcall %}

-- Grain: one row per identifier type and value, with the number of records that hold it, how many
-- persons that likely is, and why the value is refused (null when it may link). blocked: in the
-- block list, never_linked by somebody, or an address that answers tickets as an agent.
-- over_shared: held by more persons, or records, than the type's rule allows. Likely persons among
-- the holders (a family shows a few, a kiosk dozens): the most of distinct canonical given names,
-- half the full names (one has several spellings), values of each identifier unique to a person.
with identifiers as (
    select * from {{ ref('int_identity__identifiers') }}
    {{ firstparty.where_affected('identifier_type, identifier_value') }}
),

records as (
    select * from {{ ref('int_identity__record_keys') }}
    {{ firstparty.where_looked_up('record_id', 'select identifiers.record_id from identifiers') }}
),

rules as (select * from {{ ref('identifier_rules') }}),

block_list as (select * from {{ ref('blocked_identifiers') }}),

overrides as (select * from {{ ref('int_identity__overrides_written') }}),

tickets as (select * from {{ ref('stg_support__tickets') }}),

blocked_identifiers as (
    select * from block_list
    union all
    select
        identifier_type,
        'exact' as match_kind,
        lower(identifier_value) as blocked_value,
        override as reason
    from overrides
    where override = 'never_link' and identifier_value is not null and is_in_force
    union distinct
    select
        'email' as identifier_type,
        'exact' as match_kind,
        {{ firstparty.clean_email('assignee_email') }} as blocked_value,
        'agent_address' as reason
    from tickets
    where {{ firstparty.clean_email('assignee_email') }} is not null
),

held as (
    select
        identifier_type,
        identifier_value,
        count(*) as record_count
    from identifiers
    where identifier_type <> 'record_id'
    group by identifier_type, identifier_value
),

shared as (
    select
        identifiers.identifier_type,
        identifiers.identifier_value,
        greatest(
            count(distinct records.given_canonical),
            cast(floor(count(distinct records.full_name_text) / 2) as bigint),
            count(distinct records.national_id),
            count(distinct records.user_id),
            count(distinct records.loyalty_number),
            1
        ) as likely_person_count
    from held
    inner join identifiers
        on
            held.identifier_type = identifiers.identifier_type
            and held.identifier_value = identifiers.identifier_value
    inner join records on identifiers.record_id = records.record_id
    where held.record_count > 1
    group by identifiers.identifier_type, identifiers.identifier_value
),

counted as (
    select
        held.identifier_type,
        held.identifier_value,
        held.record_count,
        coalesce(shared.likely_person_count, 1) as likely_person_count
    from held
    left join shared
        on
            held.identifier_type = shared.identifier_type
            and held.identifier_value = shared.identifier_value
),

matched_patterns as (
    select
        counted.identifier_type,
        counted.identifier_value,
        min(blocked_identifiers.reason) as reason
    from counted
    inner join rules on counted.identifier_type = rules.identifier_type
    inner join blocked_identifiers
        on
            rules.blocked_as = blocked_identifiers.identifier_type
            and blocked_identifiers.match_kind = 'pattern'
            and counted.identifier_value like blocked_identifiers.blocked_value
    group by counted.identifier_type, counted.identifier_value
),

matched_values as (
    select
        counted.identifier_type,
        counted.identifier_value,
        min(blocked_identifiers.reason) as reason
    from counted
    inner join rules on counted.identifier_type = rules.identifier_type
    inner join blocked_identifiers
        on
            lower(counted.identifier_value) = coalesce(blocked_identifiers.blocked_value, 'null')
            and blocked_identifiers.match_kind = 'exact'
            and blocked_identifiers.identifier_type
            in (rules.blocked_as, counted.identifier_type, 'any')
    group by counted.identifier_type, counted.identifier_value
),

int_identity__identifier_values as (
    select
        counted.identifier_type,
        counted.identifier_value,
        counted.record_count,
        counted.likely_person_count,
        case
            when coalesce(matched_values.reason, matched_patterns.reason) is not null then 'blocked'
            when
                counted.likely_person_count > rules.max_persons_per_value
                or counted.record_count > rules.max_records_per_value
                then 'over_shared'
        end as refusal_reason,
        coalesce(matched_values.reason, matched_patterns.reason) as block_reason
    from counted
    inner join rules on counted.identifier_type = rules.identifier_type
    left join matched_patterns
        on
            counted.identifier_type = matched_patterns.identifier_type
            and counted.identifier_value = matched_patterns.identifier_value
    left join matched_values
        on
            counted.identifier_type = matched_values.identifier_type
            and counted.identifier_value = matched_values.identifier_value
)

select * from int_identity__identifier_values
