-- Grain: one row per override that somebody wrote, about two records or about an identifier value,
-- and what became of it (status). obeyed: it holds. contradicted: another override in force says
-- the opposite, of the same pair or value or of others on the way between its records; nobody is
-- joined until somebody decides. unknown: no record, or none with the value, is there now; it holds
-- when it comes. unsure: an answer of the review page that decides nothing. expired and
-- not_understood (int_identity__overrides_written) change nothing.
{% set about = 'partition by left_record_id, right_record_id, identifier_type, identifier_value' -%}

with written as (select * from {{ ref('int_identity__overrides_written') }}),

person_records as (select * from {{ ref('person_records') }}),

identifiers as (select * from {{ ref('int_identity__identifiers') }}),

valued as (
    select
        written.identifier_type,
        written.identifier_value,
        count(distinct person_records.person_id) as person_count
    from written
    inner join identifiers
        on
            written.identifier_type = identifiers.identifier_type
            and written.identifier_value = identifiers.identifier_value
    inner join person_records on identifiers.record_id = person_records.record_id
    group by written.identifier_type, written.identifier_value
),

placed as (
    select
        written.*,
        case
            when written.identifier_type is not null then valued.person_count
            when left_records.person_id = right_records.person_id then 1
            when left_records.person_id <> right_records.person_id then 2
        end as person_count,
        case when written.is_in_force then written.override end as override_in_force
    from written
    left join valued
        on
            written.identifier_type = valued.identifier_type
            and written.identifier_value = valued.identifier_value
    left join person_records as left_records on written.left_record_id = left_records.record_id
    left join person_records as right_records on written.right_record_id = right_records.record_id
),

opposed as (
    select
        *,
        min(override_in_force) over ({{ about }}) <> max(override_in_force) over ({{ about }})
            as is_opposed
    from placed
),

overrides as (
    select
        origin,
        left_record_id,
        right_record_id,
        identifier_type,
        identifier_value,
        override,
        author,
        reason,
        decided_on,
        expires_on,
        case
            when not is_understood then 'not_understood'
            when is_expired then 'expired'
            when override = 'unsure' then 'unsure'
            when person_count is null then 'unknown'
            when is_opposed or (override = 'force_link' and person_count > 1) then 'contradicted'
            else 'obeyed'
        end as status
    from opposed
)

select * from overrides
