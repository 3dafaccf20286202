-- Grain: one row per pair of records and kind of override (force_link, never_link) that somebody
-- wrote into the identity_overrides seed and that has not expired. Pairs are turned so that left <
-- right; records that are not there are skipped. Of a pair that was written several times the row
-- of the first author by name stands, with that author's reason.
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

int_identity__override_links as (
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
)

select * from int_identity__override_links
