{#-
    The CTEs that make shares of expected counts, ending in `shared`: for each field and level its share in the classes that are
    learned. Matches get 200 pairs of what is expected of them before, households and namesakes ten of what strangers show. Takes
    the names of two CTEs: expected (field, level, m, h, n), and level_frequencies.
-#}
{% macro smoothed_shares(expected, level_frequencies) -%}
smoothed as (
    select
        {{ level_frequencies }}.field,
        {{ level_frequencies }}.family,
        {{ level_frequencies }}.level,
        {{ level_frequencies }}.kind,
        {{ level_frequencies }}.u_observed,
        coalesce({{ expected }}.m, 0) + 200 * {{ level_frequencies }}.match_prior as m,
        coalesce({{ expected }}.h, 0) + 10 * {{ level_frequencies }}.u_observed as h,
        coalesce({{ expected }}.n, 0) + 10 * {{ level_frequencies }}.u_observed as n
    from {{ level_frequencies }}
    left join {{ expected }}
        on
            {{ level_frequencies }}.field = {{ expected }}.field
            and {{ level_frequencies }}.level = {{ expected }}.level
),

totals as (
    select
        field,
        cast(sum(cast(m as decimal(38, 9))) as double) as m,
        cast(sum(cast(h as decimal(38, 9))) as double) as h,
        cast(sum(cast(n as decimal(38, 9))) as double) as n
    from smoothed
    group by field
),

shared as (
    select
        smoothed.field,
        smoothed.family,
        smoothed.level,
        smoothed.kind,
        smoothed.u_observed,
        smoothed.m / totals.m as m,
        smoothed.h / totals.h as h,
        smoothed.n / totals.n as n
    from smoothed
    inner join totals on smoothed.field = totals.field
)
{%- endmacro %}
