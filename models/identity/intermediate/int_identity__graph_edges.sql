-- Grain: one row per edge that the graph may use, by record numbers. strict_weight is null where
-- no rule on the edge may be used for advertising. is_forced: somebody said that both are one
-- person; what breaks a guard is cut elsewhere first.
with edges as (select * from {{ ref('int_identity__edges_collected') }}),

int_identity__graph_edges as (
    select
        left_vertex,
        right_vertex,
        weight,
        strict_weight,
        kind = 'override' as is_forced
    from edges
    where is_linking and not is_forbidden
)

select * from int_identity__graph_edges
