{#-
    A gender as Meta has it: m, f, or null. Words that name one are read; anything else is null, because Meta knows no third value.
-#}
{% macro meta_gender(expression) -%}
    case
        when {{ firstparty.unicode_lower(firstparty.trim_whitespace(expression, 'javascript')) }}
            in ('m', 'male', 'man', 'boy', 'mr', 'mister', 'sir', 'he', 'him', 'his') then 'm'
        when {{ firstparty.unicode_lower(firstparty.trim_whitespace(expression, 'javascript')) }}
            in ('f', 'female', 'woman', 'girl', 'mrs', 'ms', 'miss', 'lady', 'madam', 'she', 'her', 'hers') then 'f'
    end
{%- endmacro %}
