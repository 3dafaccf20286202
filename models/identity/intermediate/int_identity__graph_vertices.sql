-- Grain: one row per record that has an edge, by record number, each its own parent: where the
-- search for components starts. Records without an edge are persons by themselves and need no
-- search.
with edges as (select * from {{ ref('int_identity__graph_edges') }}),

{{ firstparty.component_start('edges') }}

select * from component_start
