{% set longest_path = 10 -%}
-- Why are these records one person? One row per edge and thing that it rests on, with what that
-- weighs (nats) and its share of the edge. Of two records: the shortest way of kept edges from one
-- to the other, step by step, the weakest step marked:
-- dbt show --inline "$(cat analyses/why_same.sql)" --vars '{pair: [crm:C1, shop:S1]}'
-- Of a person: the edge on which each of its records hangs, the weakest mark tells how thin it is:
-- dbt show --inline "$(cat analyses/why_same.sql)" --vars '{person_id: …}'
-- Without either it tells of the person with the most records. No rows: nothing holds the two
-- together (why_not_same says what keeps them apart), or the way has more than ten steps.
with person_records as (select * from {{ ref('person_records') }}),

edges as (select * from {{ ref('identity_edges') }}),

edge_rules as (select * from {{ ref('int_identity__edge_rules') }}),

numbers as (select * from {{ ref('int_identity__record_numbers') }}),

{% if var('scored_matching') -%}
    records as (select * from {{ ref('int_identity__match_records') }}),

    parameters as (select * from {{ ref('int_identity__match_parameters') }}),

    levels as (select * from {{ ref('int_identity__level_frequencies') }}),

{% endif -%}

{% if var('pair') -%}
    asked as (
        select
            min(record_id) as first_record_id,
            max(record_id) as last_record_id,
            min(person_id) as person_id
        from person_records
        where record_id in ({{ firstparty.text_literals(var('pair')) }})
        having count(*) = 2 and min(person_id) = max(person_id)
    ),
{%- else -%}
    sizes as (
        select
            person_id,
            count(*) as record_count
        from person_records
        {% if var('person_id') -%}
            where person_id = {{ firstparty.text_literal(var('person_id')) }}
        {% endif -%}
        group by person_id
    ),

    asked as (
        select person_id
        from sizes
        order by record_count desc, person_id
        limit 1
    ),
{%- endif %}

neighbours as (
    {% for one, other in [('left', 'right'), ('right', 'left')] -%}
        {{ "union all" if not loop.first }}
        select
            edges.{{ one }}_record_id as record_id,
            edges.{{ other }}_record_id as neighbour_id,
            edges.weight
        from edges
        inner join person_records on edges.{{ one }}_record_id = person_records.record_id
        inner join asked on person_records.person_id = asked.person_id
        where edges.is_kept
    {% endfor -%}
),

{% if var('pair') -%}
    hop_0 as (
        select
            first_record_id as record_id,
            0 as hop
        from asked
    ),

    {% for hop in range(1, longest_path + 1) -%}
        hop_{{ hop }} as (
            select distinct
                neighbours.neighbour_id as record_id,
                {{ hop }} as hop
            from hop_{{ hop - 1 }}
            inner join neighbours on hop_{{ hop - 1 }}.record_id = neighbours.record_id
        ),

    {% endfor -%}
    hops as (
        {% for hop in range(longest_path + 1) -%}
            {{ "union all" if not loop.first }}
            select * from hop_{{ hop }}
        {% endfor -%}
    ),

    reached as (
        select
            record_id,
            min(hop) as hop
        from hops
        group by record_id
    ),

    -- Back from the last record: before each stands the one a hop nearer that it hangs on most.
    step_0 as (
        select
            cast(null as string) as next_record_id,
            reached.record_id,
            reached.hop
        from asked
        inner join reached on asked.last_record_id = reached.record_id
    ),

    {% for step in range(1, longest_path + 1) -%}
        step_{{ step }} as (
            select
                steps.record_id as next_record_id,
                reached.record_id,
                reached.hop
            from step_{{ step - 1 }} as steps
            inner join neighbours on steps.record_id = neighbours.neighbour_id
            inner join reached
                on neighbours.record_id = reached.record_id and steps.hop - 1 = reached.hop
            order by neighbours.weight desc, reached.record_id
            limit 1
        ),

    {% endfor -%}
    chosen as (
        {% for step in range(1, longest_path + 1) -%}
            {{ "union all" if not loop.first }}
            select
                hop + 1 as step,
                record_id,
                next_record_id
            from step_{{ step }}
        {% endfor -%}
    ),
{%- else -%}
    ranked as (
        select
            record_id,
            neighbour_id,
            row_number() over (
                partition by record_id
                order by weight desc, neighbour_id
            ) as place
        from neighbours
    ),

    hung as (
        select distinct
            least(ranked.record_id, ranked.neighbour_id) as record_id,
            greatest(ranked.record_id, ranked.neighbour_id) as next_record_id
        from ranked
        where ranked.place = 1
    ),

    chosen as (
        select
            row_number() over (order by record_id, next_record_id) as step,
            record_id,
            next_record_id
        from hung
    ),
{%- endif %}

shown as (
    select
        chosen.step,
        chosen.record_id,
        chosen.next_record_id,
        edges.left_record_id,
        edges.right_record_id,
        edges.kind,
        edges.weight,
        edges.weight = min(edges.weight) over () as is_weakest
    from chosen
    inner join edges
        on
            least(chosen.record_id, chosen.next_record_id) = edges.left_record_id
            and greatest(chosen.record_id, chosen.next_record_id) = edges.right_record_id
),

{% if var('scored_matching') -%}
    pairs as (
        select
            least(left_records.record_number, right_records.record_number) as left_number,
            greatest(left_records.record_number, right_records.record_number) as right_number,
            shown.left_record_id,
            shown.right_record_id
        from shown
        inner join records as left_records on shown.left_record_id = left_records.record_id
        inner join records as right_records on shown.right_record_id = right_records.record_id
        where shown.kind = 'scored'
    ),

    {{ firstparty.score_waterfall('pairs', 'records', 'parameters', 'levels') }},

{% endif -%}

rests as (
    select
        least(left_numbers.record_id, right_numbers.record_id) as left_record_id,
        greatest(left_numbers.record_id, right_numbers.record_id) as right_record_id,
        edge_rules.kind,
        0 as place,
        edge_rules.rule || coalesce(': ' || edge_rules.detail, '') as what,
        edge_rules.weight as nats
    from edge_rules
    inner join numbers as left_numbers on edge_rules.left_vertex = left_numbers.record_number
    inner join numbers as right_numbers on edge_rules.right_vertex = right_numbers.record_number
    where edge_rules.kind <> 'scored'
    {% if var('scored_matching') -%}
        union all
        select
            pairs.left_record_id,
            pairs.right_record_id,
            'scored' as kind,
            score_waterfall.step as place,
            score_waterfall.what,
            cast(score_waterfall.nats as double) as nats
        from score_waterfall
        inner join pairs
            on
                score_waterfall.left_number = pairs.left_number
                and score_waterfall.right_number = pairs.right_number
    {% endif -%}
)

select
    shown.step,
    shown.record_id,
    shown.next_record_id,
    shown.kind,
    shown.weight,
    shown.is_weakest,
    rests.what,
    rests.nats,
    round(rests.nats / sum(rests.nats) over (partition by shown.step), 3) as share
from shown
inner join rests
    on
        shown.left_record_id = rests.left_record_id
        and shown.right_record_id = rests.right_record_id
        and shown.kind = rests.kind
order by shown.step, rests.place, rests.nats desc, rests.what
