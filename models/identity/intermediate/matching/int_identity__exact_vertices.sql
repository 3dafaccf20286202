{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per record that shares an identifier with another, each its own parent.
with exact_links as (select * from {{ ref('int_identity__exact_links') }}),

edges as (
    select
        left_number as left_vertex,
        right_number as right_vertex
    from exact_links
),

{{ firstparty.component_start('edges') }}

select * from component_start
