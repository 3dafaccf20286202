{{ config(materialized='maintained', key=['identifier_type', 'identifier_value']) }}
{% call firstparty.affected() -%}
    {{ firstparty.changed_identifiers() }}
    union all
    select identifier_type, identifier_value
    from {{ this }}
    where record_number in (
        select record_number from {{ firstparty.changes_of('int_identity__record_keys') }}
    )
{%- endcall %}

-- Grain: one row per identifier value that several records hold or that is blocked, and record that
-- holds it, with why the value is refused (null when it may link; over_shared: more persons, or
-- records, hold it than the type's rule allows) and a number for the holder's look: what its names,
-- birth date and account say about whom it is. Holders that look alike are compared once. Types
-- compared by value carry their names inside, so all their holders look alike. Who may not link by
-- the value has no number: holders of a refused one, and placeholders.
{% set as_named = "case when rules.compared_by <> 'value' then records." -%}
{% set look = {
    'given_key': as_named ~ 'given_key end',
    'family_key': as_named ~ 'family_key end',
    'generation_key': as_named ~ 'generation_key end',
    'birth_key': as_named ~ 'birth_key end',
    'user_id': "case when rules.compared_by = 'account' then records.user_id end",
    'email': "case when rules.compared_by in ('account', 'name_and_contact', 'full_name')"
        ~ ' then records.email end',
} -%}
with known_identifiers as (
    select * from {{ ref('int_identity__identifiers') }}
    where identifier_type <> 'record_id'
),

identifiers as (
    select * from known_identifiers
    {{ firstparty.where_affected('identifier_type, identifier_value') }}
),

rules as (select * from {{ ref('identifier_rules') }}),

blocked_values as (select * from {{ ref('int_identity__blocked_values') }}),

counted as (
    select
        identifier_type,
        identifier_value,
        count(*) as record_count
    from identifiers
    group by identifier_type, identifier_value
),

block_reasons as (
    {% for kind, comparison in {
        'exact': 'lower(counted.identifier_value) =', 'pattern': 'counted.identifier_value like',
    }.items() -%}
        {{ "union all" if not loop.first }}
        select
            counted.identifier_type,
            counted.identifier_value,
            blocked_values.match_kind,
            blocked_values.reason
        from counted
        inner join blocked_values
            on
                counted.identifier_type = blocked_values.identifier_type
                and {{ comparison }} blocked_values.blocked_value
                and blocked_values.match_kind = '{{ kind }}'
    {% endfor -%}
),

blocked as (
    select
        identifier_type,
        identifier_value,
        coalesce(min(case when match_kind = 'exact' then reason end), min(reason)) as block_reason
    from block_reasons
    group by identifier_type, identifier_value
),

held as (
    select
        identifiers.*,
        blocked.block_reason
    from identifiers
    inner join counted
        on
            identifiers.identifier_type = counted.identifier_type
            and identifiers.identifier_value = counted.identifier_value
    left join blocked
        on
            identifiers.identifier_type = blocked.identifier_type
            and identifiers.identifier_value = blocked.identifier_value
    where counted.record_count > 1 or blocked.block_reason is not null
),

records as (
    select * from {{ ref('int_identity__record_keys') }}
    {{ firstparty.where_looked_up('record_id', 'select held.record_id from held') }}
),

refused as (
    select
        held.identifier_type,
        held.identifier_value,
        case when min(held.block_reason) is null then 'over_shared' else 'blocked' end as reason
    from held
    inner join records on held.record_id = records.record_id
    inner join rules on held.identifier_type = rules.identifier_type
    group by held.identifier_type, held.identifier_value
    having
        min(held.block_reason) is not null
        or {{ firstparty.likely_person_count('records') }} > min(rules.max_persons_per_value)
        or count(*) > min(rules.max_records_per_value)
),

int_identity__value_holders as (
    select
        held.identifier_type,
        held.identifier_value,
        held.record_id,
        records.record_number,
        held.first_seen_at,
        held.last_seen_at,
        refused.reason as refusal_reason,
        held.block_reason,
        {{ as_named }}given_canonical end as given_canonical,
        {% for column, known in look.items() -%}
            {{ known }} as {{ column }},
        {% endfor -%}
        case
            when refused.reason is null and not records.is_placeholder
                then dense_rank() over (
                    partition by
                        held.identifier_type, held.identifier_value, records.is_placeholder
                    order by {{ "coalesce(" ~ look.values() | join(", ''), coalesce(") ~ ", '')" }}
                )
        end as look_number
    from held
    inner join records on held.record_id = records.record_id
    inner join rules on held.identifier_type = rules.identifier_type
    left join refused
        on
            held.identifier_type = refused.identifier_type
            and held.identifier_value = refused.identifier_value
)

select * from int_identity__value_holders
