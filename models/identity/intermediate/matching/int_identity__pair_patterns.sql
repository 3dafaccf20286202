{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['left_number', 'right_number'],
    key_of='any',
) }}
{% call firstparty.affected() -%}
    select record_number from {{ firstparty.changes_of('int_identity__match_records') }}
    union all
    select pairs.left_number
    from {{ firstparty.changes_of('int_identity__candidate_pairs') }} as pairs
    where
        pairs.left_number not in (
            select record_number from {{ firstparty.changes_of('int_identity__match_records') }}
        )
        and pairs.right_number not in (
            select record_number from {{ firstparty.changes_of('int_identity__match_records') }}
        )
{%- endcall %}

-- Grain: one row per candidate pair: its pattern (a number for the tuple of its levels), and how
-- rare the values are on which it agrees, in thousandths of a nat: those of a person's own, and
-- those that a household shares.
with candidate_pairs as (
    {{ firstparty.affected_rows(
        ref('int_identity__candidate_pairs'), ['left_number', 'right_number']
    ) }}
),

{% if firstparty.is_of_changes() -%}
    paired as (
        select left_number as record_number from candidate_pairs
        union
        select right_number as record_number from candidate_pairs
    ),

    -- Few enough for one copy to serve both sides.
    left_records as (
        select * from {{ ref('int_identity__match_records') }}
        where record_number in (select record_number from paired)
    ),

    right_records as (select * from left_records),

{% else -%}
    left_records as (select * from {{ ref('int_identity__match_records') }}),

    right_records as (select * from {{ ref('int_identity__match_records') }}),

{% endif -%}
{{ firstparty.compared_pairs('candidate_pairs', 'left_records', 'right_records') }},

int_identity__pair_patterns as (
    select
        left_number,
        right_number,
        pattern,
        adjustment,
        home_adjustment
    from compared_pairs
)

select * from int_identity__pair_patterns
