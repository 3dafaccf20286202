{{ config(materialized='maintained', key=['identifier_type', 'identifier_value']) }}
{% call firstparty.affected() -%}
    {{ firstparty.changed_identifiers() }}
    union all
    select identifier_type, identifier_value
    from {{ firstparty.changes_of('int_identity__identifier_values') }}
    union all
    select identifier_type, identifier_value
    from {{ this }}
    where record_number in (
        select record_number from {{ firstparty.changes_of('int_identity__record_keys') }}
    )
{%- endcall %}

-- Grain: one row per accepted identifier value that at least two records hold, and record that
-- holds it, with a number for the holder's look: what its names, birth date and account say about
-- whom it is. Holders that look alike are compared once. Types compared by value carry their names
-- inside, so all their holders look alike.
with identifier_values as (
    select * from {{ ref('int_identity__identifier_values') }}
    {{ firstparty.where_affected('identifier_type, identifier_value') }}
),

rules as (select * from {{ ref('identifier_rules') }}),

linking_values as (
    select
        identifier_type,
        identifier_value
    from identifier_values
    where refusal_reason is null and record_count > 1
),

identifiers as (
    select * from {{ ref('int_identity__identifiers') }}
    {% if firstparty.is_of_changes() -%}
        where identifier_value in (select linking_values.identifier_value from linking_values)
    {%- endif %}
),

records as (
    select * from {{ ref('int_identity__record_keys') }}
    {{ firstparty.where_looked_up('record_id', 'select identifiers.record_id from identifiers') }}
),

holders as (
    select
        identifiers.identifier_type,
        identifiers.identifier_value,
        identifiers.record_id,
        records.record_number,
        identifiers.first_seen_at,
        identifiers.last_seen_at,
        case when rules.compared_by <> 'value' then records.given_key end as given_key,
        case when rules.compared_by <> 'value' then records.given_canonical end as given_canonical,
        case when rules.compared_by <> 'value' then records.family_key end as family_key,
        case when rules.compared_by <> 'value' then records.generation_key end as generation_key,
        case when rules.compared_by <> 'value' then records.birth_key end as birth_key,
        case when rules.compared_by = 'account' then records.user_id end as user_id,
        case
            when rules.compared_by in ('account', 'name_and_contact', 'full_name')
                then records.email
        end as email
    from identifiers
    inner join linking_values
        on
            identifiers.identifier_type = linking_values.identifier_type
            and identifiers.identifier_value = linking_values.identifier_value
    inner join records on identifiers.record_id = records.record_id
    inner join rules on identifiers.identifier_type = rules.identifier_type
    where not records.is_placeholder
),

int_identity__value_holders as (
    select
        identifier_type,
        identifier_value,
        record_id,
        record_number,
        first_seen_at,
        last_seen_at,
        given_key,
        given_canonical,
        family_key,
        generation_key,
        birth_key,
        user_id,
        email,
        dense_rank() over (
            partition by identifier_type, identifier_value
            order by
                coalesce(given_key, ''),
                coalesce(family_key, ''),
                coalesce(generation_key, ''),
                coalesce(birth_key, ''),
                coalesce(user_id, ''),
                coalesce(email, '')
        ) as look_number
    from holders
)

select * from int_identity__value_holders
