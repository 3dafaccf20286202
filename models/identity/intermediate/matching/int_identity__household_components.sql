{{ config(
    enabled=var('scored_matching'),
    materialized='fixpoint',
    initial='int_identity__household_vertices',
    max_iterations=100,
) }}
-- depends_on: {{ ref('int_identity__household_vertices') }}

-- Grain: one row per person who likely shares a household with another; parent is the smallest
-- person of the household.
with pointers as (select * from {{ firstparty.fixpoint_previous() }}),

edges as (select * from {{ ref('int_identity__household_edges') }}),

{{ firstparty.component_step('pointers', 'edges') }},

int_identity__household_components as (
    select
        vertex,
        parent
    from hooked_pointers
)

select * from int_identity__household_components
