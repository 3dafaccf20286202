{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['left_number', 'right_number'],
    key_of='any',
) }}
{% call firstparty.affected() -%}
    {% if var('match_labels') -%}
        select record_number from {{ ref('int_identity__match_records') }}
    {%- else -%}
        with {{ firstparty.changed_pair_ends() }}
        select record_number from changed_pair_ends
        union all
        select record_number from {{ firstparty.changes_of('int_identity__clusters') }}
    {%- endif %}
{%- endcall %}

-- Grain: one row per pair whose weight speaks for one person. is_kept: both ends came into one
-- cluster; the others were too weak a bridge. A rule that was learned from answers also joins
-- clusters of which no pair speaks for itself: then every pair that it joined is here, and the
-- answers about pairs that were never compared.
with pair_weights as (
    {{ firstparty.affected_rows(
        ref('int_identity__pair_weights'), ['left_number', 'right_number']
    ) }}
),

clusters as (select * from {{ ref('int_identity__clusters') }}),

{% if var('match_labels') -%}
    records as (select * from {{ ref('int_identity__match_records') }}),

    labelled_pairs as (select * from {{ ref('int_identity__labelled_pairs') }}),

    exact_clusters as (select * from {{ ref('int_identity__exact_clusters') }}),

    never_compared as (
        select
            labelled_pairs.left_number,
            labelled_pairs.right_number,
            {{ firstparty.unscored_weight() }} as weight
        from labelled_pairs
        inner join records as left_records
            on labelled_pairs.left_number = left_records.record_number
        inner join records as right_records
            on labelled_pairs.right_number = right_records.record_number
        left join pair_weights
            on
                labelled_pairs.left_number = pair_weights.left_number
                and labelled_pairs.right_number = pair_weights.right_number
        where
            pair_weights.left_number is null
            and labelled_pairs.left_cluster <> labelled_pairs.right_cluster
    ),

{% endif -%}

likely as (
    select
        left_number,
        right_number,
        pattern,
        weight
    from pair_weights
    where weight > 0
    {% if var('match_labels') -%}
        union all
        select
            pair_weights.left_number,
            pair_weights.right_number,
            pair_weights.pattern,
            pair_weights.weight
        from pair_weights
        inner join exact_clusters as left_starts
            on pair_weights.left_number = left_starts.record_number
        inner join exact_clusters as right_starts
            on pair_weights.right_number = right_starts.record_number
        left join clusters as left_clusters
            on pair_weights.left_number = left_clusters.record_number
        left join clusters as right_clusters
            on pair_weights.right_number = right_clusters.record_number
        where
            pair_weights.weight <= 0
            and left_starts.cluster <> right_starts.cluster
            and coalesce(left_clusters.cluster, pair_weights.left_number)
            = coalesce(right_clusters.cluster, pair_weights.right_number)
        union all
        select
            never_compared.left_number,
            never_compared.right_number,
            cast(null as bigint) as pattern,
            never_compared.weight
        from never_compared
        left join clusters as left_clusters
            on never_compared.left_number = left_clusters.record_number
        left join clusters as right_clusters
            on never_compared.right_number = right_clusters.record_number
        where
            coalesce(left_clusters.cluster, never_compared.left_number)
            = coalesce(right_clusters.cluster, never_compared.right_number)
    {%- endif %}
),

int_identity__scored_links as (
    select
        likely.left_number,
        likely.right_number,
        likely.pattern,
        likely.weight / 1e6 as weight,
        coalesce(left_clusters.cluster, likely.left_number)
        = coalesce(right_clusters.cluster, likely.right_number) as is_kept
    from likely
    left join clusters as left_clusters on likely.left_number = left_clusters.record_number
    left join clusters as right_clusters on likely.right_number = right_clusters.record_number
)

select * from int_identity__scored_links
