{#-
    The CTEs of one round of merging clusters, ending in `merged_links`: each cluster picks its best neighbour with a score above
    zero; those that picked each other merge, and links add up. Clusters without a positive neighbour never merge, and their links
    say nothing of other merges. A merge stays as a row (is_merged: the right one went into the left). Zero is where one person is as
    likely as two, or as var match_threshold says.

    Of links that score the same a cluster picks by the product of both numbers modulo a prime, as good as a draw that both ends see:
    where many are equal (a hundred copies of one record) half of them merge in a round, not two. From round 32 on scores that are
    nearly the same count as the same, by and by all of them. One cluster that hundreds prefer, none of whom prefers another, still
    takes in one a round: after round 200 nothing merges, and who is apart then stays apart. So rounds are bounded on any graph.

    Takes the name of a CTE with the links, and the score of a link as SQL, in ten-millionths of a nat. Where links are traced
    (int_identity__traced_links_start), they carry more, and a merge keeps what was known of both clusters when it was made, and the
    round; else (int_identity__cluster_links_start) it keeps which clusters merged.
-#}
{% macro merged_links(previous, score, is_traced) -%}
    {%- set columns = firstparty.link_totals(is_traced) | list -%}
links as (
    select *
    from {{ previous }}
    where not is_merged
),

scores as (
    select
        left_cluster,
        right_cluster,
        left_size,
        right_size,
        cast(round({{ score }}) as bigint) - {{ firstparty.threshold_score() }} as score
    from links
    where {{ firstparty.fixpoint_round() }} < 200
),

directed as (
    select
        left_cluster as cluster,
        right_cluster as neighbour,
        left_size as cluster_size,
        score
    from scores
    where score > 0
    union all
    select
        right_cluster as cluster,
        left_cluster as neighbour,
        right_size as cluster_size,
        score
    from scores
    where score > 0
),

ranked as (
    select
        cluster,
        neighbour,
        cluster_size,
        cast(floor(score / {{ firstparty.score_step(firstparty.fixpoint_round()) }}) as bigint) * 2147483648
        + cast(cluster as bigint) * neighbour % 2147483647 * 1103515245 % 2147483647 as choice_rank
    from directed
),

choices as (
    select
        cluster,
        max(cluster_size) as cluster_size,
        {{ firstparty.value_at_max('neighbour', 'choice_rank') }} as neighbour
    from ranked
    group by cluster
),

placed as (
    select
        choices.cluster,
        case
            when mutual.cluster is not null then least(choices.cluster, mutual.cluster)
            else choices.cluster
        end as new_cluster,
        choices.cluster_size + coalesce(mutual.cluster_size, 0) as new_size
    from choices
    left join choices as mutual on choices.neighbour = mutual.cluster and choices.cluster = mutual.neighbour
),

{{ firstparty.summed_links('links', 'placed', is_traced) }},

merged_links as (
    select
        left_cluster,
        right_cluster,
        {% for column in columns -%}
            {{ column }},
        {% endfor -%}
        false as is_merged
    from summed_links
    union all
    {% if is_traced -%}
    select
        links.left_cluster,
        links.right_cluster,
        {% for column in columns -%}
            links.{{ column }}{{ ' + 1 as merge_round' if column == 'merge_round' }},
        {% endfor -%}
        true as is_merged
    from placed
    inner join links on placed.new_cluster = links.left_cluster and placed.cluster = links.right_cluster
    {%- else -%}
    select
        new_cluster as left_cluster,
        cluster as right_cluster,
        {% for column in columns -%}
            cast(0 as bigint) as {{ column }},
        {% endfor -%}
        true as is_merged
    from placed
    {%- endif %}
    where placed.new_cluster <> placed.cluster
    union all
    select
        left_cluster,
        right_cluster,
        {% for column in columns -%}
            {{ column }},
        {% endfor -%}
        is_merged
    from {{ previous }}
    where is_merged
)
{%- endmacro %}


{#-
    The CTEs that add up links once clusters have gone into others, ending in `summed_links`: one row per pair of clusters that is
    left, with the sums over all links between them. A link within one cluster is no more. Takes the names of two CTEs: links, and
    placed (cluster, new_cluster, new_size); links of clusters that are not placed are left out.
-#}
{% macro summed_links(links, placed, is_traced) -%}
    {%- set totals = firstparty.link_totals(is_traced) -%}
moved as (
    select
        least(left_places.new_cluster, right_places.new_cluster) as left_cluster,
        greatest(left_places.new_cluster, right_places.new_cluster) as right_cluster,
        {% for column in totals if column not in ['left_size', 'right_size'] -%}
            {{ links }}.{{ column }},
        {% endfor -%}
        case
            when left_places.new_cluster < right_places.new_cluster then left_places.new_size
            else right_places.new_size
        end as left_size,
        case
            when left_places.new_cluster < right_places.new_cluster then right_places.new_size
            else left_places.new_size
        end as right_size
    from {{ links }}
    inner join {{ placed }} as left_places on {{ links }}.left_cluster = left_places.cluster
    inner join {{ placed }} as right_places on {{ links }}.right_cluster = right_places.cluster
    where left_places.new_cluster <> right_places.new_cluster
),

summed_links as (
    select
        left_cluster,
        right_cluster,
        {{ firstparty.named_columns(totals) }}
    from moved
    group by left_cluster, right_cluster
)
{%- endmacro %}


{#- What a link tells of its two clusters, and what becomes of it where several links are one: SQL by column, in their order. -#}
{% macro link_totals(is_traced) -%}
    {%- set totals = {
        'weight': 'cast(sum(weight) as bigint)',
        'scored_count': 'cast(sum(scored_count) as bigint)',
        'left_size': 'max(left_size)',
        'right_size': 'max(right_size)',
    } -%}
    {%- if is_traced -%}
        {%- do totals.update({
            'greatest_weight': 'max(greatest_weight)',
            'greatest_pair': 'max(greatest_pair)',
            'answer_balance': 'cast(sum(answer_balance) as bigint)',
            'merge_round': 'max(merge_round) + 1',
        }) -%}
    {%- endif -%}
    {{ return(totals) }}
{%- endmacro %}


{#-
    The score of a link by average link, in ten-millionths of a nat: the mean weight over all cross pairs, one that was never
    scored counting as half a nat against.
-#}
{% macro average_link() -%}
    cast(10 * (weight + {{ firstparty.unscored_weight() }} * (left_size * right_size - scored_count)) as double)
    / (left_size * right_size)
{%- endmacro %}


{#- What a pair that was never scored weighs, in millionths of a nat. -#}
{% macro unscored_weight() -%}
    -500000
{%- endmacro %}


{#- The log-odds of var match_threshold, in ten-millionths of a nat: what a merge must be above. -#}
{% macro threshold_score() -%}
    {%- set probability = var('match_threshold') | float -%}
    {%- if not 0 < probability < 1 -%}
        {{ exceptions.raise_compiler_error("var match_threshold is " ~ var('match_threshold') ~ ": it must lie between 0 and 1") }}
    {%- endif -%}
    cast(round(10000000 * ln({{ probability }} / (1 - {{ probability }}))) as bigint)
{%- endmacro %}


{#- By how much scores must differ in a round to count as different: 1, from round 32 on more, from 112 on none does. -#}
{% macro score_step(round_number) -%}
    power(10, greatest(0, least(10, floor({{ round_number }} / 8) - 3)))
{%- endmacro %}


{#- A pair of records as one number that is the greater the greater its weight; of equal weights each pair has another. -#}
{% macro pair_in_order(weight, left_number, right_number) -%}
    cast({{ weight }} + 8000000 as decimal(38, 0)) * 4611686018427387904
    + cast({{ left_number }} as bigint) * 2147483648 + {{ right_number }}
{%- endmacro %}


{#- The left record of a pair that pair_in_order made a number of. -#}
{% macro left_of_pair(pair) -%}
    {{ firstparty.integer_quotient('cast(' ~ pair ~ ' % 4611686018427387904 as bigint)', '2147483648') }}
{%- endmacro %}


{#- The right record of a pair that pair_in_order made a number of. -#}
{% macro right_of_pair(pair) -%}
    cast({{ pair }} % 2147483648 as bigint)
{%- endmacro %}
