-- Grain: one row per record of a violating component and weight tier in which it has an edge, each
-- its own parent.
with edges as (select * from {{ ref('int_identity__tier_edges') }}),

{{ firstparty.component_start('edges') }}

select * from component_start
