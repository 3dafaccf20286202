-- Grain: one row per person that has at least one record now. weakest_link_weight: each record
-- hangs on its person by its strongest kept edge; the weakest of those says how thin the person is
-- held together. Null for a person of one record.
with person_records as (select * from {{ ref('person_records') }}),

records as (select * from {{ ref('int_identity__records') }}),

edges as (select * from {{ ref('identity_edges') }}),

ends as (
    select
        left_record_id as record_id,
        weight
    from edges
    where is_kept
    union all
    select
        right_record_id as record_id,
        weight
    from edges
    where is_kept
),

strongest as (
    select
        record_id,
        max(weight) as weight
    from ends
    group by record_id
),

persons as (
    select
        person_records.person_id,
        min(records.first_seen_at) as first_seen_at,
        max(records.last_seen_at) as last_seen_at,
        count(*) as record_count,
        {{ firstparty.sorted_text_list('person_records.source') }} as sources,
        count(*) > {{ var('oversized_person_records') }} as is_oversized,
        min(strongest.weight) as weakest_link_weight
    from person_records
    inner join records on person_records.record_id = records.record_id
    left join strongest on person_records.record_id = strongest.record_id
    group by person_records.person_id
)

select * from persons
