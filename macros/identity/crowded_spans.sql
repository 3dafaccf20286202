{#-
    CTEs of which groups show too many values within days of each other, ending in one of the given name: the keys of a group,
    identifier_type, and first_day, the earliest day from which a window has too many.

    A value counts in a window of so many days if it was seen on one of them: in those windows that begin from that many days before
    it was seen, that day left out, up to the day itself. So each sighting is a span of days on which windows begin that have it, and
    a group breaks the guard where the spans of too many of its values have a day in common, be it one on which nothing was seen.
    Days are gone through in their order, one up where a value begins to count and one down after it ends: no value is put into
    every window, nor compared with another one, so the cost is that of sorting the spans.

    Takes the name of a CTE with the spans: the keys, identifier_type, identifier_value, max_values_per_person, first_window_day,
    last_window_day. Spans of one value may overlap and repeat: of each only what lies after the earlier ones is counted.
-#}
{% macro crowded_spans(name, spans, keys) -%}
{%- set key_list = keys | join(', ') -%}
{{ name }}_reaches as (
    select
        {{ key_list }},
        identifier_type,
        max_values_per_person,
        first_window_day,
        last_window_day,
        max(last_window_day) over (
            partition by {{ key_list }}, identifier_type, identifier_value
            order by first_window_day, last_window_day
            rows between unbounded preceding and 1 preceding
        ) as reached_day
    from {{ spans }}
),

{{ name }}_changes as (
    select
        {{ key_list }},
        identifier_type,
        max_values_per_person,
        case when first_window_day <= reached_day then reached_day + 1 else first_window_day end as day,
        1 as added_count
    from {{ name }}_reaches
    where reached_day is null or last_window_day > reached_day
    union all
    select
        {{ key_list }},
        identifier_type,
        max_values_per_person,
        last_window_day + 1 as day,
        -1 as added_count
    from {{ name }}_reaches
    where reached_day is null or last_window_day > reached_day
),

{{ name }}_counts as (
    select
        {{ key_list }},
        identifier_type,
        max_values_per_person,
        day,
        sum(added_count) over (partition by {{ key_list }}, identifier_type order by day) as value_count
    from {{ name }}_changes
),

{{ name }} as (
    select
        {{ key_list }},
        identifier_type,
        min(day) as first_day
    from {{ name }}_counts
    where value_count > max_values_per_person
    group by {{ key_list }}, identifier_type
)
{%- endmacro %}
