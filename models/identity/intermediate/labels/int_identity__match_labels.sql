{{ config(enabled=var('scored_matching') and var('match_labels')) }}

-- Grain: one row per answer that somebody gave about a pair of records, from the seed match_labels,
-- the table that var match_labels_table names, and the review page. Every answer stays here;
-- unused_reason says why one takes no part. Yes and no of one pair contradict each other, whoever
-- gave them, unless one person changed an answer: then the last one counts, and on one day the pair
-- is in doubt.
with seeded as (select * from {{ ref('match_labels') }}),

reviewed as (select * from {{ ref('review_answers') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

{% if var('match_labels_table') -%}
    listed as (select * from {{ var('match_labels_table') }}),

{% endif -%}

given as (
    select
        left_record_id,
        right_record_id,
        is_same,
        labelled_by,
        labelled_at
    from seeded
    union all
    select
        left_record_id,
        right_record_id,
        answer as is_same,
        author as labelled_by,
        cast(answered_at as string) as labelled_at
    from reviewed
    {% if var('match_labels_table') -%}
        union all
        select
            left_record_id,
            right_record_id,
            is_same,
            labelled_by,
            labelled_at
        from listed
    {% endif -%}
),

trimmed as (
    select
        trim(left_record_id) as one_record_id,
        trim(right_record_id) as other_record_id,
        lower(trim(is_same)) as answer,
        coalesce(trim(labelled_by), '') as labelled_by,
        coalesce(trim(labelled_at), '') as labelled_at
    from given
),

-- Not least and greatest: they pass over a record id that is missing.
turned as (
    select
        case when one_record_id > other_record_id then other_record_id else one_record_id end
            as left_record_id,
        case when one_record_id > other_record_id then one_record_id else other_record_id end
            as right_record_id,
        answer,
        labelled_by,
        labelled_at
    from trimmed
),

understood as (
    select
        left_record_id,
        right_record_id,
        answer,
        labelled_by,
        labelled_at,
        case
            when answer in ('yes', 'true', '1', 'y', 't') then 1
            when answer in ('no', 'false', '0', 'n', 'f') then 0
        end as same,
        coalesce(answer, '') in ('', 'unsure', '?') as is_unsure
    from turned
),

numbered as (
    select
        understood.*,
        left_records.record_number as left_number,
        right_records.record_number as right_number,
        row_number() over (
            partition by
                understood.left_record_id, understood.right_record_id, understood.labelled_by
            order by understood.labelled_at desc, understood.answer
        ) as place_from_last,
        max(understood.labelled_at) over (
            partition by
                understood.left_record_id, understood.right_record_id, understood.labelled_by
        ) as last_labelled_at
    from understood
    left join records as left_records on understood.left_record_id = left_records.record_id
    left join records as right_records on understood.right_record_id = right_records.record_id
),

compared as (
    select
        *,
        min(case when labelled_at = last_labelled_at then same end) over (
            partition by left_record_id, right_record_id
        ) as least_same,
        max(case when labelled_at = last_labelled_at then same end) over (
            partition by left_record_id, right_record_id
        ) as greatest_same
    from numbered
),

int_identity__match_labels as (
    select
        left_record_id,
        right_record_id,
        left_number,
        right_number,
        answer,
        labelled_by,
        labelled_at,
        place_from_last,
        same = 1 as is_same,
        case
            when left_record_id is null or right_record_id is null then 'record_id_missing'
            when left_record_id = right_record_id then 'same_record'
            when left_number is null or right_number is null then 'record_unknown'
            when is_unsure then 'unsure'
            when same is null then 'answer_not_understood'
            when labelled_at < last_labelled_at then 'answered_again'
            when least_same < greatest_same then 'contradicted'
            when place_from_last > 1 then 'repeated'
        end as unused_reason
    from compared
)

select * from int_identity__match_labels
