-- Grain: one row per record with an edge that may be used for advertising, by record number, each
-- its own parent.
with edges as (select * from {{ ref('int_identity__strict_edges') }}),

{{ firstparty.component_start('edges') }}

select * from component_start
