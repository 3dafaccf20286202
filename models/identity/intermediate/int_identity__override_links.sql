{{ config(materialized='maintained', key=['left_record_id', 'right_record_id', 'override']) }}

-- Grain: one row per pair of records and kind of override (force_link, never_link) that somebody
-- wrote and that has not expired. A value that was force_linked links the first record that holds
-- it to each of the others. Pairs have left < right; records that are not there are skipped. Of a
-- pair that was written several times the row of the first author by name stands, with that
-- author's reason. Where both ends of a never_link hold one value, one of them has to give way in
-- the value's star: the end with more never_links, so that who is kept apart from two others leaves
-- them together; of equals the greater record. An answer of the
-- review page says who somebody is, mostly by likeness: it is no evidence that consent may rest on.
with written as (select * from {{ ref('int_identity__overrides_written') }}),

identifiers as (select * from {{ ref('int_identity__identifiers') }}),

numbers as (select * from {{ ref('int_identity__record_numbers') }}),

never_linked as (
    select
        identifier_type,
        identifier_value
    from written
    where override = 'never_link' and is_in_force
),

forced_values as (
    select
        written.origin,
        written.author,
        written.reason,
        identifiers.record_id,
        min(identifiers.record_id) over (
            partition by
                identifiers.identifier_type,
                identifiers.identifier_value,
                written.author,
                written.reason
        ) as first_record_id
    from written
    inner join identifiers
        on
            written.identifier_type = identifiers.identifier_type
            and written.identifier_value = identifiers.identifier_value
    left join never_linked
        on
            written.identifier_type = never_linked.identifier_type
            and written.identifier_value = never_linked.identifier_value
    where
        written.override = 'force_link'
        and written.is_in_force
        and never_linked.identifier_value is null
),

turned as (
    select
        origin,
        left_record_id,
        right_record_id,
        override,
        author,
        reason
    from written
    where is_in_force and left_record_id is not null
    union all
    select
        origin,
        first_record_id as left_record_id,
        record_id as right_record_id,
        'force_link' as override,
        author,
        reason
    from forced_values
    where first_record_id <> record_id
),

ranked as (
    select
        left_record_id,
        right_record_id,
        override,
        author,
        reason,
        max(case when override = 'force_link' and origin <> 'review' then 1 else 0 end) over (
            partition by left_record_id, right_record_id
        ) = 1 as may_advertise,
        row_number() over (
            partition by left_record_id, right_record_id, override
            order by author nulls last, reason nulls last
        ) as place
    from turned
),

numbered as (
    select
        ranked.left_record_id,
        ranked.right_record_id,
        left_numbers.record_number as left_number,
        right_numbers.record_number as right_number,
        ranked.override,
        ranked.author,
        ranked.reason,
        ranked.override = 'force_link' and ranked.may_advertise as may_advertise
    from ranked
    inner join numbers as left_numbers on ranked.left_record_id = left_numbers.record_id
    inner join numbers as right_numbers on ranked.right_record_id = right_numbers.record_id
    where ranked.place = 1
),

forbidden_ends as (
    select left_number as record_number
    from numbered
    where override = 'never_link'
    union all
    select right_number as record_number
    from numbered
    where override = 'never_link'
),

forbidden_counts as (
    select
        record_number,
        count(*) as never_link_count
    from forbidden_ends
    group by record_number
),

int_identity__override_links as (
    select
        numbered.left_record_id,
        numbered.right_record_id,
        numbered.left_number,
        numbered.right_number,
        numbered.override,
        numbered.author,
        numbered.reason,
        numbered.may_advertise,
        case
            when numbered.override = 'force_link' then null
            when left_counts.never_link_count > right_counts.never_link_count
                then numbered.left_number
            else numbered.right_number
        end as yielding_number
    from numbered
    left join forbidden_counts as left_counts
        on numbered.left_number = left_counts.record_number
    left join forbidden_counts as right_counts
        on numbered.right_number = right_counts.record_number
)

select * from int_identity__override_links
