{#-
    One round of forming persons that hold the guards, as CTEs over (record_number, cluster): `guarded_links`, then
    `guarded_merges`, then `guarded_moves`, which ends in `moved_records`. Every record starts as a cluster of its own and none ever
    breaks a guard, so what is apart in the end was cut, at the weakest edges that would do:

    1. Clusters merge along their heaviest link (the order is total: edge_rank) wherever the merged one holds the guards. Two that
       are each other's heaviest link merge at once: nothing heavier can come to either. So does a cluster that adds nothing to the
       one it likes best, no guarded value and no pair kept apart: it may join it now or later. So does one that adds values where
       only such come before it as like that one best too, have no other link that is heavier than its own, and add no other value
       at the same time: they keep it out as little as it does them. All this is what merging one link at a time, the heaviest
       first, comes to; a cluster never loses an edge to a lighter one. It is Kruskal's way to a heaviest spanning tree, with
       guards, and it loses no more than cutting all edges below some weight would.
    2. Where two clusters can merge no more, a record that hangs on its own by one edge goes over to the other where more weight
       holds it. Each such move raises the weight that is kept.

    Rounds are few on any graph. A hub takes all who add nothing in one round, and in a few all who show the same values on ever
    other days. Along a chain of ever heavier links, where each waits for the next, about a third of them joins in a round: those
    that draw a smaller number than their neighbour, which itself stays. From round 40 on links of about the same weight (one nat
    apart, every eight rounds twice as many) count as the same: then one that adds something need not wait either. After round 64
    nobody moves.

    Sums are of whole millionths of a nat, draws are functions of the cluster's number and the round: neither the order of rows nor
    the number of threads shows in the result.

    Takes names of CTEs: placements (record_number, cluster); edges (left_vertex, right_vertex, weight in millionths of a nat,
    edge_rank, the greater the heavier, no two alike); guarded_values (record_number, identifier_type, identifier_value,
    max_values_per_person, first_window_day, last_window_day; of type birth_date dates, which are compared and not counted);
    forbidden_pairs (left_number, right_number). A record that breaks a guard by itself must have no edge.

    Values that count within days of each other have spans (crowded_spans), others null. A cluster keeps those of one value as one
    where they meet, so they are never more than the windows that fit side by side into its time, however many records it has.
-#}
{% macro guarded_links(placements, edges, guarded_values, forbidden_pairs) -%}
shown_spans as (
    select
        {{ placements }}.cluster,
        {{ guarded_values }}.identifier_type,
        {{ guarded_values }}.identifier_value,
        {{ guarded_values }}.max_values_per_person,
        {{ guarded_values }}.first_window_day,
        {{ guarded_values }}.last_window_day,
        max({{ guarded_values }}.last_window_day) over (
            partition by
                {{ placements }}.cluster,
                {{ guarded_values }}.identifier_type,
                {{ guarded_values }}.identifier_value
            order by {{ guarded_values }}.first_window_day, {{ guarded_values }}.last_window_day
            rows between unbounded preceding and 1 preceding
        ) as reached_day
    from {{ placements }}
    inner join {{ guarded_values }} on {{ placements }}.record_number = {{ guarded_values }}.record_number
    where {{ guarded_values }}.first_window_day is not null
),

numbered_spans as (
    select
        cluster,
        identifier_type,
        identifier_value,
        max_values_per_person,
        first_window_day,
        last_window_day,
        sum(case when first_window_day <= reached_day + 1 then 0 else 1 end) over (
            partition by cluster, identifier_type, identifier_value
            order by first_window_day, last_window_day
        ) as span_number
    from shown_spans
),

held_values as (
    select distinct
        {{ placements }}.cluster,
        {{ guarded_values }}.identifier_type,
        {{ guarded_values }}.identifier_value,
        {{ guarded_values }}.max_values_per_person,
        {{ guarded_values }}.first_window_day,
        {{ guarded_values }}.last_window_day
    from {{ placements }}
    inner join {{ guarded_values }} on {{ placements }}.record_number = {{ guarded_values }}.record_number
    where {{ guarded_values }}.first_window_day is null
    union all
    select
        cluster,
        identifier_type,
        identifier_value,
        max_values_per_person,
        min(first_window_day) as first_window_day,
        max(last_window_day) as last_window_day
    from numbered_spans
    group by cluster, identifier_type, identifier_value, max_values_per_person, span_number
),

placed_edges as (
    select
        {{ edges }}.left_vertex,
        {{ edges }}.right_vertex,
        {{ edges }}.weight,
        {{ edges }}.edge_rank,
        left_places.cluster as left_cluster,
        right_places.cluster as right_cluster
    from {{ edges }}
    inner join {{ placements }} as left_places on {{ edges }}.left_vertex = left_places.record_number
    inner join {{ placements }} as right_places on {{ edges }}.right_vertex = right_places.record_number
),

links as (
    select
        least(left_cluster, right_cluster) as left_cluster,
        greatest(left_cluster, right_cluster) as right_cluster,
        max(weight) as weight,
        max(edge_rank) as edge_rank
    from placed_edges
    where left_cluster <> right_cluster
    group by least(left_cluster, right_cluster), greatest(left_cluster, right_cluster)
),

link_values as (
    select
        links.left_cluster,
        links.right_cluster,
        held_values.identifier_type,
        held_values.identifier_value,
        held_values.max_values_per_person,
        held_values.first_window_day,
        held_values.last_window_day
    from links
    inner join held_values on links.left_cluster = held_values.cluster
    union all
    select
        links.left_cluster,
        links.right_cluster,
        held_values.identifier_type,
        held_values.identifier_value,
        held_values.max_values_per_person,
        held_values.first_window_day,
        held_values.last_window_day
    from links
    inner join held_values on links.right_cluster = held_values.cluster
),

crowded_counts as (
    select
        left_cluster,
        right_cluster,
        identifier_type,
        count(first_window_day) > 0 as is_within_days
    from link_values
    group by left_cluster, right_cluster, identifier_type
    having count(distinct identifier_value) > max(max_values_per_person)
),

link_spans as (
    select
        link_values.left_cluster,
        link_values.right_cluster,
        link_values.identifier_type,
        link_values.identifier_value,
        link_values.max_values_per_person,
        link_values.first_window_day,
        link_values.last_window_day
    from crowded_counts
    inner join link_values
        on
            crowded_counts.left_cluster = link_values.left_cluster
            and crowded_counts.right_cluster = link_values.right_cluster
            and crowded_counts.identifier_type = link_values.identifier_type
    where crowded_counts.is_within_days
),

{{ firstparty.crowded_spans('crowded_link_spans', 'link_spans', ['left_cluster', 'right_cluster']) }},

crowded_links as (
    select
        left_cluster,
        right_cluster
    from crowded_counts
    where not is_within_days
    union
    select
        left_cluster,
        right_cluster
    from crowded_link_spans
    union
    select
        links.left_cluster,
        links.right_cluster
    from links
    inner join held_values as left_births
        on links.left_cluster = left_births.cluster and left_births.identifier_type = 'birth_date'
    inner join held_values as right_births
        on links.right_cluster = right_births.cluster and right_births.identifier_type = 'birth_date'
    where {{ firstparty.birth_dates_contradict('left_births.identifier_value', 'right_births.identifier_value') }}
),

forbidden_ends as (
    select
        left_number as record_number,
        right_number as other_number
    from {{ forbidden_pairs }}
    union
    select
        right_number as record_number,
        left_number as other_number
    from {{ forbidden_pairs }}
),

forbidden_clusters as (
    select distinct
        places.cluster,
        other_places.cluster as other_cluster
    from forbidden_ends
    inner join {{ placements }} as places on forbidden_ends.record_number = places.record_number
    inner join {{ placements }} as other_places on forbidden_ends.other_number = other_places.record_number
),

directed_links as (
    select
        links.left_cluster as cluster,
        links.right_cluster as neighbour,
        links.weight,
        links.edge_rank
    from links
    left join crowded_links
        on links.left_cluster = crowded_links.left_cluster and links.right_cluster = crowded_links.right_cluster
    left join forbidden_clusters
        on links.left_cluster = forbidden_clusters.cluster and links.right_cluster = forbidden_clusters.other_cluster
    where crowded_links.left_cluster is null and forbidden_clusters.cluster is null
),

guarded_links as (
    select
        cluster,
        neighbour,
        weight,
        edge_rank
    from directed_links
    union all
    select
        neighbour as cluster,
        cluster as neighbour,
        weight,
        edge_rank
    from directed_links
)
{%- endmacro %}


{#-
    The CTEs of who goes into whom in this round, ending in `guarded_merges` (cluster, new_cluster). Follow those of guarded_links.
    A cluster has one choice, its heaviest link. Of several that choose the same one, those that are not contested go in, and of the
    others the one with the heaviest link; of two that are kept apart the one that draws the greater number. Contested is who adds a
    value while something may come before it that adds another one at the same time: a heavier link of the one it chose to somebody
    who has better ones (obstacle_rank), or a rival. Times are compared by stretches as long as the shortest span of the type, so
    that nobody is compared with each other one: two that share a stretch are rivals although their spans may not meet.
-#}
{% macro guarded_merges() -%}
choices as (
    select
        cluster,
        {{ firstparty.value_at_max('neighbour', 'edge_rank') }} as neighbour,
        max(weight) as weight,
        max(edge_rank) as edge_rank,
        {{ firstparty.cluster_draw('cluster', firstparty.fixpoint_round()) }} as draw
    from guarded_links
    group by cluster
),

suitors as (
    select
        neighbour as cluster,
        count(*) as suitor_count
    from choices
    group by neighbour
),

added_values as (
    select
        choices.cluster,
        choices.neighbour,
        choices.edge_rank,
        held_values.identifier_type,
        held_values.identifier_value,
        held_values.first_window_day,
        held_values.last_window_day
    from choices
    inner join held_values on choices.cluster = held_values.cluster
    left join held_values as neighbour_values
        on
            choices.neighbour = neighbour_values.cluster
            and held_values.identifier_type = neighbour_values.identifier_type
            and held_values.identifier_value = neighbour_values.identifier_value
            and (
                held_values.first_window_day is null
                or (
                    held_values.first_window_day >= neighbour_values.first_window_day
                    and held_values.last_window_day <= neighbour_values.last_window_day
                )
            )
    where neighbour_values.cluster is null
),

bound as (
    select distinct cluster
    from forbidden_clusters
),

next_links as (
    select
        guarded_links.cluster,
        max(guarded_links.edge_rank) as edge_rank
    from guarded_links
    inner join choices on guarded_links.cluster = choices.cluster
    where guarded_links.edge_rank < choices.edge_rank
    group by guarded_links.cluster
),

obstacles as (
    select
        guarded_links.neighbour as cluster,
        guarded_links.cluster as suitor,
        guarded_links.edge_rank,
        max(case when choices.cluster is null then guarded_links.edge_rank else next_links.edge_rank end) over (
            partition by guarded_links.neighbour
            order by guarded_links.edge_rank desc
            rows between unbounded preceding and 1 preceding
        ) as obstacle_rank
    from guarded_links
    left join choices
        on guarded_links.cluster = choices.cluster and guarded_links.neighbour = choices.neighbour
    left join next_links on guarded_links.cluster = next_links.cluster
),

stretch_lengths as (
    select
        identifier_type,
        min(last_window_day - first_window_day + 1) as day_count
    from added_values
    where first_window_day is not null
    group by identifier_type
),

added_spans as (
    select
        added_values.cluster,
        added_values.neighbour,
        added_values.edge_rank,
        added_values.identifier_type,
        added_values.identifier_value,
        {{ firstparty.integer_quotient('added_values.first_window_day', 'stretch_lengths.day_count') }} as first_stretch,
        {{ firstparty.integer_quotient('added_values.last_window_day', 'stretch_lengths.day_count') }} as last_stretch
    from added_values
    inner join stretch_lengths on added_values.identifier_type = stretch_lengths.identifier_type
    where added_values.first_window_day is not null
),

stretches as (
    select
        identifier_type,
        first_stretch as stretch
    from added_spans
    union
    select
        identifier_type,
        last_stretch as stretch
    from added_spans
),

stretched_values as (
    select
        cluster,
        neighbour,
        edge_rank,
        identifier_type,
        cast(null as bigint) as stretch,
        identifier_value
    from added_values
    where first_window_day is null
    union all
    select
        cluster,
        neighbour,
        edge_rank,
        identifier_type,
        first_stretch as stretch,
        identifier_value
    from added_spans
    union all
    select
        added_spans.cluster,
        added_spans.neighbour,
        added_spans.edge_rank,
        added_spans.identifier_type,
        stretches.stretch,
        added_spans.identifier_value
    from added_spans
    inner join stretches
        on
            added_spans.identifier_type = stretches.identifier_type
            and added_spans.first_stretch < stretches.stretch
            and added_spans.last_stretch >= stretches.stretch
),

brought_values as (
    select
        cluster,
        neighbour,
        edge_rank,
        identifier_type,
        stretch,
        min(identifier_value) as least_value,
        max(identifier_value) as greatest_value
    from stretched_values
    group by cluster, neighbour, edge_rank, identifier_type, stretch
),

compared_values as (
    select
        cluster,
        least_value,
        greatest_value,
        min(least_value) over (
            partition by neighbour, identifier_type, stretch
            order by edge_rank desc
            rows between unbounded preceding and 1 preceding
        ) as least_before,
        max(greatest_value) over (
            partition by neighbour, identifier_type, stretch
            order by edge_rank desc
            rows between unbounded preceding and 1 preceding
        ) as greatest_before
    from brought_values
),

rivalling as (
    select distinct cluster
    from compared_values
    where least_before is not null and least(least_value, least_before) <> greatest(greatest_value, greatest_before)
),

contested as (
    select cluster
    from rivalling
    union
    select added_values.cluster
    from added_values
    inner join obstacles
        on added_values.neighbour = obstacles.cluster and added_values.cluster = obstacles.suitor
    where obstacles.obstacle_rank > added_values.edge_rank
),

proposals as (
    select
        choices.cluster,
        choices.neighbour,
        choices.edge_rank,
        choices.draw,
        contested.cluster is not null as is_contested,
        choices.cluster = neighbours.neighbour as is_mutual,
        choices.cluster = neighbours.neighbour
        and (
            coalesce(suitors.suitor_count, 0) > coalesce(neighbour_suitors.suitor_count, 0)
            or (suitors.suitor_count = neighbour_suitors.suitor_count and choices.cluster < choices.neighbour)
        ) as is_staying,
        choices.cluster = neighbours.neighbour
        or (contested.cluster is null and bound.cluster is null)
        or (
            {{ firstparty.fixpoint_round() }} >= 40
            and {{ firstparty.weight_class('choices.weight', firstparty.fixpoint_round()) }}
            = {{ firstparty.weight_class('neighbours.weight', firstparty.fixpoint_round()) }}
        ) as is_ready
    from choices
    inner join choices as neighbours on choices.neighbour = neighbours.cluster
    left join suitors on choices.cluster = suitors.cluster
    left join suitors as neighbour_suitors on choices.neighbour = neighbour_suitors.cluster
    left join contested on choices.cluster = contested.cluster
    left join bound on choices.cluster = bound.cluster
),

wishes as (
    select
        proposals.cluster,
        proposals.neighbour,
        proposals.edge_rank,
        proposals.draw,
        proposals.is_contested,
        proposals.is_ready
        and not proposals.is_staying
        and (
            proposals.is_mutual
            or not neighbours.is_ready
            or neighbours.is_staying
            or proposals.draw < neighbours.draw
        ) as is_leaving
    from proposals
    inner join proposals as neighbours on proposals.neighbour = neighbours.cluster
),

leavers as (
    select
        wishes.cluster,
        wishes.neighbour,
        wishes.draw,
        wishes.is_contested,
        row_number() over (partition by wishes.neighbour order by wishes.edge_rank desc) as place
    from wishes
    inner join wishes as neighbours on wishes.neighbour = neighbours.cluster
    where wishes.is_leaving and not neighbours.is_leaving
),

joiners as (
    select
        cluster,
        neighbour,
        draw
    from leavers
    where place = 1 or not is_contested
),

outdrawn as (
    select distinct joiners.cluster
    from joiners
    inner join forbidden_clusters on joiners.cluster = forbidden_clusters.cluster
    inner join joiners as rivals
        on forbidden_clusters.other_cluster = rivals.cluster and joiners.neighbour = rivals.neighbour
    where joiners.draw < rivals.draw
),

guarded_merges as (
    select
        joiners.cluster,
        joiners.neighbour as new_cluster
    from joiners
    left join outdrawn on joiners.cluster = outdrawn.cluster
    where outdrawn.cluster is null
)
{%- endmacro %}


{#-
    The CTEs of which records go over to another cluster in this round, ending in `moved_records` (record_number, new_cluster).
    Follow those of guarded_merges. Only clusters that can merge with nobody take part, each in one move a round, the one that
    gains most; a record that hangs on its own cluster by one edge leaves the others of it connected.
-#}
{% macro guarded_moves(placements, guarded_values) -%}
record_edges as (
    select
        left_vertex as record_number,
        left_cluster as own_cluster,
        right_cluster as cluster,
        weight
    from placed_edges
    where {{ firstparty.fixpoint_round() }} < 64
    union all
    select
        right_vertex as record_number,
        right_cluster as own_cluster,
        left_cluster as cluster,
        weight
    from placed_edges
    where {{ firstparty.fixpoint_round() }} < 64
),

record_links as (
    select
        record_number,
        own_cluster,
        cluster,
        count(*) as edge_count,
        cast(sum(weight) as bigint) as weight
    from record_edges
    group by record_number, own_cluster, cluster
),

gains as (
    select
        leaves.record_number,
        leaves.own_cluster,
        record_links.cluster,
        record_links.weight - leaves.weight as gain
    from record_links as leaves
    inner join record_links
        on leaves.record_number = record_links.record_number and leaves.cluster <> record_links.cluster
    left join choices as own_choices on leaves.own_cluster = own_choices.cluster
    left join choices as other_choices on record_links.cluster = other_choices.cluster
    where
        leaves.cluster = leaves.own_cluster
        and leaves.edge_count = 1
        and record_links.weight > leaves.weight
        and own_choices.cluster is null
        and other_choices.cluster is null
),

added_counts as (
    select
        gains.record_number,
        gains.cluster,
        {{ guarded_values }}.identifier_type,
        count(*) as added_count
    from gains
    inner join {{ guarded_values }} on gains.record_number = {{ guarded_values }}.record_number
    left join held_values
        on
            gains.cluster = held_values.cluster
            and {{ guarded_values }}.identifier_type = held_values.identifier_type
            and {{ guarded_values }}.identifier_value = held_values.identifier_value
    where held_values.cluster is null and {{ guarded_values }}.first_window_day is null
    group by gains.record_number, gains.cluster, {{ guarded_values }}.identifier_type
),

held_counts as (
    select
        cluster,
        identifier_type,
        count(*) as value_count,
        max(max_values_per_person) as max_values_per_person
    from held_values
    where first_window_day is null
    group by cluster, identifier_type
),

move_spans as (
    select
        gains.record_number,
        gains.cluster,
        {{ guarded_values }}.identifier_type,
        {{ guarded_values }}.identifier_value,
        {{ guarded_values }}.max_values_per_person,
        {{ guarded_values }}.first_window_day,
        {{ guarded_values }}.last_window_day
    from gains
    inner join {{ guarded_values }} on gains.record_number = {{ guarded_values }}.record_number
    where {{ guarded_values }}.first_window_day is not null
    union all
    select
        gains.record_number,
        gains.cluster,
        held_values.identifier_type,
        held_values.identifier_value,
        held_values.max_values_per_person,
        held_values.first_window_day,
        held_values.last_window_day
    from gains
    inner join held_values on gains.cluster = held_values.cluster
    where held_values.first_window_day is not null
),

{{ firstparty.crowded_spans('crowded_move_spans', 'move_spans', ['record_number', 'cluster']) }},

refused_moves as (
    select
        added_counts.record_number,
        added_counts.cluster
    from added_counts
    inner join held_counts
        on
            added_counts.cluster = held_counts.cluster
            and added_counts.identifier_type = held_counts.identifier_type
    where held_counts.value_count + added_counts.added_count > held_counts.max_values_per_person
    union
    select
        record_number,
        cluster
    from crowded_move_spans
    union
    select
        gains.record_number,
        gains.cluster
    from gains
    inner join {{ guarded_values }}
        on
            gains.record_number = {{ guarded_values }}.record_number
            and {{ guarded_values }}.identifier_type = 'birth_date'
    inner join held_values on gains.cluster = held_values.cluster and held_values.identifier_type = 'birth_date'
    where {{ firstparty.birth_dates_contradict(guarded_values ~ '.identifier_value', 'held_values.identifier_value') }}
    union
    select
        gains.record_number,
        gains.cluster
    from gains
    inner join forbidden_ends on gains.record_number = forbidden_ends.record_number
    inner join {{ placements }} as other_places
        on forbidden_ends.other_number = other_places.record_number and gains.cluster = other_places.cluster
),

possible_moves as (
    select
        gains.record_number,
        gains.own_cluster,
        gains.cluster,
        gains.gain
    from gains
    left join refused_moves
        on gains.record_number = refused_moves.record_number and gains.cluster = refused_moves.cluster
    where refused_moves.record_number is null
),

sides as (
    select
        record_number,
        cluster,
        gain,
        own_cluster as side
    from possible_moves
    union all
    select
        record_number,
        cluster,
        gain,
        cluster as side
    from possible_moves
),

ranked_sides as (
    select
        record_number,
        cluster,
        row_number() over (partition by side order by gain desc, record_number, cluster) as place
    from sides
),

moved_records as (
    select
        record_number,
        cluster as new_cluster
    from ranked_sides
    where place = 1
    group by record_number, cluster
    having count(*) = 2
)
{%- endmacro %}


{#- A number for a cluster in a round, as good as a draw that both ends of a link see: no two clusters draw the same one. -#}
{% macro cluster_draw(cluster, round_number) -%}
    cast({{ cluster }} as bigint) * 1103515245 % 2147483647
    * (({{ round_number }} + 1) * 48271 % 2147483647) % 2147483647
{%- endmacro %}


{#- The class of a weight in millionths of a nat, from round 40 on: one nat wide, every eight rounds twice as wide. -#}
{% macro weight_class(weight, round_number) -%}
    floor({{ weight }} / (1e6 * power(2, floor(({{ round_number }} - 40) / 8))))
{%- endmacro %}
