{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per compared field and level: how often random pairs are on it (u_observed), and
-- what is expected of it before the data speak: its share in matches (match_prior), and where
-- learning starts. Levels that are not counted exactly share, as random pairs are on them, what
-- those leave.
{% set fields = firstparty.comparisons() -%}
{% set listed_fields = [] -%}
{% set listed_levels = [] -%}
{% for field in fields -%}
    {% do listed_fields.append((field.name,)) -%}
    {% for level in field.levels -%}
        {% do listed_levels.append(
            (field.name, field.family, loop.index, level.label, level.kind, field.differs)
        ) -%}
    {% endfor -%}
{% endfor -%}

with exact_shares as (select * from {{ ref('int_identity__exact_shares') }}),

random_patterns as (select * from {{ ref('int_identity__random_patterns') }}),

listed_levels (field, family, level, label, kind, last_prior) as (
    {{ firstparty.literal_rows(listed_levels) }}
),

declared as (
    select
        field,
        family,
        cast(level as integer) as level,
        label,
        kind,
        cast(last_prior as double) as last_prior
    from listed_levels
),

listed_fields (field) as (
    {{ firstparty.literal_rows(listed_fields) }}
),

levelled as (
    select
        listed_fields.field,
        case listed_fields.field
            {% for field in fields -%}
                when '{{ field.name }}' then random_patterns.{{ field.name }}
            {% endfor -%}
        end as level,
        random_patterns.pair_count
    from random_patterns
    cross join listed_fields
),

drawn as (
    select
        field,
        level,
        sum(pair_count) as pair_count
    from levelled
    where level is not null
    group by field, level
),

-- A part of a pair on each level: nothing is impossible because it was not drawn.
smoothed as (
    select
        declared.*,
        exact_shares.u_exact,
        coalesce(drawn.pair_count, 0)
        + case when declared.kind = 'last' then 1.0 else 0.1 end as pair_count
    from declared
    left join drawn on declared.field = drawn.field and declared.level = drawn.level
    left join exact_shares
        on declared.field = exact_shares.field and declared.level = exact_shares.level
),

totals as (
    select
        field,
        1 - coalesce(cast(sum(cast(u_exact as decimal(38, 18))) as double), 0) as u_left,
        cast(sum(
            cast(case when u_exact is null then pair_count else 0 end as decimal(38, 6))
        ) as double) as pairs_left
    from smoothed
    group by field
),

observed as (
    select
        smoothed.field,
        smoothed.family,
        smoothed.level,
        smoothed.label,
        smoothed.kind,
        smoothed.last_prior,
        greatest(
            1e-9,
            coalesce(
                smoothed.u_exact, totals.u_left * smoothed.pair_count / totals.pairs_left
            )
        ) as u_observed
    from smoothed
    inner join totals on smoothed.field = totals.field
),

kinds as (
    select
        field,
        kind,
        count(*) as level_count,
        cast(sum(cast(sqrt(u_observed) as decimal(38, 18))) as double) as roots
    from observed
    group by field, kind
),

-- The last level as declared; middle levels share 0.15; the rest is on the exact levels, in
-- proportion to the root of u.
int_identity__level_frequencies as (
    select
        observed.field,
        observed.family,
        observed.level,
        observed.label,
        observed.kind,
        observed.u_observed,
        case observed.kind
            when 'last' then observed.last_prior
            when 'middle' then 0.15 / kinds.level_count
            else
                (1 - observed.last_prior - case when middles.field is null then 0 else 0.15 end)
                * sqrt(observed.u_observed) / kinds.roots
        end as match_prior,
        case observed.kind
            when 'last' then 0.08
            when 'middle' then 0.17 / kinds.level_count
            else
                case when middles.field is null then 0.92 else 0.75 end
                * sqrt(observed.u_observed) / kinds.roots
        end as start_share
    from observed
    inner join kinds on observed.field = kinds.field and observed.kind = kinds.kind
    left join kinds as middles on observed.field = middles.field and middles.kind = 'middle'
)

select * from int_identity__level_frequencies
