{{ config(materialized='maintained', key=['component']) }}

-- Grain: one row per component of the whole graph that breaks a guard: it holds more values of an
-- identifier type than one person may have, at all or within days of each other, a never_link pair,
-- or birth dates that contradict each other (of more than fifty dates some do: they are not
-- compared one by one). Few components do; only they go through the search for the edges to cut.
with components as (select * from {{ ref('int_identity__components') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }}),

override_links as (select * from {{ ref('int_identity__override_links') }}),

crowded as (
    select components.parent as component
    from components
    inner join guarded_values on components.vertex = guarded_values.record_number
    where guarded_values.first_window_day is null
    group by components.parent, guarded_values.identifier_type
    having
        count(distinct guarded_values.identifier_value)
        > max(guarded_values.max_values_per_person)
),

spans as (
    select
        components.parent as component,
        guarded_values.identifier_type,
        guarded_values.identifier_value,
        guarded_values.max_values_per_person,
        guarded_values.first_window_day,
        guarded_values.last_window_day
    from components
    inner join guarded_values on components.vertex = guarded_values.record_number
    where guarded_values.first_window_day is not null
),

{{ firstparty.crowded_spans('crowded_windows', 'spans', ['component']) }},

births as (
    select distinct
        components.parent as component,
        guarded_values.identifier_value as birth_date
    from components
    inner join guarded_values on components.vertex = guarded_values.record_number
    where guarded_values.identifier_type = 'birth_date'
),

ranked_births as (
    select
        component,
        birth_date,
        row_number() over (partition by component order by birth_date) as place
    from births
),

int_identity__components_violating as (
    select component
    from crowded
    union
    select component
    from crowded_windows
    union
    select ranked_births.component
    from ranked_births
    left join ranked_births as later_births
        on
            ranked_births.component = later_births.component
            and ranked_births.place < later_births.place
            and later_births.place <= 50
    where
        ranked_births.place > 50
        or {{ firstparty.birth_dates_contradict(
            'ranked_births.birth_date', 'later_births.birth_date'
        ) }}
    union
    select left_components.parent as component
    from override_links
    inner join components as left_components on override_links.left_number = left_components.vertex
    inner join components as right_components
        on
            override_links.right_number = right_components.vertex
            and left_components.parent = right_components.parent
    where override_links.override = 'never_link'
)

select * from int_identity__components_violating
