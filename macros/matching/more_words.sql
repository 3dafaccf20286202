{#-
    The CTEs of full names that say more than given and family name, ending in `more_words`: one row per record with such a name, and
    what more it says. Takes the name of a CTE with the texts (int_identity__match_texts).
-#}
{% macro more_words(texts) -%}
longer_names as (
    select
        record_number,
        ' ' || name_words || ' ' as more_names,
        ' ' || part_words || ' ' || coalesce(given, '') || ' ' || coalesce(family, '') || ' '
            as own_words,
        {{ firstparty.words_of('name_words') }} as words
    from {{ texts }}
    where name_words <> concat_ws(' ', given, family)
),

longer_name_words as (
    select
        record_number,
        more_names,
        own_words,
        {{ firstparty.exploded('words') }} as word
    from longer_names
),

more_words as (
    select
        record_number,
        max(more_names) as more_names,
        {{ firstparty.distinct_list(
            "case when length(word) >= 3 and not contains(own_words, ' ' || word || ' ')"
            ~ " then word end"
        ) }} as extra_tokens
    from longer_name_words
    group by record_number
)
{%- endmacro %}
