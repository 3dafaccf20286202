{#-
    How a pattern, the tuple of levels of a pair, becomes one whole number: for each field its place value and its number of levels.
    A field that is silent has digit 0.
-#}
{% macro pattern_places() -%}
    {%- set places = {} -%}
    {%- set value = namespace(of_next=1) -%}
    {%- for field in firstparty.comparisons() -%}
        {%- set level_count = field.levels | length -%}
        {%- do places.update({field.name: {'value': value.of_next, 'level_count': level_count}}) -%}
        {%- set value.of_next = value.of_next * (level_count + 1) -%}
    {%- endfor -%}
    {%- if value.of_next >= 2 ** 63 -%}
        {{ exceptions.raise_compiler_error(
            "the comparisons have too many levels together for one number: switch a field off in var comparisons, or drop an"
            ~ " attribute from var person_attributes"
        ) }}
    {%- endif -%}
    {{ return(places) }}
{%- endmacro %}
