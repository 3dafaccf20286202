-- Grain: one row per record and value in the graph of what somebody said belongs together, each its
-- own parent: where the search for its components starts.
with edges as (select * from {{ ref('int_identity__forced_edges') }}),

{{ firstparty.component_start('edges') }}

select * from component_start
