-- Grain: one row per record that has an edge: its component after the guards, and the guard that
-- made the cut (null where nothing was cut). In a violating component each record falls back to
-- the lowest weight tier whose component breaks no guard, and stands alone when no tier holds.
-- Smaller components hold fewer values, so a tier above a sound one is sound too, and the choice
-- leaves no record between two components.
with components as (select * from {{ ref('int_identity__components') }}),

violating as (select * from {{ ref('int_identity__components_violating') }}),

tier_components as (select * from {{ ref('int_identity__tier_components') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }}),

override_links as (select * from {{ ref('int_identity__override_links') }}),

tier_members as (
    select
        cast((vertex - vertex % 100) / 100 as bigint) as record_number,
        cast((parent - parent % 100) / 100 as bigint) as component,
        parent,
        vertex % 100 as tier
    from tier_components
),

broken as (
    select tier_members.parent
    from tier_members
    inner join guarded_values on tier_members.record_number = guarded_values.record_number
    group by tier_members.parent, guarded_values.identifier_type
    having
        count(distinct guarded_values.identifier_value)
        > max(guarded_values.max_values_per_person)
    union
    select left_members.parent
    from override_links
    inner join tier_members as left_members
        on override_links.left_number = left_members.record_number
    inner join tier_members as right_members
        on
            override_links.right_number = right_members.record_number
            and left_members.parent = right_members.parent
    where override_links.override = 'never_link'
),

sound as (
    select
        tier_members.record_number,
        {{ firstparty.value_at_max('tier_members.component', '-tier_members.tier') }} as component
    from tier_members
    left join broken on tier_members.parent = broken.parent
    where broken.parent is null
    group by tier_members.record_number
),

int_identity__components_guarded as (
    select
        components.vertex as record_number,
        case
            when violating.component is null then components.parent
            else coalesce(sound.component, components.vertex)
        end as component,
        violating.guard
    from components
    left join violating on components.parent = violating.component
    left join sound on components.vertex = sound.record_number
)

select * from int_identity__components_guarded
