{#-
    The CTEs that count pairs by field and level, ending in `level_pairs` (field, level, pair_count), from a CTE of patterns with their
    numbers of pairs; what is known of pairs (rows '', see pair_situations) counts as a field.
-#}
{% macro level_pairs(patterns) -%}
levels as (
    {% for field in firstparty.comparisons() -%}
        select
            '{{ field.name }}' as field,
            {{ field.name }} as level,
            pair_count
        from {{ patterns }}
        where {{ field.name }} is not null
        union all
    {% endfor -%}
    select
        '' as field,
        {{ firstparty.pair_situation(patterns) }} as level,
        pair_count
    from {{ patterns }}
),

level_pairs as (
    select
        field,
        level,
        sum(pair_count) as pair_count
    from levels
    group by field, level
)
{%- endmacro %}
