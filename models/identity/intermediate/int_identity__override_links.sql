-- Grain: one row per pair of records and kind of override (force_link, never_link) that somebody
-- wrote into the identity_overrides seed and that has not expired. Pairs are turned so that left <
-- right; records that are not there are skipped.
with overrides as (select * from {{ ref('identity_overrides') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

turned as (
    select
        least(left_record_id, right_record_id) as left_record_id,
        greatest(left_record_id, right_record_id) as right_record_id,
        override,
        min(author) as author,
        min(reason) as reason
    from overrides
    where
        left_record_id <> right_record_id
        and (expires_on is null or cast(expires_on as timestamp) > {{ firstparty.as_of() }})
    group by
        least(left_record_id, right_record_id),
        greatest(left_record_id, right_record_id),
        override
),

int_identity__override_links as (
    select
        turned.left_record_id,
        turned.right_record_id,
        left_records.record_number as left_number,
        right_records.record_number as right_number,
        turned.override,
        turned.author,
        turned.reason
    from turned
    inner join records as left_records on turned.left_record_id = left_records.record_id
    inner join records as right_records on turned.right_record_id = right_records.record_id
)

select * from int_identity__override_links
