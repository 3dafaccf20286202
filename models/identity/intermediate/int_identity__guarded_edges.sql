-- Grain: one row per edge inside a component that breaks a guard, with its weight in millionths of
-- a nat and its place among them all (edge_rank, the greatest for the heaviest; of equals the one
-- with the smaller records is the heavier, so that no two are alike). A thousand nats more make a
-- force_link heavier than any evidence: it is cut last. A record that breaks a guard by itself (a
-- browser with five accounts) cannot be cut and can join nobody: its edges are left out.
with edges as (select * from {{ ref('int_identity__graph_edges') }}),

components as (select * from {{ ref('int_identity__components') }}),

violating as (select * from {{ ref('int_identity__components_violating') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }}),

crowded_types as (
    select record_number
    from guarded_values
    where first_window_day is null
    group by record_number, identifier_type
    having count(*) > max(max_values_per_person)
),

spans as (
    select
        record_number,
        identifier_type,
        identifier_value,
        max_values_per_person,
        first_window_day,
        last_window_day
    from guarded_values
    where first_window_day is not null
),

{{ firstparty.crowded_spans('crowded_windows', 'spans', ['record_number']) }},

crowded_records as (
    select record_number
    from crowded_types
    union
    select record_number
    from crowded_windows
),

inner_edges as (
    select
        edges.left_vertex,
        edges.right_vertex,
        cast(round(1e6 * edges.weight) as bigint)
        + case when edges.is_forced then 1000000000 else 0 end as weight
    from edges
    inner join components on edges.left_vertex = components.vertex
    inner join violating on components.parent = violating.component
    left join crowded_records as crowded_lefts
        on edges.left_vertex = crowded_lefts.record_number
    left join crowded_records as crowded_rights
        on edges.right_vertex = crowded_rights.record_number
    where crowded_lefts.record_number is null and crowded_rights.record_number is null
),

int_identity__guarded_edges as (
    select
        left_vertex,
        right_vertex,
        weight,
        row_number() over (order by weight, left_vertex desc, right_vertex desc) as edge_rank
    from inner_edges
)

select * from int_identity__guarded_edges
