{{ config(materialized='maintained', key=['identifier_type', 'identifier_value']) }}
{% call firstparty.affected() -%}
    select identifier_type, identifier_value
    from {{ firstparty.changes_of('int_identity__value_holders') }}
{%- endcall %}

-- Grain: one row per identifier value and look among its holders, for values whose holders look
-- different: where all look alike there is nothing to compare. Sightings span the look's records.
with holders as (
    select * from {{ ref('int_identity__value_holders') }}
    {{ firstparty.where_affected('identifier_type, identifier_value') }}
),

looks as (
    select
        identifier_type,
        identifier_value,
        look_number,
        min(given_key) as given_key,
        min(given_canonical) as given_canonical,
        min(family_key) as family_key,
        min(generation_key) as generation_key,
        min(birth_key) as birth_key,
        min(user_id) as user_id,
        min(email) as email,
        min(first_seen_at) as first_seen_at,
        max(last_seen_at) as last_seen_at
    from holders
    group by identifier_type, identifier_value, look_number
),

counted as (
    select
        *,
        count(*) over (partition by identifier_type, identifier_value) as look_count
    from looks
),

int_identity__value_looks as (
    select
        identifier_type,
        identifier_value,
        look_number,
        given_key,
        given_canonical,
        family_key,
        generation_key,
        birth_key,
        user_id,
        email,
        first_seen_at,
        last_seen_at
    from counted
    where look_count > 1
)

select * from int_identity__value_looks
