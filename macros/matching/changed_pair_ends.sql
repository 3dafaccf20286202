{#-
    The CTEs of candidate pairs whose weight may be another than in the last build. Models ask for two of them. `changed_pair_ends`:
    records that are an end of every such pair; one that changed is so for all of its pairs. `speaking_pair_ends`: both ends of such
    pairs that spoke, or speak, for one person: more than a pair's own weight hangs on those. Where the weight of a pattern changed,
    all pairs that have it are there.
-#}
{% macro changed_pair_ends() -%}
changed_records as (select record_number from {{ firstparty.changes_of('int_identity__match_records') }}),

changed_patterns as (
    select pattern
    from {{ firstparty.changes_of('int_identity__pattern_weights') }}
    group by pattern
    having count(*) = 1 or min(weight) <> max(weight) or min(home_weight) <> max(home_weight)
),

reweighted_pairs as (
    select left_number, right_number
    from {{ ref('int_identity__pair_patterns') }}
    where pattern in (select pattern from changed_patterns)
),

speaking_pairs as (
    select pairs.left_number, pairs.right_number
    from {{ firstparty.changes_of('int_identity__pair_patterns') }} as pairs
    left join {{ ref('int_identity__pattern_weights') }} as weights on pairs.pattern = weights.pattern
    where weights.pattern is null or {{ firstparty.pair_weight('weights', 'pairs') }} > 0
    union all
    select left_number, right_number from reweighted_pairs
),

changed_pair_ends as (
    select record_number from changed_records
    union all
    select left_number
    from {{ firstparty.changes_of('int_identity__pair_patterns') }}
    where
        left_number not in (select record_number from changed_records)
        and right_number not in (select record_number from changed_records)
    union all
    select left_number from reweighted_pairs
),

speaking_pair_ends as (
    select left_number as record_number from speaking_pairs
    union all
    select right_number from speaking_pairs
)
{%- endmacro %}
