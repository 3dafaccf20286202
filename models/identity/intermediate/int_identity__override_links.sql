-- Grain: one row per pair of records and kind of override (force_link, never_link) that somebody
-- wrote into the identity_overrides seed and that has not expired. Pairs are turned so that left <
-- right; records that are not there are skipped. Of a pair that was written several times the row
-- of the first author by name stands, with that author's reason. Where both ends of a never_link
-- hold one value, one of them has to give way in the value's star: the end with more never_links,
-- so that who is kept apart from two others leaves them together; of equals the greater record.
with overrides as (select * from {{ ref('identity_overrides') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

turned as (
    select
        least(left_record_id, right_record_id) as left_record_id,
        greatest(left_record_id, right_record_id) as right_record_id,
        override,
        author,
        reason
    from overrides
    where
        left_record_id <> right_record_id
        and (expires_on is null or cast(expires_on as timestamp) > {{ firstparty.as_of() }})
),

ranked as (
    select
        left_record_id,
        right_record_id,
        override,
        author,
        reason,
        row_number() over (
            partition by left_record_id, right_record_id, override
            order by
                case when author is null then 1 else 0 end,
                author,
                case when reason is null then 1 else 0 end,
                reason
        ) as place
    from turned
),

numbered as (
    select
        ranked.left_record_id,
        ranked.right_record_id,
        left_records.record_number as left_number,
        right_records.record_number as right_number,
        ranked.override,
        ranked.author,
        ranked.reason
    from ranked
    inner join records as left_records on ranked.left_record_id = left_records.record_id
    inner join records as right_records on ranked.right_record_id = right_records.record_id
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
