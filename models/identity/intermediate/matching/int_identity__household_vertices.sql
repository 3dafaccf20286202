{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per person who likely shares a household with another, each their own parent.
with edges as (select * from {{ ref('int_identity__household_edges') }}),

{{ firstparty.component_start('edges') }}

select * from component_start
