{{ config(enabled=var('scored_matching') and (var('match_labels') or var('pairs_to_label') > 0)) }}

-- Grain: as int_identity__cluster_links_start: one row per pair of clusters between which pairs of
-- records were compared, before any of them merge, with all that a rule on clusters may ask: the
-- greatest weight and which pair has it, and the balance of answers, yes against no. A pair with
-- an answer that was never compared counts as such a pair does, half a nat against.
with pair_weights as (select * from {{ ref('int_identity__pair_weights') }}),

exact_clusters as (select * from {{ ref('int_identity__exact_clusters') }}),

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
            {{ firstparty.unscored_weight() }} as weight,
            case when labelled_pairs.is_same then 1 else -1 end as answer
        from labelled_pairs
        left join pair_weights
            on
                labelled_pairs.left_number = pair_weights.left_number
                and labelled_pairs.right_number = pair_weights.right_number
        where pair_weights.left_number is null
    {%- endif %}
),

pair_links as (
    select
        left_number as left_cluster,
        right_number as right_cluster,
        cast(weight as bigint) as weight,
        cast(1 as bigint) as scored_count,
        cast(weight as bigint) as greatest_weight,
        {{ firstparty.pair_in_order('weight', 'left_number', 'right_number') }} as greatest_pair,
        cast(answer as bigint) as answer_balance,
        -- summed_links counts one round more.
        cast(-1 as integer) as merge_round
    from answered
),

placed as (
    select
        record_number as cluster,
        cluster as new_cluster,
        cluster_size as new_size
    from exact_clusters
),

{{ firstparty.summed_links('pair_links', 'placed', is_traced=true) }},

int_identity__traced_links_start as (
    select
        summed_links.*,
        false as is_merged
    from summed_links
)

select * from int_identity__traced_links_start
