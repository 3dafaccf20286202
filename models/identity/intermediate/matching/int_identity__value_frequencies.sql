{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per field with bands of frequency, and value: how many records have it, the band
-- that its frequency falls into, and how much more than the average of its band an agreement on it
-- says (adjustment, in thousandths of a nat, at most 1.5 nats either way). compatriot_pairs: how
-- many pairs of records of one country have it in common, each pair counted both ways.
-- Fields are read one at a time: out of one CTE, which is read once, they take twice the time.
{% set bands = firstparty.frequency_bands() -%}

with totals as (
    select count(*) as record_count
    from {{ ref('int_identity__match_texts') }}
),

counted_by_country as (
    {% for field in bands -%}
        {{ "union all" if not loop.first }}
        select
            '{{ field }}' as field,
            {{ field }} as value_text,
            count(*) as record_count
        from {{ ref('int_identity__match_texts') }}
        where {{ field }} is not null
        group by {{ field }}, country
    {% endfor -%}
),

counted as (
    select
        field,
        value_text,
        cast(sum(record_count) as bigint) as record_count,
        sum(cast(record_count as decimal(38, 0)) * (record_count - 1)) as compatriot_pairs
    from counted_by_country
    group by field, value_text
),

shares as (
    select
        counted.field,
        counted.value_text,
        counted.record_count,
        counted.compatriot_pairs,
        counted.record_count / cast(totals.record_count as double) as frequency
    from counted
    cross join totals
),

banded as (
    select
        *,
        case
            {% for field, ends in bands.items() -%}
                {% for end in ends -%}
                    when field = '{{ field }}' and frequency <= {{ end }} then {{ loop.index }}
                {% endfor -%}
                when field = '{{ field }}' then {{ ends | length + 1 }}
            {% endfor -%}
        end as band
    from shares
),

band_means as (
    select
        field,
        band,
        cast(sum(cast(record_count * frequency as decimal(38, 12))) as double)
        / sum(record_count) as frequency
    from banded
    group by field, band
),

int_identity__value_frequencies as (
    select
        banded.field,
        banded.value_text,
        banded.record_count,
        banded.compatriot_pairs,
        cast(banded.band as integer) as band,
        cast(round(1000 * greatest(
            -1.5, least(1.5, ln(band_means.frequency / banded.frequency))
        )) as integer) as adjustment
    from banded
    inner join band_means on banded.field = band_means.field and banded.band = band_means.band
)

select * from int_identity__value_frequencies
