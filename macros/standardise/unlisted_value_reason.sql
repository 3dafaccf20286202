{#-
    'invalid_value' when a column holds none of the words of a closed list, regard to case and blanks left aside; null when
    it does. Missing counts as not listed: a list is closed where the row says nothing without its word.
    Comes after row_reason in a coalesce, so that a broken or withheld row is judged as that first.
-#}
{% macro unlisted_value_reason(expression, listed_values) -%}
    case
        when coalesce(lower({{ firstparty.clean_text(expression) }}), '') not in (
            '{{ listed_values | join("', '") }}'
        ) then 'invalid_value'
    end
{%- endmacro %}
