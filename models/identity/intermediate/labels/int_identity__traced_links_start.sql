{{ config(enabled=var('scored_matching') and (var('match_labels') or var('pairs_to_label') > 0)) }}

-- Grain: one row per candidate pair, as a link between two clusters of one record each, with all
-- that a rule on clusters may ask: the greatest weight and which pair has it, and the balance of
-- answers, yes against no. A pair with an answer that was never compared counts as such a pair
-- does, half a nat against.
with pair_weights as (select * from {{ ref('int_identity__pair_weights') }}),

{% if var('match_labels') -%}
    labelled_pairs as (select * from {{ ref('int_identity__labelled_pairs') }}),

{% endif -%}

answered as (
    select
        pair_weights.left_number,
        pair_weights.right_number,
        pair_weights.weight,
        {{ "case labelled_pairs.is_same when true then 1 when false then -1 else 0 end"
            if var('match_labels') else "0" }} as answer
    from pair_weights
    {% if var('match_labels') -%}
        left join labelled_pairs
            on
                pair_weights.left_number = labelled_pairs.left_number
                and pair_weights.right_number = labelled_pairs.right_number
        union all
        select
            labelled_pairs.left_number,
            labelled_pairs.right_number,
            -500000 as weight,
            case when labelled_pairs.is_same then 1 else -1 end as answer
        from labelled_pairs
        left join pair_weights
            on
                labelled_pairs.left_number = pair_weights.left_number
                and labelled_pairs.right_number = pair_weights.right_number
        where pair_weights.left_number is null
    {%- endif %}
),

int_identity__traced_links_start as (
    select
        cast(left_number as bigint) as left_cluster,
        cast(right_number as bigint) as right_cluster,
        cast(weight as bigint) as weight,
        cast(1 as bigint) as scored_count,
        cast(1 as bigint) as left_size,
        cast(1 as bigint) as right_size,
        cast(weight as bigint) as greatest_weight,
        {{ firstparty.pair_in_order('weight', 'left_number', 'right_number') }} as greatest_pair,
        cast(answer as bigint) as answer_balance,
        cast(0 as integer) as merge_round,
        false as is_merged
    from answered
)

select * from int_identity__traced_links_start
