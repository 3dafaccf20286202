{#-
    The CTEs that make shares of expected counts, ending in `maximised`: for each field and level its share in the classes that
    are learned. Matches get 200 pairs of what is expected of them before, households and namesakes ten of what strangers show.
    From the fourth round on what strangers show is corrected for the matches and households that are among random pairs. Var
    match_shares has the last word. Takes the names of four CTEs: expected (field, level, m, h, n), sizes (m, h), before
    (iteration, u), and level_frequencies.
-#}
{% macro maximised_shares(expected, sizes, before, level_frequencies) -%}
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
),

corrected as (
    select
        shared.*,
        case
            when {{ before }}.iteration < 3 then shared.u_observed
            else greatest(
                shared.u_observed - ({{ sizes }}.m * shared.m + {{ sizes }}.h * shared.h) / {{ before }}.u,
                0.05 * shared.u_observed
            )
        end as u_corrected
    from shared
    cross join {{ sizes }}
    cross join {{ before }}
),

rests as (
    select
        field,
        greatest(0.001, 1 - cast(sum(cast(
            case when kind = 'last' then 0 else u_corrected end as decimal(38, 18)
        )) as double)) as u_rest
    from corrected
    group by field
),

strangers as (
    select
        corrected.*,
        case when corrected.kind = 'last' then rests.u_rest else corrected.u_corrected end as u
    from corrected
    inner join rests on corrected.field = rests.field
),

maximised as (
    select
        field,
        level,
        {{ firstparty.share_set_by_hand('u', 'u') }} as u,
        {{ firstparty.share_set_by_hand('m', 'm') }} as m,
        {{ firstparty.share_set_by_hand('h', "case when family in ('name', 'birth') then u else h end") }} as h,
        {{ firstparty.share_set_by_hand('n', "case when family in ('birth', 'place') then u else n end") }} as n
    from strangers
)
{%- endmacro %}


{#- The share of a class that var match_shares sets for some fields and levels; elsewhere what was learned. -#}
{% macro share_set_by_hand(class, learned) -%}
    {%- set branches = [] -%}
    {%- for field, levels in var('match_shares').items() -%}
        {%- for level, shares in levels.items() if class in shares -%}
            {%- do branches.append("when field = '" ~ field ~ "' and level = " ~ level ~ " then " ~ shares[class]) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ ('case ' ~ branches | join(' ') ~ ' else ' ~ learned ~ ' end') if branches else learned }}
{%- endmacro %}
