{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['field', 'level'],
    reads_before=['int_identity__exact_shares'],
) }}

-- Grain: one row per compared field and level of which the share among all pairs is counted from
-- the frequencies of values, exactly, rather than drawn: equal values, by band of frequency (among
-- records of one country, for names go with countries) or by columns.
{% set fields = firstparty.comparisons() -%}
{% set kept = firstparty.kept_for_learning('int_identity__exact_shares') -%}

with records as (select * from {{ ref('int_identity__match_records') }}),

frequencies as (select * from {{ ref('int_identity__value_frequencies') }}),

bands as (select * from {{ ref('int_identity__value_bands') }}),

banded as (
    select
        frequencies.field,
        bands.band as level,
        cast(sum(frequencies.compatriot_pairs) as decimal(38, 0)) as equal_pairs
    from frequencies
    inner join bands
        on frequencies.field = bands.field and frequencies.value_text = bands.value_text
    group by frequencies.field, bands.band
),

known_by_country as (
    {% for field in firstparty.frequency_bands() -%}
        {{ "union all" if not loop.first }}
        select
            '{{ field }}' as field,
            count(*) as record_count
        from records
        where {{ field }} is not null
        group by country
    {% endfor -%}
),

banded_totals as (
    select
        field,
        cast(sum(
            cast(record_count as decimal(38, 0)) * (record_count - 1)
        ) as double) as all_pairs
    from known_by_country
    group by field
),

{% set counts = {} -%}
{% for field in fields -%}
    {% for level in field.levels if level.counted and level.counted is not string -%}
        {% for columns in level.counted -%}
            {% do counts.update({columns[1:] | join('__'): columns[1:]}) -%}
        {% endfor -%}
    {% endfor -%}
{% endfor -%}

equal_values as (
    {% for name, columns in counts.items() -%}
        {{ "union all" if not loop.first }}
        select
            '{{ name }}' as value_columns,
            cast(sum(holders * (holders - 1)) as double) as equal_pairs
        from (
            select cast(count(*) as decimal(38, 0)) as holders
            from records
            where {{ columns | join(' is not null and ') }} is not null
            group by {{ columns | join(', ') }}
        ) as held_values
    {% endfor -%}
),

known as (
    {% for field in fields -%}
        {% set columns = modules.re.findall('l\\.(\\w+) is not null', field.known) -%}
        {{ "union all" if not loop.first }}
        select
            '{{ field.name }}' as field,
            cast(count(*) as double) * (count(*) - 1) as all_pairs
        from records
        where {{ columns | join(' is not null or ') }} is not null
    {% endfor -%}
),

counted as (
    {% for field in fields -%}
        {% for level in field.levels if level.counted and level.counted is not string -%}
            {% for columns in level.counted -%}
                select
                    '{{ field.name }}' as field,
                    cast({{ field.levels.index(level) + 1 }} as integer) as level,
                    cast({{ columns[0] }}1 as double) as sign,
                    '{{ columns[1:] | join("__") }}' as value_columns
                union all
            {% endfor -%}
        {% endfor -%}
    {% endfor -%}
    select
        cast(null as string) as field,
        cast(null as integer) as level,
        cast(null as double) as sign,
        cast(null as string) as value_columns
),

int_identity__exact_shares as (
    select
        banded.field,
        banded.level,
        cast(banded.equal_pairs as double) / nullif(banded_totals.all_pairs, 0) as u_exact
    from banded
    inner join banded_totals on banded.field = banded_totals.field
    union all
    select
        counted.field,
        counted.level,
        greatest(
            cast(sum(cast(
                counted.sign * coalesce(equal_values.equal_pairs, 0) as decimal(38, 0)
            )) as double), 0
        ) / nullif(max(known.all_pairs), 0) as u_exact
    from counted
    inner join known on counted.field = known.field
    left join equal_values on counted.value_columns = equal_values.value_columns
    group by counted.field, counted.level
)

{% if kept -%}
    select * from {{ kept }}
{%- else -%}
    select * from int_identity__exact_shares
{%- endif %}
